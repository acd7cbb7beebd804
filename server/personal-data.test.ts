import { expect, test } from 'vitest';
import { ERASING_SLICES } from './erasures.ts';
import * as audit from './features/audit/personal-data.ts';
import { HOLDERS } from './holders.ts';
import { personalTables } from './testing/personal-tables.ts';
import { createTestDatabase } from './testing/test-database.ts';

/** Kept for the platform's own work, by an id that identity forgets: versions of rights, and that somebody was erased. */
const NAMELESS = ['authority', 'erasure'];
const SLICES = [...ERASING_SLICES, audit];

test('every table that says something about a person belongs to the personal data of one slice', async () => {
  const listed = SLICES.flatMap((slice) => [...slice.PERSONAL_TABLES]);
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

test('F81 what every slice holds is taken out, and of each that erases', () => {
  expect(new Set(Object.values(HOLDERS))).toEqual(new Set(SLICES));
});
