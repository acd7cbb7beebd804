import { sql } from 'drizzle-orm';
import { mayReadAssignment } from '#shared/features/assignment/assignment/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AssignmentId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../storage/database.ts';
import { assignmentStandings } from './standing.ts';

/** When what the subject may read is due, for a calendar: the brief itself stays here. */
export async function deadlinesOf(
  tx: Tx,
  subject: Subject,
  now: Instant,
): Promise<
  {
    readonly id: AssignmentId;
    readonly title: string;
    readonly courseCode: string;
    readonly dueAt: Instant;
    readonly path: string;
  }[]
> {
  const found = await assignmentStandings(tx, subject, sql`true`, now);
  return found
    .filter((each) => mayReadAssignment(subject, each, now))
    .map(({ assignmentId: id, title, courseCode, dueAt }) => ({
      ...{ id, title, courseCode, dueAt, path: `/oppgave/${id}` },
    }));
}
