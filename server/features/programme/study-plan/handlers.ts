import * as commands from '#shared/features/programme/study-plan/commands.ts';
import { semestersToChoose } from '#shared/features/programme/study-plan/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId, PersonId } from '#shared/kernel/ids.ts';
import { wallInOslo } from '#shared/kernel/oslo-time.ts';
import type { Subject } from '#shared/wire/access.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { answer, handle, type Load } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { areAllThere } from '../programme/year.ts';
import {
  lockPlanOf,
  ownOfPlan,
  type StudentPlanned,
  saveCourseOfPlan,
  saveRate,
  studentPlanned,
} from './repository.ts';

type Changing = { readonly tx: Tx; readonly subject: Subject; readonly now: Instant };

const loadStudent: Load<{ readonly personId: PersonId }, StudentPlanned> = ({
  tx,
  subject,
  input,
}) => studentPlanned(tx, subject, input.personId);

export const changeRate = handle(commands.changeRate, loadStudent, async (call) => {
  const { tx, input, object: student, now } = call;
  await lockPlanOf(tx, student.personId);
  const rate = input.rate === student.rate ? null : input.rate;
  await saveRate(tx, student.personId, rate, wallInOslo(now).day);
  await note(call, student.personId, 'plan-rate');
  return answer({});
});

export const moveCourse = handle(commands.moveCourse, loadStudent, async (call) => {
  const { tx, input, object: student } = call;
  const { courseId, to } = input;
  const isNear = semestersToChoose(student.startsOn).some(
    ({ year, season }) => year === to?.year && season === to.season,
  );
  if (to && !isNear) return refuse('too-far-away');
  const before = await courseBefore(call, student.personId, courseId);
  if (!before) return refuse('gone');
  await saveCourseOfPlan(tx, { personId: student.personId, courseId }, { ...before, moved: to });
  await note(call, student.personId, 'plan-moved');
  return answer({});
});

export const recogniseCourse = handle(commands.recogniseCourse, loadStudent, async (call) => {
  const { tx, input, object: student } = call;
  const { courseId, reason } = input;
  const before = await courseBefore(call, student.personId, courseId);
  if (!before) return refuse('gone');
  await saveCourseOfPlan(
    tx,
    { personId: student.personId, courseId },
    { ...before, recognised: reason },
  );
  await note(call, student.personId, reason === null ? 'plan-not-recognised' : 'plan-recognised');
  return answer({});
});

/** What of a course is the student's own so far; null where there is no such course. */
async function courseBefore({ tx }: Changing, personId: PersonId, courseId: CourseId) {
  await lockPlanOf(tx, personId);
  if (!(await areAllThere(tx, 'course', [courseId]))) return null;
  const { moved, recognised } = await ownOfPlan(tx, personId);
  return { moved: moved.get(courseId) ?? null, recognised: recognised.get(courseId) ?? null };
}

/** The student reads in their own log who changed it; what it was changed to stands in the plan. */
function note({ tx, subject, now }: Changing, of: PersonId, object: string): Promise<void> {
  return writeAudit(tx, {
    ...{ at: now, by: subject.personId, of, action: 'study-plan-changed', object },
  });
}
