import { sql } from 'drizzle-orm';
import type { NamedPerson } from '#shared/features/assignment/assignment/model.ts';
import type { HandedIn } from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { ImageId, PersonId, SubmissionId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { msOf } from '../../storage/moment.ts';
import type { NamedImage } from '../document/public.ts';

/** ASG-19: the pictures that were handed in with the text. */
export async function keepImages(
  tx: Tx,
  submissionId: SubmissionId,
  images: readonly NamedImage[],
): Promise<void> {
  const ids = images.map(({ imageId }) => imageId);
  const by = images.map((image) => image.by);
  const bytes = images.map((image) => image.bytes);
  await tx.execute(sql`
    insert into submission_image (submission_id, image_id, by_id, bytes)
    select ${submissionId}::uuid, * from unnest(
      ${sql.param(ids)}::uuid[], ${sql.param(by)}::uuid[], ${sql.param(bytes)}::int[])`);
}

export async function hasImage(
  tx: Tx,
  submissionId: SubmissionId,
  imageId: ImageId,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from submission_image where submission_id = ${submissionId} and image_id = ${imageId}`);
  return rowCount === 1;
}

/** Of these images, the ones that were handed in, also where that was taken back. */
export async function imagesHandedIn(
  database: Database,
  imageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await database.execute<{ imageId: ImageId }>(sql`
    select distinct image_id as "imageId" from submission_image
    where image_id = any(${sql.param(imageIds)}::uuid[])`);
  return new Set(rows.map(({ imageId }) => imageId));
}

/** IMG-6: the room of the pictures that a person put in and that lie here alone: what a document has too is counted there. */
export async function bytesHandedIn(tx: Tx, personId: PersonId): Promise<number> {
  const { rows } = await tx.execute<{ bytes: string }>(sql`
    select coalesce(sum(bytes), 0) as bytes from (
      select distinct image_id, bytes from submission_image kept
      where by_id = ${personId} and not exists (
        select from document_image i where i.image_id = kept.image_id and i.by_id = ${personId})
    ) alone`);
  return Number(rows[0]?.bytes ?? 0);
}

export type KeptSubmission = {
  readonly at: Instant;
  readonly dueAt: Instant;
  readonly late: boolean;
  readonly takenBackAt: Instant | null;
  readonly by: NamedPerson;
  readonly members: readonly (NamedPerson & {
    readonly standing: HandedIn['members'][number]['standing'];
    readonly confirmedAt: Instant | null;
  })[];
  readonly words: number;
  readonly fingerprint: string;
  readonly canonical: string;
};

/** A submission with everything that its receipt says. */
export async function readSubmission(tx: Tx, submissionId: SubmissionId): Promise<KeptSubmission> {
  const { rows } = await tx.execute<
    Omit<KeptSubmission, 'by' | 'canonical'> & {
      byId: PersonId;
      byName: string;
      canonical: Buffer;
    }
  >(sql`
    select ${msOf(sql`s.at`)} as at, ${msOf(sql`s.due_at`)} as "dueAt", s.at > s.due_at as late,
      (select ${msOf(sql`b.at`)} from submission_take_back b where b.submission_id = s.id) as "takenBackAt",
      s.by_id as "byId", coalesce(p.registered_name, p.display_name) as "byName", s.words, s.fingerprint, s.canonical, (
        select coalesce(json_agg(json_build_object('personId', m.person_id, 'displayName', who.name,
          'standing', m.standing, 'confirmedAt', ${msOf(sql`m.confirmed_at`)}) order by who.name), '[]')
        from submission_member m
          join lateral (
            select coalesce(registered_name, display_name) as name from person where id = m.person_id
          ) as who on true
        where m.submission_id = s.id
      ) as members
    from submission s join person p on p.id = s.by_id where s.id = ${submissionId}`);
  const [row] = rows;
  if (!row) throw new Error('a submission that was just loaded is not there');
  const { byId, byName, canonical, ...rest } = row;
  return {
    ...rest,
    by: { personId: byId, displayName: byName },
    canonical: canonical.toString('utf8'),
  };
}
