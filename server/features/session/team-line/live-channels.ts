import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import type { PersonId, SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../../platform/handler.ts';
import { loadSession } from '../planned.ts';
import { lineOf, sessionOfLine, threadsOf } from './repository.ts';

type OwnLine = SessionStanding & { readonly ownerId: PersonId };

/** Heard by the one whose line it is, also when the session is over. */
export const liveTeamLine: ChannelHandler<typeof teamLineChannel, OwnLine> = {
  contract: teamLineChannel,
  load: async (ask) => {
    const ownerId = ask.subject.personId;
    const sessionId = await sessionOfLine(ask.tx, ask.input as TeamLineId, ownerId);
    const session = sessionId && (await loadSession({ ...ask, input: { sessionId } }));
    return session && { ...session, ownerId };
  },
  admits: async () => true,
  audienceOf: () => 'owner',
  hear: (fact) => fact,
  snapshot: (tx, { sessionId, ownerId }) => lineOf(tx, sessionId, ownerId),
};

/** Heard by the session's teachers, also when it is over. */
export const liveTeamDesk: ChannelHandler<typeof teamDeskChannel, SessionStanding> = {
  contract: teamDeskChannel,
  load: (ask) => loadSession({ ...ask, input: { sessionId: ask.input as SessionId } }),
  admits: async () => true,
  audienceOf: () => 'team',
  hear: (fact) => fact,
  snapshot: async (tx, { sessionId }) => ({ threads: await threadsOf(tx, sessionId) }),
};
