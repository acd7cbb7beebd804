import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { maySeeTeamLines, mayUseOwnTeamLine } from '#shared/features/session/team-line/policy.ts';
import * as queries from '#shared/features/session/team-line/queries.ts';
import type { SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import { answerQuery, type Load } from '../../../platform/handler.ts';
import { assignedTeachers, sessionKindOf } from '../../programme/public.ts';
import { namingIn, toldBy } from '../names/naming.ts';
import { loadSession } from '../planned.ts';
import { lineIdOf, lineOf, threadsOf } from './repository.ts';

type Own = SessionStanding & { readonly lineId: TeamLineId };

export const ownTeamLine = answerQuery(queries.ownTeamLine, loadOwn, async (call) => {
  const { object, subject, now, tx } = call;
  const { sessionId } = object;
  const { messages } = await lineOf(tx, sessionId, subject.personId);
  const teachers = await assignedTeachers(tx, sessionId);
  // NAMES-1: within a circle they are called as everybody else is.
  const isCircle = (await sessionKindOf(tx, sessionId)) === 'circle';
  const told = isCircle ? toldBy(await namingIn(tx, sessionId, now)) : undefined;
  return {
    lineId: object.lineId,
    begun: messages.length > 0,
    teachers: teachers.map(
      ({ personId, displayName }) => told?.get(personId)?.displayName ?? displayName,
    ),
  };
});

export const teamLinesOfSession = answerQuery(
  queries.teamLinesOfSession,
  loadSession,
  async ({ object, subject, now, tx }) => {
    const { sessionId } = object;
    const ownsOne = mayUseOwnTeamLine(subject, object, now);
    const seesAll = maySeeTeamLines(subject, object, now);
    return {
      own: ownsOne ? await lineOf(tx, sessionId, subject.personId) : null,
      all: seesAll ? { threads: await threadsOf(tx, sessionId) } : null,
    };
  },
);

/** To whoever has never been in it there is nothing to be found. */
async function loadOwn(
  ask: Parameters<Load<{ readonly sessionId: SessionId }, Own>>[0],
): Promise<Own | null> {
  const session = await loadSession(ask);
  const lineId = session && (await lineIdOf(ask.tx, session.sessionId, ask.subject.personId));
  return lineId && { ...session, lineId };
}
