import { and, asc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import { mustHaveSecondFactor } from '#shared/features/identity/second-factor/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PasskeyId, PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { rolesHeld } from '../person/persons.ts';
import { person } from '../person/tables.ts';
import { endHalves } from './half-sign-ins.ts';
import { seal, unseal } from './sealed.ts';
import { authenticatorApp, paperCode, passkey, passkeyChallenge } from './tables.ts';
import { newSecret, stepOfCode } from './totp.ts';

export type Factors = { readonly app: boolean; readonly passkeys: number };

/** Which second factors a person has. */
export async function factorsOf(tx: Tx | Database, personId: PersonId): Promise<Factors> {
  const { rows } = await tx.execute<Factors>(sql`
    select exists(select from authenticator_app
        where person_id = ${personId} and confirmed_at is not null) as app,
      (select count(*)::int from passkey where person_id = ${personId}) as passkeys`);
  return rows[0] ?? { app: false, passkeys: 0 };
}

/** Whether a person has to have one. The demonstration school asks nobody: its doors stand open. */
export async function mustHaveOne(
  tx: Tx | Database,
  personId: PersonId,
  now: Instant,
  school: { readonly demo: boolean },
): Promise<boolean> {
  return !school.demo && mustHaveSecondFactor(await rolesHeld(tx, personId, now));
}

/** Changes of a person's second factors wait for each other. */
export async function lockFactors(tx: Tx, personId: PersonId): Promise<void> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update');
}

/** A new secret for an app, in place of one that no code has come back of. Null: the person has an app already. */
export async function offerApp(tx: Tx, key: Buffer, personId: PersonId): Promise<Buffer | null> {
  const secret = newSecret();
  const sealed = seal(key, personId, secret);
  const offered = await tx
    .insert(authenticatorApp)
    .values({ personId, secret: sealed })
    .onConflictDoUpdate({
      target: authenticatorApp.personId,
      set: { secret: sealed, lastStep: 0 },
      setWhere: sql`${authenticatorApp.confirmedAt} is null`,
    })
    .returning({ personId: authenticatorApp.personId });
  return offered.length > 0 ? secret : null;
}

/** Takes the app into use with its first code. Whether it was the app's. */
export async function confirmApp(
  tx: Tx,
  key: Buffer,
  personId: PersonId,
  code: string,
  now: Instant,
): Promise<boolean> {
  if (!(await takeCode(tx, key, personId, code, now, 'offered'))) return false;
  await tx
    .update(authenticatorApp)
    .set({ confirmedAt: new Date(now) })
    .where(eq(authenticatorApp.personId, personId));
  return true;
}

/** Uses up a code of the person's app. Whether it was one: a code opens once, and none that is older than it opens after it. */
export function takeAppCode(
  tx: Tx,
  key: Buffer,
  personId: PersonId,
  code: string,
  now: Instant,
): Promise<boolean> {
  return takeCode(tx, key, personId, code, now, 'in-use');
}

async function takeCode(
  tx: Tx,
  key: Buffer,
  personId: PersonId,
  code: string,
  now: Instant,
  app: 'offered' | 'in-use',
): Promise<boolean> {
  const [found] = await tx
    .select()
    .from(authenticatorApp)
    .where(eq(authenticatorApp.personId, personId));
  if (!found || (found.confirmedAt !== null) !== (app === 'in-use')) return false;
  const secret = unseal(key, personId, found.secret);
  const step = secret && stepOfCode(secret, code, now, found.lastStep);
  if (step === null) return false;
  // Of two who show the same code at once, one is later.
  const used = await tx
    .update(authenticatorApp)
    .set({ lastStep: step })
    .where(and(eq(authenticatorApp.personId, personId), lt(authenticatorApp.lastStep, step)))
    .returning({ personId: authenticatorApp.personId });
  return used.length > 0;
}

/** Whether the person had one in use. */
export async function removeApp(tx: Tx, personId: PersonId): Promise<boolean> {
  const gone = await tx
    .delete(authenticatorApp)
    .where(and(eq(authenticatorApp.personId, personId), isNotNull(authenticatorApp.confirmedAt)))
    .returning({ personId: authenticatorApp.personId });
  return gone.length > 0;
}

export async function passkeysOf(tx: Tx | Database, personId: PersonId) {
  return tx
    .select()
    .from(passkey)
    .where(eq(passkey.personId, personId))
    .orderBy(asc(passkey.createdAt), asc(passkey.id));
}

const own = (personId: PersonId, id: PasskeyId) =>
  and(eq(passkey.personId, personId), eq(passkey.id, id));

/** Whether the person has it. */
export async function renamePasskey(
  tx: Tx | Database,
  personId: PersonId,
  id: PasskeyId,
  name: string,
): Promise<boolean> {
  const named = await tx.update(passkey).set({ name }).where(own(personId, id)).returning();
  return named.length > 0;
}

/** Whether the person had it. */
export async function removePasskey(tx: Tx, personId: PersonId, id: PasskeyId): Promise<boolean> {
  const gone = await tx.delete(passkey).where(own(personId, id)).returning();
  return gone.length > 0;
}

/**
 * Takes every second factor from somebody who has lost them all: at the next sign-in they set up new ones.
 * `by` is null where the operator does it.
 */
export async function resetSecondFactors(
  tx: Tx,
  { personId, by }: { readonly personId: PersonId; readonly by: PersonId | null },
  now: Instant,
): Promise<void> {
  await lockFactors(tx, personId);
  for (const table of [authenticatorApp, paperCode, passkey, passkeyChallenge])
    await tx.delete(table).where(eq(table.personId, personId));
  await endHalves(tx, personId);
  await tx.execute(sql`delete from sign_in where person_id = ${personId}`);
  await writeAudit(tx, { at: now, by, of: personId, action: 'second-factors-reset' });
}

/** Where no second factor is left, the sheet has nothing to stand in for. */
export async function dropPaperCodes(tx: Tx, personId: PersonId): Promise<void> {
  await tx.delete(paperCode).where(eq(paperCode.personId, personId));
}
