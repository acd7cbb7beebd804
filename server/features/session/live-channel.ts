import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChannelHandler } from '../../platform/handler.ts';
import { type Audience, audienceOf, hear, retells } from './audience.ts';
import { loadSession } from './planned.ts';
import { holdsSeat } from './roster/repository.ts';
import type { SeatKeeper } from './roster/seat-keeper.ts';
import { readSession } from './snapshot.ts';

/**
 * The live session's channel. Only who holds a seat is let in, so nobody watches unseen; one that was cancelled or ended
 * has nobody.
 */
export function liveChannel(
  keeper: SeatKeeper,
  clock: Clock,
): ChannelHandler<typeof sessionChannel, SessionStanding> {
  return {
    contract: sessionChannel,
    load: (ask) => loadSession({ ...ask, input: { sessionId: ask.input as SessionId } }),
    admits: async ({ tx, subject, object, now }) =>
      !object.cancelled &&
      object.endedAt === null &&
      !keeper.isLeaving(object.sessionId, subject.personId) &&
      (await holdsSeat(tx, object.sessionId, subject.personId, now)),
    audienceOf,
    hear,
    retells,
    snapshot: (tx, object, audience) => readSession(tx, object, clock.now(), audience as Audience),
    lineOpened: keeper.lineOpened,
    lineEnded: keeper.lineEnded,
  };
}
