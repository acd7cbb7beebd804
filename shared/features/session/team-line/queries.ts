import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { teamDesk, teamLine } from './model.ts';

/** Where one's own line to the teachers is heard, whether anything stands on it, and who reads it. Only for whoever has been in the session. */
export const ownTeamLine = query({
  name: 'team-line/find-own',
  action: 'team-line/own',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({
    lineId: id<'team-line'>(),
    begun: z.boolean(),
    /** The session's teachers by name, in their order. */
    teachers: z.array(z.string()),
  }),
});

/**
 * What can be read of the lines when nothing is live: one's own, and for its teachers all of them. Which of the two is asked
 * piece by piece, by row 16; null where there is none for the one who asks.
 */
export const teamLinesOfSession = query({
  name: 'team-line/of-session',
  action: 'session/join',
  input: z.object({ sessionId: id<'session'>() }),
  output: z.object({ own: z.nullable(teamLine), all: z.nullable(teamDesk) }),
});
