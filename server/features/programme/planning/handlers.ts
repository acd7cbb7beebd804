import * as commands from '#shared/features/programme/planning/commands.ts';
import type { Assigned } from '#shared/features/programme/planning/model.ts';
import * as rules from '#shared/features/programme/planning/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Load } from '../../../platform/handler.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { createSession } from '../calendar/repository.ts';
import { changedPlan, newPlan, seriesFrom } from './plans.ts';
import * as repository from './repository.ts';

/** Finds the planned session that a call names, with what the caller is to where it is planned. */
export const loadPlanned: Load<{ readonly sessionId: SessionId }, repository.Planned> = ({
  tx,
  subject,
  input,
  now,
}) => repository.plannedSessionOf(tx, subject, input.sessionId, now);

/** Finds where a call wants to plan. */
export const loadPlace: Load<
  Pick<repository.NewPlace, 'cohortId' | 'courseId' | 'groupId'>,
  repository.NewPlace
> = ({ tx, subject, input, now }) => repository.planningPlaceOf(tx, subject, input, now);

export const planSessions = handle(commands.planSessions, loadPlace, async (call) => {
  const { tx, subject, input } = call;
  await repository.lockPlanning(tx);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object: place, now } = again;
  if (!(await canAllTeach(tx, input.teachers, [], now))) return refuse('unknown-teacher');
  const plan = await newPlan({ tx, subject, now }, place, input);
  if (!plan.ok) return plan;
  if (rules.isUnseen(plan.clashes, input.seen)) return refuse('unseen-clash');

  const { cohortId, courseId, groupId } = place;
  const { title, room, kind } = input;
  const seriesId = input.untilDay === null ? null : newId<'series'>();
  const sessionIds: SessionId[] = [];
  for (const { startsAt, endsAt } of plan.held) {
    const sessionId = await createSession(tx, {
      ...{ cohortId, courseId, groupId, title, room, kind, startsAt, endsAt, seriesId },
      ...{ teachers: [], invited: [] },
    });
    await repository.assignTeachers(tx, sessionId, input.teachers);
    sessionIds.push(sessionId);
  }
  return answer({ sessionIds });
});

export const changeSession = handle(commands.changeSession, loadPlanned, async (call) => {
  const { tx, subject, input } = call;
  await repository.lockPlanning(tx);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object: session, now } = again;
  const may = rules.mayChange(session, input.version, now);
  if (!may.ok) return may;
  if (!(await canAllTeach(tx, input.teachers, session.assigned, now)))
    return refuse('unknown-teacher');
  const plan = await changedPlan({ tx, subject, now }, session, input);
  if (!plan.ok) return plan;
  if (rules.isUnseen(plan.clashes, input.seen)) return refuse('unseen-clash');

  const { title, room } = input;
  for (const { session: each, startsAt, endsAt } of plan.moves) {
    await repository.savePlan(tx, each.sessionId, { title, room, startsAt, endsAt });
    if (!isSameTeam(each.assigned, input.teachers))
      await repository.assignTeachers(tx, each.sessionId, input.teachers);
  }
  const ids = plan.moves.map((move) => move.session.sessionId);
  await repository.keepWhoChanged(tx, ids, subject.personId, now);
  return answer({});
});

export const cancelSession = handle(commands.cancelSession, loadPlanned, async (call) => {
  const { tx, subject, input } = call;
  await repository.lockPlanning(tx);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object: session, now } = again;
  const may = rules.mayChange(session, input.version, now);
  if (!may.ok) return may;
  const following = await seriesFrom({ tx, subject, now }, session, input);
  const ids = rules.laterOf(session, following).map(({ sessionId }) => sessionId);
  await repository.saveCancelling(tx, ids, { at: now, reason: input.reason });
  await repository.keepWhoChanged(tx, ids, subject.personId, now);
  return answer({});
});

export const takeBackCancelling = handle(commands.takeBackCancelling, loadPlanned, async (call) => {
  const { tx, subject, input } = call;
  await repository.lockPlanning(tx);
  const again = await call.askAgain();
  if (!again) return refuse('not-found');
  const { object: session, now } = again;
  if (session.version !== input.version) return refuse('changed-meanwhile');
  if (!session.cancelled) return refuse('not-cancelled');
  if (rules.hasBegun(session, now)) return refuse('has-begun');
  const ids = [session.sessionId];
  await repository.saveCancelling(tx, ids, { at: null, reason: '' });
  await repository.keepWhoChanged(tx, ids, subject.personId, now);
  return answer({});
});

/** PLAN-7: a session is given to teachers of the school; whoever has it already may keep it. */
async function canAllTeach(
  tx: Tx,
  teachers: readonly Assigned[],
  before: readonly Assigned[],
  now: Instant,
): Promise<boolean> {
  const known = new Set([...(await repository.teachersAt(tx, now)), ...before].map(personIdOf));
  return teachers.every((one) => known.has(personIdOf(one)));
}

function isSameTeam(before: readonly Assigned[], after: readonly Assigned[]): boolean {
  const said = (all: readonly Assigned[]) =>
    all.map(({ personId, isSubstitute }) => `${personId} ${isSubstitute}`).join();
  return said(before) === said(after);
}

const personIdOf = ({ personId }: Pick<Assigned, 'personId'>) => personId;
