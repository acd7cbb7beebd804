import * as commands from '#shared/features/admin/cohort/commands.ts';
import type { CohortStanding } from '#shared/features/admin/cohort/model.ts';
import * as rules from '#shared/features/admin/cohort/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import { instantInOslo } from '#shared/kernel/oslo-time.ts';
import { actAs, writeAudit } from '../../../platform/audit.ts';
import { answer, handle, type Load } from '../../../platform/handler.ts';
import { giveRole } from '../../identity/public.ts';
import * as programme from '../../programme/public.ts';
import { findPerson, lockStandings, noteAct } from '../standing/repository.ts';
import { isNameTaken, lockCohorts } from './names.ts';
import { cohortStanding, enrolledIn } from './repository.ts';

/** Nobody's cohort changes while it is decided about. */
const loadCohort: Load<{ readonly cohortId: CohortId }, CohortStanding> = async (ask) => {
  const { tx, subject, input, now } = ask;
  await lockStandings(tx);
  if (!subject) return null;
  await actAs(tx, subject.personId);
  return cohortStanding(tx, subject, input.cohortId, now);
};

export const createCohort = handle(
  commands.createCohort,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input: { name, mode, startsOn }, tx }) => {
    if (instantInOslo(startsOn, '12:00') === null) return refuse('no-such-day');
    await lockCohorts(tx);
    const programmeId = await programme.onlyProgramme(tx);
    if (programmeId === null) return refuse('no-programme');
    if (await isNameTaken(tx, name)) return refuse('name-taken');
    const cohortId = await programme.createCohort(tx, { programmeId, name, mode, startsOn });
    return answer({ cohortId });
  },
);

export const copyCohort = handle(commands.copyCohort, loadCohort, async (call) => {
  const { tx, object: before, input } = call;
  const { name, startsOn } = input;
  if (instantInOslo(startsOn, '12:00') === null) return refuse('no-such-day');
  await lockCohorts(tx);
  if (await isNameTaken(tx, name)) return refuse('name-taken');
  const { programmeId, terms, groupNames } = await programme.setUpOf(tx, before.cohortId);
  const { mode } = before;
  const cohortId = await programme.createCohort(tx, { programmeId, name, mode, startsOn });
  for (const term of terms) {
    const {
      name: called,
      firstDay,
      lastDay,
      courseIds,
    } = rules.termMoved(term, before.startsOn, startsOn);
    await programme.keepTerm(tx, {
      ...{ termId: null, cohortId, name: called, firstDay, lastDay, courseIds },
    });
  }
  for (const group of groupNames) await programme.createGroup(tx, cohortId, group);
  return answer({ cohortId });
});

export const enrolStudent = handle(commands.enrolStudent, loadCohort, async (call) => {
  const { tx, object: cohort, input, subject, now } = call;
  const person = await findPerson(tx, input.personId, now);
  if (!person) return refuse('nobody');
  const { personId: about } = person;
  const { cohortId } = cohort;
  const already = (await enrolledIn(tx, about, now)).map((one) => one.cohortId);
  const decision = rules.mayBeEnrolled(cohortId, already);
  if (!decision.ok) return decision;
  if (!person.roles.includes('student'))
    await giveRole(tx, about, { role: 'student', until: null, now });
  await programme.enrol(tx, about, cohortId, now);
  const { personId: by } = subject;
  await noteAct(tx, { about, act: 'enrolled', cohortId, reason: '', by, at: now });
  await writeAudit(tx, { at: now, by, of: about, action: 'enrolled', object: cohortId });
  return answer({});
});

export const moveStudent = handle(commands.moveStudent, loadCohort, async (call) => {
  const { tx, object: from, input, subject, now } = call;
  const { personId: about, reason } = input;
  const to = await cohortStanding(tx, subject, input.toCohortId, now);
  if (!to) return refuse('gone');
  const { cohortId } = to;
  const already = (await enrolledIn(tx, about, now)).map((one) => one.cohortId);
  if (!already.includes(from.cohortId)) return refuse('not-in-it');
  if (already.includes(cohortId)) return refuse('already-in-it');
  await leave(call, about, from.cohortId);
  await programme.enrol(tx, about, cohortId, now);
  const { personId: by } = subject;
  await noteAct(tx, { about, act: 'moved', cohortId, reason, by, at: now });
  await writeAudit(tx, { at: now, by, of: about, action: 'enrolled', object: cohortId });
  return answer({});
});

export const takeOutStudent = handle(commands.takeOutStudent, loadCohort, async (call) => {
  const { tx, object, input, subject, now } = call;
  const { cohortId } = object;
  const { personId: about, reason } = input;
  if (!(await leave(call, about, cohortId))) return refuse('not-in-it');
  const { personId: by } = subject;
  await noteAct(tx, { about, act: 'taken-out', cohortId, reason, by, at: now });
  return answer({});
});

type Leaving = Pick<Parameters<Parameters<typeof handle>[2]>[0], 'tx' | 'subject' | 'now'>;

/** @returns whether they were in it */
async function leave(
  { tx, subject, now }: Leaving,
  of: PersonId,
  cohortId: CohortId,
): Promise<boolean> {
  if (!(await programme.leaveCohort(tx, of, cohortId, now))) return false;
  const { personId: by } = subject;
  await writeAudit(tx, { at: now, by, of, action: 'taken-out-of-cohort', object: cohortId });
  return true;
}
