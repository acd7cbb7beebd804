import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { actAs, writeAudit } from '../../platform/audit.ts';
import { newId } from '../../platform/new-id.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { createPerson, restorePerson, suspendPerson } from '../identity/public.ts';
import { checkChain } from './chain.ts';
import { LOG_KEPT_MS, letGoOfOldLines } from './let-go.ts';
import { exportPersonalData } from './personal-data.ts';

let copy: TestDatabase;
const NOW = Date.UTC(2026, 8, 28, 8);
const somebody = () => newId<'person'>() as PersonId;

beforeEach(async () => {
  copy = await createTestDatabase();
});
afterEach(() => copy.drop());

const change = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(copy.database, 'change', work);
const chain = () => inTransaction(copy.database, 'view', checkChain);
const query = async (text: string) => (await copy.database.$client.query(text)).rows;
const write = (more: { at?: number; of?: PersonId; by?: PersonId } = {}) =>
  change((tx) => writeAudit(tx, { at: NOW, by: null, of: null, action: 'signed-in', ...more }));

/** As whoever owns the database could. */
async function byForce(text: string): Promise<void> {
  await query(`begin; set local session_replication_role = replica; ${text}; commit`);
}

test('F85 AUDIT-1 what is undone was never there, and what is written at once stands in one row without gaps', async () => {
  await expect(
    change(async (tx) => {
      await writeAudit(tx, { at: NOW, by: null, of: null, action: 'signed-in' });
      throw new Error('undone');
    }),
  ).rejects.toThrow('undone');
  await Promise.all(Array.from({ length: 20 }, () => write()));
  await change(async (tx) => {
    for (let n = 0; n < 3; n++)
      await writeAudit(tx, { at: NOW + n, by: null, of: null, action: 'signed-out' });
  });

  const rows = await query('select seq::int, action from audit_entry order by seq');
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 23 }, (_, n) => n + 1));
  expect(await chain()).toMatchObject({ lines: 23, brokenAt: null });
});

test('AUDIT-2 the log is only ever added to, by no ordinary statement changed, emptied or cut', async () => {
  await write();
  for (const text of [
    "update audit_entry set action = 'signed-out'",
    'update audit_entry set seq = null',
    'delete from audit_entry',
    'truncate audit_entry',
  ])
    await expect(query(text)).rejects.toThrow(/audit/);
  for (const text of [
    "insert into audit_entry (at, action, outcome) values (now(), 'Kari skrev', 'done')",
    "insert into audit_entry (at, action, object, outcome) values (now(), 'signed-in', 'a|b', 'done')",
  ])
    await expect(query(text)).rejects.toThrow(/check constraint/);
  expect(await chain()).toMatchObject({ lines: 1, brokenAt: null });
});

test.each([
  ['changed', "update audit_entry set object = 'code' where seq = 2", 2],
  ['of an earlier hour', "update audit_entry set at = at - interval '1 hour' where seq = 2", 2],
  ['removed', 'delete from audit_entry where seq = 2', 2],
  ['cut off at the end', 'delete from audit_entry where seq = 4', 4],
  [
    'moved',
    'update audit_entry set seq = 99 where seq = 2; update audit_entry set seq = 2 where seq = 3; update audit_entry set seq = 3 where seq = 99',
    2,
  ],
])('AUDIT-3 a line that was %s by force is found', async (_how, force, brokenAt) => {
  for (let n = 0; n < 4; n++) await write({ at: NOW + n, of: somebody() });
  expect((await chain()).brokenAt).toBeNull();
  await byForce(force);
  expect((await chain()).brokenAt).toBe(brokenAt);
});

test('AUDIT-4 roles and standing are written down whatever changes them, with who did it where that is said', async () => {
  const rector = somebody();
  const personId = await change((tx) =>
    createPerson(tx, {
      ...{ email: 'kari@example.org', displayName: 'Kari', givenName: 'Kari' },
      roles: [{ role: 'teacher' }, { role: 'guest', until: NOW }],
    }),
  );
  await change(async (tx) => {
    await actAs(tx, rector);
    await suspendPerson(tx, personId);
    await restorePerson(tx, personId);
  });
  await query('delete from role_held');

  const rows = await query(
    'select action, object, actor_id, subject_id from audit_entry order by seq',
  );
  const of = { subject_id: personId };
  expect(rows).toEqual([
    { ...of, action: 'role-given', object: 'teacher', actor_id: null },
    { ...of, action: 'suspended', object: '', actor_id: rector },
    { ...of, action: 'restored', object: '', actor_id: rector },
    { ...of, action: 'role-ended', object: 'teacher', actor_id: null },
  ]);
  expect((await chain()).brokenAt).toBeNull();
});

test('AUDIT-5 what is older than two years is let go of, and the rest still holds', async () => {
  for (const at of [NOW - LOG_KEPT_MS - DAY_MS, NOW - LOG_KEPT_MS - 1, NOW - DAY_MS, NOW])
    await write({ at });
  await letGoOfOldLines(copy.database, NOW);
  expect(await chain()).toMatchObject({ lines: 2, brokenAt: null });
  await write();
  await letGoOfOldLines(copy.database, NOW);
  expect(await chain()).toMatchObject({ lines: 3, brokenAt: null });
  await byForce('delete from audit_entry where seq = 3');
  expect((await chain()).brokenAt).toBe(3);
  await letGoOfOldLines(copy.database, NOW + 2 * LOG_KEPT_MS);
  expect(await chain()).toMatchObject({ lines: 0, brokenAt: null });
});

test('AUDIT-6 a person gets what was written down of them, and no name or id of others', async () => {
  const [kari, ola] = [somebody(), somebody()];
  await write({ of: kari, by: ola });
  await write({ of: ola, by: ola });
  const held = await inTransaction(copy.database, 'view', (tx) => exportPersonalData(tx, kari));
  expect(held.log).toMatchObject([{ action: 'signed-in', byThem: false, ofThem: true }]);
  expect(JSON.stringify(held)).not.toContain(ola);
});
