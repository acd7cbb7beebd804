import { and, eq, gt, lte, sql } from 'drizzle-orm';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import { person } from '../person/tables.ts';
import { hashOfToken, newToken } from '../sign-in/token.ts';
import { halfSignIn } from './tables.ts';

/** Long enough to find the phone, or to get an app for it and print a sheet. */
const HALF_LIVES_MS = 30 * MINUTE_MS;

export type HalfSignIn = { readonly id: SignInId; readonly personId: PersonId };

/** Notes that somebody has shown one thing. @returns the token for the cookie */
export async function openHalf(
  tx: Database | Tx,
  personId: PersonId,
  now: Instant,
): Promise<string> {
  const token = newToken();
  await tx.delete(halfSignIn).where(lte(halfSignIn.expiresAt, new Date(now)));
  await tx.insert(halfSignIn).values({
    ...{ id: newId<'sign-in'>(), personId, tokenHash: hashOfToken(token) },
    expiresAt: new Date(now + HALF_LIVES_MS),
  });
  return token;
}

/**
 * Sign-ins without a second factor become half ones, under the token that their browser has: the next thing it sees is what is
 * lacking. The trigger on the row tells every server, which cuts their sockets.
 */
export async function halveSignIns(tx: Tx, personId: PersonId, now: Instant): Promise<void> {
  await tx.execute(sql`
    with ended as (
      delete from sign_in where person_id = ${personId} and not second_factor
        and expires_at > ${momentOf(now)} returning id, person_id, token_hash
    )
    insert into half_sign_in (id, person_id, token_hash, expires_at)
    select id, person_id, token_hash, ${momentOf(now + HALF_LIVES_MS)} from ended`);
}

/** The half sign-in of an active person that this token stands for. */
export async function halfOfToken(
  tx: Database | Tx,
  token: string,
  now: Instant,
): Promise<HalfSignIn | null> {
  const [found] = await tx
    .select({ id: halfSignIn.id, personId: halfSignIn.personId })
    .from(halfSignIn)
    .innerJoin(person, eq(person.id, halfSignIn.personId))
    .where(
      and(
        eq(halfSignIn.tokenHash, hashOfToken(token)),
        gt(halfSignIn.expiresAt, new Date(now)),
        eq(person.status, 'active'),
      ),
    );
  return found ? { id: found.id as SignInId, personId: found.personId as PersonId } : null;
}

/** Used up: whether it was still there. */
export async function endHalf(tx: Database | Tx, id: SignInId): Promise<boolean> {
  const ended = await tx
    .delete(halfSignIn)
    .where(eq(halfSignIn.id, id))
    .returning({ id: halfSignIn.id });
  return ended.length > 0;
}

/** What was shown may have been stolen: it has to be shown anew. */
export async function endHalves(tx: Database | Tx, personId: PersonId): Promise<void> {
  await tx.delete(halfSignIn).where(eq(halfSignIn.personId, personId));
}
