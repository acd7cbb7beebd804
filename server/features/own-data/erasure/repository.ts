import { sql } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { ErasureToRun } from '#shared/features/own-data/erasure/model.ts';
import {
  earliestOf,
  latestOf,
  sayYes,
  type Waiting,
} from '#shared/features/own-data/erasure/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';

const WAITS = sql`taken_back_at is null and decided_at is null and done_at is null`;

/** Somebody's wish that waits; null where there is none. */
export async function findWaiting(tx: Tx, personId: PersonId): Promise<Waiting | null> {
  const { rows } = await tx.execute<Waiting>(sql`
    select person_id as "personId", ${msOf(sql`asked_at`)} as "askedAt", first_yes_by as "firstYesBy"
    from erasure_request where person_id = ${personId} and ${WAITS}`);
  return rows[0] ?? null;
}

/** Keeps the wish. One that waits, or is decided, stays the one. */
export async function addWish(tx: Tx, personId: PersonId, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into erasure_request (id, person_id, asked_at)
    values (${newId<'erasure-request'>()}, ${personId}, ${momentOf(at)})
    on conflict do nothing`);
  return rowCount === 1;
}

/** @returns whether there was one that waited */
export async function takeWishBack(tx: Tx, personId: PersonId, at: Instant): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update erasure_request set taken_back_at = ${momentOf(at)}
    where person_id = ${personId} and ${WAITS}`);
  return rowCount === 1;
}

export async function noteFirstYes(tx: Tx, personId: PersonId, by: PersonId): Promise<void> {
  await tx.execute(sql`
    update erasure_request set first_yes_by = ${by} where person_id = ${personId} and ${WAITS}`);
}

/** From here on nothing stops it. The address is kept until the letter is left that says that it is done. */
export async function noteDecided(
  tx: Tx,
  personId: PersonId,
  { by, at }: { readonly by: PersonId | null; readonly at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update erasure_request r set decided_at = ${momentOf(at)}, decided_by = ${by},
      address = p.email, language = p.language
    from person p where p.id = r.person_id and r.person_id = ${personId} and ${WAITS}`);
}

/** All that wait, as one of those who run them sees them. */
export async function waitingFor(tx: Tx, by: PersonId, now: Instant): Promise<ErasureToRun[]> {
  const { rows } = await tx.execute<Waiting & { name: string; firstYes: string | null }>(sql`
    select r.person_id as "personId", p.display_name as name, ${msOf(sql`r.asked_at`)} as "askedAt",
      r.first_yes_by as "firstYesBy", first.display_name as "firstYes"
    from erasure_request r join person p on p.id = r.person_id
      left join person first on first.id = r.first_yes_by
    where ${WAITS} order by r.asked_at, r.id`);
  return rows.map(({ firstYesBy, personId, askedAt, ...said }) => ({
    ...{ ...said, personId, askedAt },
    ...{ earliestAt: earliestOf(askedAt), latestAt: latestOf(askedAt) },
    mayRun: sayYes({ personId, askedAt, firstYesBy }, by, now).ok,
  }));
}

/** Those whose wish has waited since then or longer. */
export async function askedBefore(tx: Tx, at: Instant): Promise<readonly PersonId[]> {
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from erasure_request
    where ${WAITS} and asked_at <= ${momentOf(at)} order by asked_at`);
  return rows.map(({ personId }) => personId);
}

/** Those about whom it is decided, and who are still there. */
export async function toBeErased(tx: Tx): Promise<readonly PersonId[]> {
  const { rows } = await tx.execute<{ personId: PersonId }>(sql`
    select person_id as "personId" from erasure_request
    where decided_at is not null and done_at is null order by decided_at`);
  return rows.map(({ personId }) => personId);
}

export type ToTell = {
  readonly personId: PersonId;
  readonly address: string;
  readonly language: Language;
};

/** Takes the addresses of those who are erased and have not been told. */
export async function takeToTell(tx: Tx): Promise<readonly ToTell[]> {
  const { rows } = await tx.execute<ToTell>(sql`
    with told as (
      select id, person_id, address, language from erasure_request
      where done_at is not null and address is not null for update
    )
    update erasure_request r set address = null, language = null from told where r.id = told.id
    returning told.person_id as "personId", told.address, told.language`);
  return rows;
}
