import { sql } from 'drizzle-orm';
import type { PersonId } from '#shared/kernel/ids.ts';
import * as admin from './features/admin/personal-data.ts';
import * as assignment from './features/assignment/personal-data.ts';
import * as attendance from './features/attendance/personal-data.ts';
import * as care from './features/care/personal-data.ts';
import * as document from './features/document/personal-data.ts';
import * as identity from './features/identity/personal-data.ts';
import * as notification from './features/notification/personal-data.ts';
import * as ownData from './features/own-data/personal-data.ts';
import * as programme from './features/programme/personal-data.ts';
import * as seminarRoom from './features/seminar-room/personal-data.ts';
import * as session from './features/session/personal-data.ts';
import type { Log } from './platform/log.ts';
import type { Database, Tx } from './storage/database.ts';
import { makeErasureList } from './storage/erasure-list.ts';
import { inTransaction } from './storage/transaction.ts';

/** Identity is last: it says that somebody is forgotten. The audit log keeps what it says, of an id that means nobody then. */
export const ERASING_SLICES = [
  admin,
  notification,
  attendance,
  seminarRoom,
  document,
  assignment,
  care,
  session,
  programme,
  ownData,
  identity,
] as const;

export type Erasures = {
  /** Erases a person in every slice, whole or not at all, and for good: also from a database that is put back to before this. */
  erase(personId: PersonId): Promise<void>;
  /** Erases again whoever this database has come back with. Before anybody is let in. */
  replay(): Promise<void>;
};

/**
 * Every erasure stands in the database, in the transaction that did it, and in a file outside it. Whichever lacks one is told
 * at the next start: the file after a kill between the two, the database after a restore.
 */
export function makeErasures(parts: {
  readonly database: Database;
  readonly log: Log;
  /** `ERASURES_FILE` */
  readonly file: string;
}): Erasures {
  const { database, log } = parts;
  const list = makeErasureList(parts.file);

  const eraseInDatabase = (personId: PersonId) =>
    inTransaction(database, 'change', async (tx) => {
      for (const slice of ERASING_SLICES) await slice.erasePersonalData(tx, personId);
      await note(tx, personId);
    });

  return {
    async erase(personId) {
      await eraseInDatabase(personId);
      await list.add([personId]);
    },
    async replay() {
      const listed = await list.read();
      const { rows } = await database.execute<{ personId: PersonId }>(
        sql`select person_id as "personId" from erasure`,
      );
      const erased = rows.map(({ personId }) => personId);
      await list.add(without(erased, listed));
      const back = without(listed, erased);
      for (const personId of back) await eraseInDatabase(personId);
      if (back.length > 0) log.info({ people: back.length }, 'erased again after a restore');
    },
  };
}

async function note(tx: Tx, personId: PersonId): Promise<void> {
  await tx.execute(
    sql`insert into erasure (person_id) values (${personId}) on conflict do nothing`,
  );
}

function without(some: readonly PersonId[], others: readonly PersonId[]): PersonId[] {
  const left = new Set(some);
  for (const each of others) left.delete(each);
  return [...left];
}
