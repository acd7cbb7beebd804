import { asc, eq } from 'drizzle-orm';
import type { Door } from '#shared/features/identity/sign-in/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { person } from '../person/tables.ts';
import { door } from './tables.ts';

/** Draws a door on the demonstration school's sign-in page, after those that are there. */
export async function addDoor(
  tx: Tx,
  given: { readonly id: string; readonly personId: PersonId; readonly role: Role },
): Promise<void> {
  const position = await tx.$count(door);
  await tx.insert(door).values({ ...given, position });
}

export async function listDoors(database: Database): Promise<Door[]> {
  return database
    .select({ id: door.id, role: door.role, name: person.displayName })
    .from(door)
    .innerJoin(person, eq(person.id, door.personId))
    .where(eq(person.status, 'active'))
    .orderBy(asc(door.position));
}

export async function personBehindDoor(database: Database, id: string): Promise<PersonId | null> {
  const rows = await database
    .select({ personId: door.personId })
    .from(door)
    .innerJoin(person, eq(person.id, door.personId))
    .where(eq(door.id, id));
  return (rows[0]?.personId as PersonId | undefined) ?? null;
}
