import { sql } from 'drizzle-orm';
import type { PictureId } from '#shared/features/identity/profile/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import type { Place } from './tables.ts';

export type NameAndPlace = {
  readonly displayName: string;
  readonly givenName: string;
  readonly pronouns: string;
  readonly picture: PictureId | null;
  readonly place: Place;
};

/**
 * What others see of a person who comes in, and where the person usually sits.
 * @throws when there is no such person
 */
export async function nameAndPlace(tx: Tx, personId: PersonId): Promise<NameAndPlace> {
  const { rows } = await tx.execute<NameAndPlace>(sql`
    select display_name as "displayName", given_name as "givenName", pronouns, place,
      (select picture_id from person_picture where person_id = person.id) as picture
    from person where id = ${personId}`);
  const [known] = rows;
  if (!known) throw new Error('a person who asks is not there');
  return known;
}
