import { sql } from 'drizzle-orm';
import type {
  OwnProfile,
  PictureId,
  WrittenProfile,
} from '#shared/features/identity/profile/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { isolated, withoutIsolation } from '#shared/kernel/isolated.ts';
import { looksLikeOneOf, looksOf } from '#shared/kernel/look-alike.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';

/** In a query from `person`: what their picture is called, or null. */
const PICTURE_OF = sql`(select picture_id from person_picture where person_id = person.id)`;

/** What somebody is shown as, and what the school has, as they wrote it. */
export async function profileOf(tx: Tx, personId: PersonId): Promise<OwnProfile> {
  const { rows } = await tx.execute<OwnProfile>(sql`
    select display_name as name, given_name as "givenName", pronouns,
      coalesce(registered_name, display_name) as "registeredName",
      coalesce(registered_given_name, given_name) as "registeredGivenName",
      ${PICTURE_OF} as picture
    from person where id = ${personId}`);
  const [profile] = rows;
  if (!profile) throw new Error('a person who asks is not there');
  return {
    ...profile,
    name: withoutIsolation(profile.name),
    givenName: withoutIsolation(profile.givenName),
    registeredName: withoutIsolation(profile.registeredName),
    registeredGivenName: withoutIsolation(profile.registeredGivenName),
  };
}

/** Keeps it. The school's own names are kept beside what was chosen, and only while they differ. */
export async function keepProfile(
  tx: Tx,
  personId: PersonId,
  { name, givenName, pronouns }: WrittenProfile,
): Promise<void> {
  await tx.execute(sql`
    update person set
      display_name = ${isolated(name)}, given_name = ${isolated(givenName)}, pronouns = ${pronouns},
      registered_name = coalesce(registered_name, display_name),
      registered_given_name = coalesce(registered_given_name, given_name)
    where id = ${personId}`);
  await tx.execute(sql`
    update person set registered_name = nullif(registered_name, display_name),
      registered_given_name = nullif(registered_given_name, given_name)
    where id = ${personId}`);
}

/** PROFILE-4: what the others are called, as it is read. A name that is the person's own by the school's list is theirs, whoever shares it. */
export async function namesOfOthers(
  tx: Tx,
  personId: PersonId,
): Promise<(name: string) => boolean> {
  const { rows } = await tx.execute<{ id: PersonId; name: string }>(sql`
    select id, display_name as name from person
    union select id, registered_name from person where registered_name is not null`);
  const { registeredName } = await profileOf(tx, personId);
  const isAnothers = looksLikeOneOf(
    rows.filter(({ id }) => id !== personId).map(({ name }) => name),
  );
  const [own] = looksOf(registeredName);
  return (name) => looksOf(name)[0] !== own && isAnothers(name);
}

/** Keeps a picture in place of the one before. */
export async function keepPicture(
  tx: Tx,
  personId: PersonId,
  {
    picture,
    bytes,
    at,
  }: { readonly picture: PictureId; readonly bytes: Uint8Array; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into person_picture (person_id, picture_id, bytes, at)
    values (${personId}, ${picture}, ${Buffer.from(bytes)}, ${momentOf(at)})
    on conflict (person_id) do update set
      picture_id = excluded.picture_id, bytes = excluded.bytes, at = excluded.at`);
}

export async function forgetPicture(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(sql`delete from person_picture where person_id = ${personId}`);
}

/** Whose picture it is, and what is seen of it; null for one that is there no more. */
export async function pictureNamed(
  tx: Tx,
  picture: PictureId,
): Promise<{ readonly personId: PersonId; readonly bytes: Buffer } | null> {
  const { rows } = await tx.execute<{ personId: PersonId; bytes: Buffer }>(sql`
    select person_id as "personId", bytes from person_picture where picture_id = ${picture}::uuid`);
  return rows[0] ?? null;
}
