import { expect, test } from 'vitest';
import * as admin from './features/admin/personal-data.ts';
import * as assignment from './features/assignment/personal-data.ts';
import * as attendance from './features/attendance/personal-data.ts';
import * as audit from './features/audit/personal-data.ts';
import * as care from './features/care/personal-data.ts';
import * as document from './features/document/personal-data.ts';
import * as identity from './features/identity/personal-data.ts';
import * as programme from './features/programme/personal-data.ts';
import * as seminarRoom from './features/seminar-room/personal-data.ts';
import * as session from './features/session/personal-data.ts';
import { personalTables } from './testing/personal-tables.ts';
import { createTestDatabase } from './testing/test-database.ts';

/** Kept for the platform's own work, by an id that identity forgets: versions of rights, and that somebody was erased. */
const NAMELESS = ['authority', 'erasure'];

test('every table that says something about a person belongs to the personal data of one slice', async () => {
  const listed = [
    identity,
    programme,
    session,
    seminarRoom,
    document,
    assignment,
    care,
    attendance,
    admin,
    audit,
  ].flatMap((slice) => [...slice.PERSONAL_TABLES]);
  const copy = await createTestDatabase();
  try {
    const found = (await personalTables(copy.database)).filter(
      (table) => !NAMELESS.includes(table),
    );
    expect(found.filter((table) => !listed.some((each) => each === table))).toEqual([]);
    expect(listed.length).toBe(new Set(listed).size);
    expect(found.length).toBeGreaterThan(10);
  } finally {
    await copy.drop();
  }
});
