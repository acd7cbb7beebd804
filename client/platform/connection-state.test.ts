import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BYE_REASONS } from '#shared/wire/socket-events.ts';
import {
  afterClose,
  type CloseReason,
  type ConnectionEvent,
  type ConnectionState,
  isTrying,
  next,
  reasonOfConnectError,
} from './connection-state.ts';

const ALL_REASONS: readonly CloseReason[] = [...BYE_REASONS, 'not-allowed', 'transport'];
const online: ConnectionState = { status: 'online' };

function run(events: readonly ConnectionEvent[], from: ConnectionState = { status: 'idle' }) {
  return events.reduce((state, event, at) => next(state, event, at), from);
}

describe('a close reason leads to one next state', () => {
  test.each([
    ['transport', { status: 'reconnecting', since: 7, attempt: 1, trying: true }],
    ['resync', { status: 'reconnecting', since: 7, attempt: 1, trying: true }],
    // A server that stops tells everybody at once: nobody rushes the next one.
    ['server-stopping', { status: 'reconnecting', since: 7, attempt: 1, trying: false }],
    ['signed-out', { status: 'stopped', why: 'signed-out' }],
    ['new-version', { status: 'stopped', why: 'new-version' }],
    ['too-many-connections', { status: 'stopped', why: 'too-many-connections' }],
    ['not-allowed', { status: 'stopped', why: 'not-allowed' }],
  ] as const)('%s', (reason, expected) => {
    expect(next(online, { type: 'closed', reason }, 7)).toEqual(expected);
  });

  test('every reason that a server can give is known', () => {
    for (const reason of ALL_REASONS) expect(afterClose(reason)).toBeTypeOf('string');
  });

  test('an error that is none of ours is the network’s', () => {
    expect(reasonOfConnectError('websocket error')).toBe('transport');
    expect(reasonOfConnectError('signed-out')).toBe('signed-out');
  });
});

describe('coming back', () => {
  const lost: ConnectionEvent = { type: 'closed', reason: 'transport' };

  test('a failed attempt waits before the next one, and remembers since when the line is gone', () => {
    const state = run([{ type: 'wanted' }, { type: 'connected' }, lost, lost]);
    expect(state).toEqual({ status: 'reconnecting', since: 2, attempt: 2, trying: false });
    expect(next(state, { type: 'wait-over' }, 9)).toMatchObject({ trying: true, since: 2 });
  });

  test('X11 waking tries at once, also where the device had said that it has no network', () => {
    const gone = run([{ type: 'wanted' }, { type: 'connected' }, { type: 'network-gone' }, lost]);
    expect(gone).toMatchObject({ status: 'offline', trying: false });
    expect(next(gone, { type: 'try-now' }, 9)).toMatchObject({
      status: 'reconnecting',
      trying: true,
    });
  });

  test('nothing but a new wish wakes a stopped connection', () => {
    const stopped: ConnectionState = { status: 'stopped', why: 'signed-out' };
    expect(next(stopped, { type: 'try-now' }, 0)).toBe(stopped);
    expect(next(stopped, { type: 'connected' }, 0)).toBe(stopped);
    expect(isTrying(next(stopped, { type: 'wanted' }, 0))).toBe(true);
  });
});

test('whatever happens, the state is never online without a connection having come up', () => {
  const event: fc.Arbitrary<ConnectionEvent> = fc.oneof(
    fc.constantFrom<ConnectionEvent>(
      { type: 'wanted' },
      { type: 'not-wanted' },
      { type: 'connected' },
      { type: 'wait-over' },
      { type: 'try-now' },
      { type: 'network-gone' },
      { type: 'put-away' },
    ),
    fc.constantFrom(...ALL_REASONS).map((reason) => ({ type: 'closed', reason }) as const),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let state: ConnectionState = { status: 'idle' };
      events.forEach((event, at) => {
        const after = next(state, event, at);
        if (after.status === 'online' && state.status !== 'online') {
          expect(event.type).toBe('connected');
          expect(isTrying(state)).toBe(true);
        }
        state = after;
      });
    }),
  );
});
