import type { Stands } from '#shared/features/attendance/requirement/model.ts';
import { isListed, standingTo } from '#shared/features/attendance/requirement/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CourseId, PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { type CountedFor, countRequired, type Whose } from './count.ts';

export type StandsIn = { readonly sessions: Stands | null; readonly gatherings: Stands | null };

/** How somebody stands to what a course requires. */
export function standsIn({ required, sessions, ahead, days }: CountedFor): StandsIn {
  return {
    sessions: required.sessions === null ? null : standingTo(required.sessions, sessions, ahead),
    gatherings: required.gatherings === null ? null : standingTo(required.gatherings, days, []),
  };
}

type AttendanceNotice = {
  readonly personId: PersonId;
  readonly courseId: CourseId;
  readonly courseCode: string;
  readonly courseTitle: string;
  readonly state: 'near' | 'under';
};

/** ATT-13: whom something kind is to be said to, about which course. It is said to the student, and to nobody else. */
export async function attendanceNotices(
  tx: Tx,
  now: Instant,
  whose: Whose = {},
): Promise<AttendanceNotice[]> {
  return (await countRequired(tx, whose, now)).flatMap((counted) => {
    const { sessions, gatherings } = standsIn(counted);
    const states = [sessions?.state, gatherings?.state];
    const state = (['under', 'near'] as const).find((one) => states.includes(one));
    if (!state) return [];
    const { courseId, code, title } = counted.required;
    return [{ personId: counted.personId, courseId, courseCode: code, courseTitle: title, state }];
  });
}

/** ATT-14: whether somebody has been below for so long that those who follow students up are shown it. */
export function isShownToOthers({ required, sessions, days }: CountedFor, now: Instant): boolean {
  const { since } = required;
  return (
    (required.sessions !== null && isListed(required.sessions, sessions, since, now)) ||
    (required.gatherings !== null && isListed(required.gatherings, days, since, now))
  );
}

/** Everybody of whom that is so, and how they stand. */
export async function listedUnder(
  tx: Tx,
  whose: Whose,
  now: Instant,
): Promise<(StandsIn & { readonly personId: PersonId })[]> {
  return (await countRequired(tx, whose, now))
    .filter((counted) => isShownToOthers(counted, now))
    .map((counted) => ({ personId: counted.personId, ...standsIn(counted) }));
}
