import type { Refused } from '#shared/kernel/decision.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Clock } from '../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../platform/dispatch.ts';
import type { ChannelHandler } from '../platform/handler.ts';
import type { Tx } from '../storage/database.ts';

/** Let in: the object that the policy said yes to, and what of it this listener is to hear. */
export type Admitted = {
  readonly ok: true;
  readonly subject: Subject;
  readonly object: unknown;
  readonly audience: string;
};

export type Gate = (
  tx: Tx,
  handler: ChannelHandler,
  caller: Caller,
  channelId: string,
) => Promise<Admitted | Refused<'signed-out' | 'not-found' | 'not-joined'>>;

/** The same gate as a call's (`platform/dispatch.ts`), for who wants to listen: asked anew when rights change. */
export function makeGate(parts: {
  readonly clock: Clock;
  readonly can: Can;
  readonly subjectOf: SubjectOf;
}): Gate {
  return async (tx, handler, caller, channelId) => {
    const now = parts.clock.now();
    const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject?.active) return { ok: false, refusal: 'signed-out' };
    const object = await handler.load({ tx, input: channelId, subject, now });
    if (object === null || !parts.can(subject, handler.contract.action, object, { now })) {
      return { ok: false, refusal: 'not-found' };
    }
    if (!(await handler.admits({ tx, input: channelId, subject, object, now }))) {
      return { ok: false, refusal: 'not-joined' };
    }
    return { ok: true, subject, object, audience: handler.audienceOf(subject, object, now) };
  };
}
