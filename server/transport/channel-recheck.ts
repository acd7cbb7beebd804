import type { Clock } from '../platform/clock.ts';
import type { SubjectOf } from '../platform/dispatch.ts';
import type { LineEnd } from '../platform/handler.ts';
import type { ReadInView } from '../storage/shared-view.ts';
import type { Gate } from './channel-gate.ts';
import type { Connection, LiveChannel, LiveChannels } from './live-channels.ts';

/** Asks the policy again for every line of a connection, after the person's rights have changed. */
export function makeRecheck(parts: {
  readonly readInView: ReadInView;
  readonly clock: Clock;
  readonly subjectOf: SubjectOf;
  readonly gate: Gate;
  readonly live: LiveChannels;
  /** All of a connection's lines end. */
  readonly end: (connection: Connection, how: LineEnd) => void;
  readonly letGo: (connection: Connection, at: LiveChannel, how: LineEnd) => void;
}) {
  async function recheckLine(connection: Connection, at: LiveChannel): Promise<void> {
    const subscription = at.listeners.get(connection.id);
    if (!subscription) return;
    const passed = await parts.readInView((tx) =>
      parts.gate(tx, at.handler, connection.caller, at.id),
    );
    if (passed.ok && passed.audience === subscription.audience) {
      subscription.subject = passed.subject;
      return;
    }
    // What the other audience heard is not this one's: the client starts anew.
    parts.letGo(connection, at, passed.ok ? 'dropped' : 'revoked');
    connection.sendClosed({ channel: at.handler.contract.name, id: at.id });
  }

  return async (connection: Connection): Promise<void> => {
    const { personId, signInId } = connection.caller;
    const subject = await parts.readInView((tx) =>
      parts.subjectOf(tx, personId, signInId, parts.clock.now()),
    );
    if (!subject?.active) {
      // Who signs out of one device lets go of its line; other devices of theirs stay where they are.
      parts.end(connection, subject === null ? 'let-go' : 'revoked');
      connection.cut();
      return;
    }
    for (const at of parts.live.heardBy(connection.id)) await recheckLine(connection, at);
  };
}
