import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm';
import { carriesRoles } from '#shared/features/identity/second-factor/rules.ts';
import {
  IDLE_ENDS_MS,
  LONGEST_SIGN_IN_MS,
  signInEndsAt,
} from '#shared/features/identity/sign-in/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { msOf } from '../../../storage/moment.ts';
import { together } from '../../../storage/together.ts';
import { endHalves } from '../second-factor/half-sign-ins.ts';
import { deviceInWords } from './device.ts';
import { signIn, verification } from './tables.ts';
import { hashOfToken, newToken } from './token.ts';

/** A use within the same minute writes nothing. */
const SEEN_TO_THE_MS = MINUTE_MS;

export type LiveSignIn = {
  readonly personId: PersonId;
  readonly signInId: SignInId;
  readonly createdAt: Instant;
  /** When the person last showed who they are. */
  readonly provedAt: Instant;
  readonly expiresAt: Instant;
};

const moment = (at: Instant) => sql`${new Date(at).toISOString()}::timestamptz`;

type FoundSignIn = LiveSignIn & { readonly secondFactor: boolean; readonly roles: readonly Role[] };

const foundSignIn = together(
  { token_hash: 'text', at: 'timestamptz' },
  sql<FoundSignIn>`
    select sign_in.person_id as "personId", sign_in.id as "signInId",
      ${msOf(sql`sign_in.created_at`)} as "createdAt",
      ${msOf(sql`coalesce(sign_in.proved_at, sign_in.created_at)`)} as "provedAt", ${msOf(sql`sign_in.expires_at`)} as "expiresAt",
      sign_in.second_factor as "secondFactor", array(select role from role_held held
        where held.person_id = person.id and (held.until is null or held.until > asked.at)) as roles
    from sign_in join person on person.id = sign_in.person_id
    where sign_in.token_hash = asked.token_hash and sign_in.expires_at > asked.at
      and person.status = 'active'`,
);

/**
 * The live sign-in of an active person that this token opens; one query for all who ask at once. One that lacks the second factor
 * which its person's roles ask for is none (SIGN-27).
 */
export async function signInOfToken(
  database: Database,
  token: string,
  now: Instant,
): Promise<LiveSignIn | null> {
  const at = new Date(now).toISOString();
  const found = await foundSignIn(database, { token_hash: hashOfToken(token), at });
  if (!found) return null;
  const { secondFactor, roles, ...signIn } = found;
  return carriesRoles({ secondFactor }, roles) ? signIn : null;
}

/** Who has come by a link. A guest's sign-in ends at a date; of everybody else there is none. */
export type ByLink = {
  readonly personId: PersonId;
  readonly userAgent: string;
  readonly until: Instant | null;
  readonly secondFactor: boolean;
};

/**
 * Signs somebody in by a link, in the transaction that lets them in: whoever is shut out at the same moment must not be
 * left with a sign-in. better-auth would make it on a connection of its own.
 * @returns the token for the cookie
 */
export async function openSignInByLink(
  tx: Tx,
  { personId, userAgent, until, secondFactor }: ByLink,
  now: Instant,
): Promise<string> {
  const token = newToken();
  const at = new Date(now);
  await tx.insert(signIn).values({
    ...{ id: newId<'sign-in'>(), personId, tokenHash: hashOfToken(token) },
    ...{ device: deviceInWords(userAgent), createdAt: at, updatedAt: at },
    expiresAt: new Date(Math.min(signInEndsAt(now, now), until ?? Number.POSITIVE_INFINITY)),
    until: until === null ? null : new Date(until),
    secondFactor,
  });
  return token;
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
          created_at + ${LONGEST_SIGN_IN_MS} * interval '1 millisecond', until)
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

/** Ends a sign-in that nobody has been told of: what it rests on is not enough. */
export async function endSignInOfToken(tx: Database | Tx, token: string): Promise<void> {
  await tx.delete(signIn).where(eq(signIn.tokenHash, hashOfToken(token)));
}

/** Notes that the sign-in has shown a second factor, or that this school asks nobody for one. */
export async function noteSecondFactor(tx: Database | Tx, which: WhichSignIn): Promise<void> {
  const one =
    'id' in which ? eq(signIn.id, which.id) : eq(signIn.tokenHash, hashOfToken(which.token));
  await tx.update(signIn).set({ secondFactor: true }).where(one);
}

type WhichSignIn = { readonly id: SignInId } | { readonly token: string };

/** Nothing that was shown is left to stand for: a role that asks for a second factor finds none. */
export async function forgetSecondFactor(tx: Tx, personId: PersonId): Promise<void> {
  await tx.update(signIn).set({ secondFactor: false }).where(eq(signIn.personId, personId));
}

/** Notes that the person has shown again who they are. */
export async function noteProved(tx: Database | Tx, id: SignInId, now: Instant): Promise<void> {
  await tx
    .update(signIn)
    .set({ provedAt: new Date(now) })
    .where(eq(signIn.id, id));
}

export async function endOtherSignIns(
  tx: Database | Tx,
  personId: PersonId,
  kept: SignInId,
): Promise<void> {
  await tx.delete(signIn).where(and(eq(signIn.personId, personId), ne(signIn.id, kept)));
  await endHalves(tx, personId);
}

/** Removes what has expired: sign-ins at once, codes after an hour in which their owner may still be told so. */
export async function sweepExpired(database: Database, now: Instant): Promise<void> {
  await database.delete(signIn).where(lte(signIn.expiresAt, new Date(now)));
  // Written by better-auth with the machine's clock.
  await database
    .delete(verification)
    .where(sql`${verification.expiresAt} <= now() - interval '1 hour'`);
}
