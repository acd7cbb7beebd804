import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import type { BreakoutId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../../platform/handler.ts';
import { retells } from '../audience.ts';
import { loadSession } from '../planned.ts';
import { roomWithin, sessionOfOpen, sitsIn } from './repository.ts';

type Within = SessionStanding & { readonly breakoutId: BreakoutId };

/** A breakout's channel. Only who is in that room just now is let in, teachers too. */
export const liveBreakout: ChannelHandler<typeof breakoutChannel, Within> = {
  contract: breakoutChannel,
  load: async (ask) => {
    const breakoutId = ask.input as BreakoutId;
    const sessionId = await sessionOfOpen(ask.tx, breakoutId);
    const session = sessionId && (await loadSession({ ...ask, input: { sessionId } }));
    return session && { ...session, breakoutId };
  },
  admits: ({ tx, subject, object }) => sitsIn(tx, object.breakoutId, subject.personId),
  audienceOf: () => 'inside',
  hear: (fact) => fact,
  retells,
  snapshot: async (tx, { sessionId, breakoutId }) => {
    const room = await roomWithin(tx, sessionId, breakoutId);
    if (!room) throw new Error('a breakout was closed while it was read');
    return room;
  },
};
