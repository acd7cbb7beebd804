import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm';
import { IDLE_ENDS_MS, LONGEST_SIGN_IN_MS } from '#shared/features/identity/sign-in/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { person } from '../person/tables.ts';
import { signIn, verification } from './tables.ts';
import { hashOfToken } from './token.ts';

/** A use within the same minute writes nothing. */
const SEEN_TO_THE_MS = MINUTE_MS;

export type LiveSignIn = {
  readonly personId: PersonId;
  readonly signInId: SignInId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
};

const moment = (at: Instant) => sql`${new Date(at).toISOString()}::timestamptz`;

/** The live sign-in of an active person that this token opens. */
export async function signInOfToken(
  database: Database,
  token: string,
  now: Instant,
): Promise<LiveSignIn | null> {
  const rows = await database
    .select({
      id: signIn.id,
      personId: signIn.personId,
      createdAt: signIn.createdAt,
      expiresAt: signIn.expiresAt,
    })
    .from(signIn)
    .innerJoin(person, eq(person.id, signIn.personId))
    .where(
      and(
        eq(signIn.tokenHash, hashOfToken(token)),
        gt(signIn.expiresAt, new Date(now)),
        eq(person.status, 'active'),
      ),
    );
  const [row] = rows;
  if (!row) return null;
  return {
    personId: row.personId as PersonId,
    signInId: row.id as SignInId,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
  };
}

/**
 * Notes that a sign-in is in use, which moves its end.
 * @returns when it now ends; null when it has ended
 */
export async function touchSignIn(
  database: Database,
  signInId: SignInId,
  now: Instant,
): Promise<Instant | null> {
  const { rows } = await database.execute<{ expires_at: Date }>(sql`
    with touched as (
      update sign_in set updated_at = ${moment(now)},
        expires_at = least(${moment(now + IDLE_ENDS_MS)},
          created_at + ${LONGEST_SIGN_IN_MS} * interval '1 millisecond')
      where id = ${signInId} and expires_at > ${moment(now)}
        and updated_at <= ${moment(now - SEEN_TO_THE_MS)}
      returning expires_at
    )
    select expires_at from touched
    union all
    select expires_at from sign_in
      where id = ${signInId} and expires_at > ${moment(now)} and not exists (select from touched)`);
  const [row] = rows;
  return row ? new Date(row.expires_at).getTime() : null;
}

/** A person's sign-ins that live, the last used first. */
export async function liveSignIns(tx: Database | Tx, personId: PersonId, now: Instant) {
  return tx
    .select()
    .from(signIn)
    .where(and(eq(signIn.personId, personId), gt(signIn.expiresAt, new Date(now))))
    .orderBy(desc(signIn.updatedAt), desc(signIn.id));
}

export async function findSignIn(
  tx: Tx,
  id: SignInId,
): Promise<{ id: SignInId; personId: PersonId } | null> {
  const rows = await tx
    .select({ id: signIn.id, personId: signIn.personId })
    .from(signIn)
    .where(eq(signIn.id, id));
  return (rows[0] as { id: SignInId; personId: PersonId } | undefined) ?? null;
}

/** Ends a sign-in; the trigger on the row tells every server, which cuts its sockets. */
export async function endSignIn(tx: Database | Tx, id: SignInId): Promise<void> {
  await tx.delete(signIn).where(eq(signIn.id, id));
}

export async function endOtherSignIns(
  tx: Database | Tx,
  personId: PersonId,
  kept: SignInId,
): Promise<void> {
  await tx.delete(signIn).where(and(eq(signIn.personId, personId), ne(signIn.id, kept)));
}

/** Removes what has expired: sign-ins at once, codes after an hour in which their owner may still be told so. */
export async function sweepExpired(database: Database, now: Instant): Promise<void> {
  await database.delete(signIn).where(lte(signIn.expiresAt, new Date(now)));
  // Written by better-auth with the machine's clock.
  await database
    .delete(verification)
    .where(sql`${verification.expiresAt} <= now() - interval '1 hour'`);
}
