import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { passwordLengthFault } from '#shared/features/identity/sign-in/rules.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { person } from '../person/tables.ts';
import { isCommonPassword, isMadeOfOwn } from './common-passwords.ts';
import { credential } from './tables.ts';

/** What better-auth calls the provider of a password. */
const PASSWORD_PROVIDER = 'credential';

export type PasswordFault = 'password-too-short' | 'password-too-long' | 'common-password';

/** Too short, too long, or what is tried first: one of the common ones, or what is known of the person. */
export async function passwordAllowed(
  tx: Tx | Database,
  personId: PersonId,
  password: string,
): Promise<{ ok: true } | Refused<PasswordFault>> {
  const fault = passwordLengthFault(password);
  if (fault) return refuse(fault);
  const { email, displayName, givenName, registeredName } = person;
  const [known = {}] = await tx
    .select({ email, displayName, givenName, registeredName })
    .from(person)
    .where(eq(person.id, personId));
  const own = Object.values(known).filter((text) => typeof text === 'string');
  const isEasy = isCommonPassword(password) || isMadeOfOwn(password, own);
  return isEasy ? refuse('common-password') : { ok: true };
}

/**
 * Gives a person a password, in place of the one they had.
 * @returns a refusal when it is too short, too long or easy to guess
 */
export async function setPassword(
  tx: Tx | Database,
  personId: PersonId,
  password: string,
  now: Instant,
): Promise<{ ok: true } | Refused<PasswordFault>> {
  const allowed = await passwordAllowed(tx, personId, password);
  if (!allowed.ok) return allowed;

  const at = new Date(now);
  const hash = await hashPassword(password);
  await tx
    .insert(credential)
    .values({
      id: newId(),
      personId,
      providerId: PASSWORD_PROVIDER,
      accountId: personId,
      password: hash,
      createdAt: at,
      updatedAt: at,
    })
    .onConflictDoUpdate({
      target: [credential.providerId, credential.accountId],
      set: { password: hash, updatedAt: at },
    });
  return { ok: true };
}

export async function hasPassword(tx: Tx | Database, personId: PersonId): Promise<boolean> {
  return (await hashOf(tx, personId)) !== null;
}

/** Whether this is the person's password; null when they have none. */
export async function isPasswordOf(
  tx: Tx | Database,
  personId: PersonId,
  password: string,
): Promise<boolean | null> {
  const hash = await hashOf(tx, personId);
  return hash === null ? null : verifyPassword({ hash, password });
}

async function hashOf(tx: Tx | Database, personId: PersonId): Promise<string | null> {
  const rows = await tx
    .select({ hash: credential.password })
    .from(credential)
    .where(and(eq(credential.providerId, PASSWORD_PROVIDER), eq(credential.accountId, personId)));
  return rows[0]?.hash ?? null;
}
