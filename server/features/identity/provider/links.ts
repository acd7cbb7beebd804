import { and, eq, ne } from 'drizzle-orm';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { credential } from '../sign-in/tables.ts';

/** What better-auth's table calls it. */
const PROVIDER = 'oidc';

const ofPerson = (personId: PersonId) =>
  and(eq(credential.providerId, PROVIDER), eq(credential.personId, personId));

/** Whose account this is here: linked by key, and by nothing else that the provider says. */
export async function personLinkedTo(database: Database, key: string): Promise<PersonId | null> {
  const [found] = await database
    .select({ personId: credential.personId })
    .from(credential)
    .where(and(eq(credential.providerId, PROVIDER), eq(credential.accountId, key)));
  return (found?.personId as PersonId | undefined) ?? null;
}

/** Links an account, in place of another of the person's. Whether it could: one that is somebody else's stays theirs. */
export async function link(
  tx: Tx,
  personId: PersonId,
  key: string,
  now: Instant,
): Promise<boolean> {
  const at = new Date(now);
  const made = await tx
    .insert(credential)
    .values({
      ...{ id: newId(), personId, providerId: PROVIDER, accountId: key },
      ...{ createdAt: at, updatedAt: at },
    })
    .onConflictDoNothing()
    .returning({ id: credential.id });
  const [kept] = made;
  if (kept) await tx.delete(credential).where(and(ofPerson(personId), ne(credential.id, kept.id)));
  return kept !== undefined;
}

/** Whether there was one. */
export async function unlink(tx: Tx | Database, personId: PersonId): Promise<boolean> {
  const gone = await tx.delete(credential).where(ofPerson(personId)).returning();
  return gone.length > 0;
}

export async function isLinked(database: Database, personId: PersonId): Promise<boolean> {
  return (await database.$count(credential, ofPerson(personId))) > 0;
}
