import { sql } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ImageId, PersonId, SubmissionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';

/** What somebody handed in, alone or with a group, to be handed over to them: nothing of who else did. */
export type OwnSubmission = {
  readonly title: string;
  readonly at: Instant;
  readonly late: boolean;
  readonly byMe: boolean;
  readonly fingerprint: string;
  readonly canonical: string;
  /** Those that they put in themselves. */
  readonly images: readonly ImageId[];
};

/** One by one: a text is up to megabytes. */
export const ownSubmissions = {
  async ids(
    tx: Tx,
    personId: PersonId,
  ): Promise<readonly { readonly submissionId: SubmissionId }[]> {
    const { rows } = await tx.execute<{ submissionId: SubmissionId }>(sql`
      select m.submission_id as "submissionId"
      from submission_member m join submission s on s.id = m.submission_id
      where m.person_id = ${personId} order by s.at, s.id`);
    return rows;
  },

  async read(
    tx: Tx,
    submissionId: SubmissionId,
    personId: PersonId,
  ): Promise<OwnSubmission | undefined> {
    const { rows } = await tx.execute<OwnSubmission>(sql`
      select a.title, ${msOf(sql`s.at`)} as at, s.at > s.due_at as late, s.by_id = ${personId} as "byMe",
        s.fingerprint, convert_from(s.canonical, 'UTF8') as canonical,
        coalesce((select jsonb_agg(i.image_id) from submission_image i
          where i.submission_id = s.id and i.by_id = ${personId}), '[]') as images
      from submission_member m join submission s on s.id = m.submission_id
        join paper p on p.id = s.paper_id join assignment a on a.id = p.assignment_id
      where m.person_id = ${personId} and s.id = ${submissionId}`);
    return rows[0];
  },

  /** The pictures that they put into what was handed in. */
  async images(tx: Tx, personId: PersonId): Promise<readonly ImageId[]> {
    const { rows } = await tx.execute<{ imageId: ImageId }>(sql`
      select distinct image_id as "imageId" from submission_image where by_id = ${personId} order by 1`);
    return rows.map(({ imageId }) => imageId);
  },
};
