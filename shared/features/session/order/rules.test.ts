import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PARTS, PLACES, type Presence } from '../roster/model.ts';
import { SEAT_HOLD_MS } from '../roster/rules.ts';
import { NOTHING_CLOSED, type Order } from './model.ts';
import {
  type BeforeDoor,
  comesThrough,
  evolveDoor,
  evolveOrder,
  heardAtDoor,
  isSilent,
  setChatClosed,
  setLocked,
} from './rules.ts';

const [anne, bjorn] = ['anne', 'bjorn'] as [PersonId, PersonId];
const NOW = 1_000_000;
const place = PLACES[0];

const presence: fc.Arbitrary<Presence> = fc.oneof(
  fc.constant({ status: 'absent' as const }),
  fc.constant({ status: 'present' as const, place, since: 0 }),
  fc.record({
    status: fc.constant('lost' as const),
    place: fc.constant(place),
    since: fc.constant(0),
    lostAt: fc.nat(NOW),
  }),
  fc.record({ status: fc.constant('left' as const), at: fc.nat(NOW) }),
);
const somebody: fc.Arbitrary<BeforeDoor> = fc.record({
  part: fc.constantFrom(...PARTS),
  presence,
  dropped: fc.boolean(),
  letIn: fc.boolean(),
});
const LOCKED = { locked: true };
const STRANGER: BeforeDoor = {
  part: 'student',
  presence: { status: 'absent' },
  dropped: false,
  letIn: false,
};

describe('F30 ORDER-1 two who press at once', () => {
  const press = fc.record({
    what: fc.constantFrom('door' as const, 'chat' as const),
    to: fc.boolean(),
    by: fc.constantFrom(anne, bjorn),
  });

  test('end in what was asked for last, and only what changes is told', () => {
    fc.assert(
      fc.property(fc.array(press), (presses) => {
        let order: Order = NOTHING_CLOSED;
        let door = { locked: false };
        for (const { what, to, by } of presses) {
          const [key, decide] =
            what === 'door'
              ? (['locked', setLocked] as const)
              : (['chatClosed', setChatClosed] as const);
          const { facts } = decide(order, to, by, NOW);
          expect(facts).toHaveLength(order[key] === to ? 0 : 1);
          for (const fact of facts) expect(fact).toMatchObject({ by, at: NOW });
          const next = facts.reduce(evolveOrder, order);
          expect(next).toEqual({ ...order, [key]: to });
          const heard = heardAtDoor(order, next).facts;
          expect(heard).toHaveLength(order.locked === next.locked ? 0 : 1);
          door = heard.reduce(evolveDoor, door);
          expect(door.locked).toBe(next.locked);
          order = next;
        }
      }),
    );
  });
});

describe('F30 ORDER-2 a locked door', () => {
  test('is open to everybody while it is not locked', () => {
    fc.assert(
      fc.property(somebody, (who) => {
        expect(comesThrough(NOTHING_CLOSED, who, NOW)).toBe(true);
      }),
    );
  });

  test('never shuts a teacher out, nor whoever has a seat, whatever else is so', () => {
    fc.assert(
      fc.property(somebody, (who) => {
        const seated = who.presence.status === 'present' || who.presence.status === 'lost';
        if (who.part === 'teacher' || seated || who.letIn)
          expect(comesThrough(LOCKED, who, NOW)).toBe(true);
      }),
    );
  });

  test('lets nobody in who has never been here', () => {
    for (const part of PARTS.filter((one) => one !== 'teacher'))
      expect(comesThrough(LOCKED, { ...STRANGER, part }, NOW)).toBe(false);
  });

  test('lets back whoever went a moment ago, and whose line dropped however long ago', () => {
    const left = (at: number, dropped: boolean) =>
      comesThrough(LOCKED, { ...STRANGER, presence: { status: 'left', at }, dropped }, NOW);
    expect(left(NOW - SEAT_HOLD_MS + 1, false)).toBe(true);
    expect(left(NOW - SEAT_HOLD_MS, false)).toBe(false);
    expect(left(0, true)).toBe(true);
  });
});

test('F30 ORDER-4 in a closed chat teachers alone say something new', () => {
  for (const part of PARTS) {
    expect(isSilent({ chatClosed: false }, part)).toBe(false);
    expect(isSilent({ chatClosed: true }, part)).toBe(part !== 'teacher');
  }
});
