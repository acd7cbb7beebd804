import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { command } from '#shared/wire/contract.ts';
import { messageText, writtenIn } from '../chat/model.ts';

const sessionId = id<'session'>();
const personId = id<'person'>();
const lang = z.optional(writtenIn);
const messageId = id<'team-message'>();

/** To the session's teachers together, never to one of them. */
export const writeToTeam = command({
  name: 'team-line/write',
  action: 'team-line/own',
  input: z.object({ sessionId, text: messageText, lang }),
  output: z.object({ messageId, at: z.number() }),
  refusals: ['not-joined', 'session-over', 'line-full'],
});

/** A teacher's answer on somebody's line, with the teacher's name. Nobody begins a line for another who has not asked for it. */
export const answerOnTeamLine = command({
  name: 'team-line/answer',
  action: 'team-line/all',
  input: z.object({ sessionId, personId, text: messageText, lang }),
  output: z.object({ messageId, at: z.number() }),
  refusals: ['not-joined', 'session-over', 'line-full', 'nothing-written'],
});

/** One of the teachers has seen a line up to this message: then the team has. What is unknown changes nothing. */
export const readTeamLine = command({
  name: 'team-line/mark-read',
  action: 'team-line/all',
  input: z.object({ sessionId, personId, readTo: messageId }),
  output: z.object({}),
  refusals: [],
});
