import { kindOf, type Stage, stillSays } from '#shared/features/notification/causes.ts';
import { mayBeToldOfSession } from '#shared/features/notification/policy.ts';
import { maySeeGathering } from '#shared/features/programme/calendar/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId, GatheringId, SessionId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../storage/database.ts';
import { owedBy } from '../assignment/public.ts';
import { attendanceNotices } from '../attendance/public.ts';
import { gatheringStanding, sessionStanding } from '../programme/public.ts';
import type { Said } from './letter.ts';

/** One notice as it is now; null where it is nothing for them, or not any more. */
export async function sayNow(
  tx: Tx,
  subject: Subject,
  stage: Stage,
  aboutId: string,
  now: Instant,
): Promise<Said | null> {
  switch (kindOf(stage)) {
    case 'deadline': {
      const owed = await owedBy(tx, subject, aboutId as AssignmentId, now);
      return owed && { stage, aboutId, title: owed.title, at: owed.dueAt };
    }
    case 'gathering': {
      const found = await gatheringStanding(tx, subject, aboutId as GatheringId, now);
      if (!found?.inCohort || !maySeeGathering(subject, found, now)) return null;
      return { stage, aboutId, title: found.title, at: found.startsAt };
    }
    case 'attendance': {
      const low = await attendanceNotices(tx, now, { personId: subject.personId });
      const found = low.find(({ courseId }) => courseId === aboutId);
      return found ? { stage, aboutId, title: found.courseTitle, at: now } : null;
    }
    default: {
      const found = await sessionStanding(tx, subject, aboutId as SessionId, now);
      if (!found || found.endedAt !== null || !mayBeToldOfSession(subject, found, now)) return null;
      return stillSays(stage, found)
        ? { stage, aboutId, title: found.title, at: found.startsAt }
        : null;
    }
  }
}
