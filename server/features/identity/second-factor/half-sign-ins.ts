import { and, eq, gt, lte } from 'drizzle-orm';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
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
