import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionDoorChannel } from '#shared/features/session/order/channel.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../../platform/handler.ts';
import { readLive } from '../live-session.ts';
import { loadSession } from '../planned.ts';
import { orderOf } from './repository.ts';

/** Heard outside by whoever may join: a door that opens is told at once, and nobody has to knock again and again. */
export const liveDoor: ChannelHandler<typeof sessionDoorChannel, SessionStanding> = {
  contract: sessionDoorChannel,
  load: (ask) => loadSession({ ...ask, input: { sessionId: ask.input as SessionId } }),
  admits: async () => true,
  audienceOf: () => 'outside',
  hear: (fact) => fact,
  snapshot: async (tx, { sessionId }) => {
    const { locked } = orderOf(await readLive(tx, sessionId));
    return { locked };
  },
};
