import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTransaction } from '../../storage/transaction.ts';
import { personalTables } from '../../testing/personal-tables.ts';
import { erasePersonalData, exportPersonalData, PERSONAL_TABLES } from './personal-data.ts';
import { addDoor, setPassword } from './public.ts';
import { openSchool, stopTheClock, type TestSchool } from './sign-in/test-school.ts';

let school: TestSchool;

beforeEach(async () => {
  stopTheClock();
  school = await openSchool();
});
afterEach(async () => {
  await school.close();
  vi.useRealTimers();
});

const OURS = ['person', 'role_held', 'sign_in', 'credential', 'verification', 'door'];

test('every table of ours that names a person is on the list', async () => {
  const found = await personalTables(school.test.database);
  const ours = found.filter((table) => OURS.includes(table));

  expect([...PERSONAL_TABLES]).toEqual(expect.arrayContaining(ours));
  expect(ours).toEqual(
    expect.arrayContaining(['person', 'role_held', 'sign_in', 'credential', 'door']),
  );
});

async function everythingAbout(email: string) {
  const { personId } = await school.person({
    email,
    displayName: 'Canary Nordmann',
    givenName: 'Canary',
  });
  const { database } = school.test;
  await school.enter(email);
  await setPassword(database, personId, 'grønn elv i nordavind', Date.now());
  await inTransaction(database, 'change', (tx) =>
    addDoor(tx, { id: 'canary', personId, role: 'student' }),
  );
  await school.codeFor(email);
  return personId;
}

const exported = (personId: Parameters<typeof exportPersonalData>[1]) =>
  inTransaction(school.test.database, 'view', (tx) => exportPersonalData(tx, personId));

test('F85 a person gets all that is held about them, and no secret', async () => {
  const personId = await everythingAbout('canary@example.org');

  const held = await exported(personId);

  expect(held.person).toMatchObject([
    { email: 'canary@example.org', display_name: 'Canary Nordmann' },
  ]);
  expect(held.roles).toEqual([{ role: 'student', until: null }]);
  expect(held.signIns).toHaveLength(1);
  expect(held.credentials).toMatchObject([{ kind: 'credential' }]);
  const { rows } = await school.test.database.$client.query(
    'select token_hash as secret from sign_in union select password from credential',
  );
  expect(rows).toHaveLength(2);
  for (const { secret } of rows) expect(JSON.stringify(held)).not.toContain(secret);
});

test('F85 after erasure no table of ours knows the person, and nobody else has lost anything', async () => {
  const personId = await everythingAbout('canary@example.org');
  const other = await everythingAboutOther();
  const othersBefore = await exported(other);

  await inTransaction(school.test.database, 'change', (tx) => erasePersonalData(tx, personId));

  for (const table of PERSONAL_TABLES) {
    const { rows } = await school.test.database.$client.query(
      `select row_to_json(${table})::text as row from ${table}`,
    );
    expect(
      rows
        .map(({ row }) => row)
        .join('\n')
        .toLowerCase(),
    ).not.toContain('canary');
  }
  const { rows } = await school.test.database.$client.query(
    'select count(*)::int as codes from verification',
  );
  expect(rows).toEqual([{ codes: 1 }]);
  expect(await exported(other)).toEqual(othersBefore);
  expect(await school.signIns.signInAs(personId)).toBeNull();
});

async function everythingAboutOther() {
  const { personId, email } = await school.person();
  await school.enter(email);
  await school.codeFor(email);
  return personId;
}
