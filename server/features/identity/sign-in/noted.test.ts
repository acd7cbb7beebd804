import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSchool, stopTheClock, type TestSchool } from './test-school.ts';

let school: TestSchool;

beforeEach(async () => {
  stopTheClock();
  school = await openSchool();
});
afterEach(async () => {
  await school.close();
  vi.useRealTimers();
});

test('AUDIT-4 ways in, tries that did not hold and ways out stand in the log, and no address or secret', async () => {
  const { email, personId } = await school.person();
  const body = { email, password: 'ikke passordet i det hele tatt' };
  await school.ask('POST', '/api/auth/sign-in/email', { body });
  await school.ask('POST', '/api/auth/sign-in/email', {
    body: { ...body, email: 'ingen@example.org' },
  });
  const cookie = await school.enter(email);
  await school.ask('POST', '/api/auth/sign-out', { cookie, body: {} });

  const { rows } = await school.test.database.$client.query(
    `select * from audit_entry where action not like 'role%' order by seq`,
  );
  const us = { actor_id: personId, subject_id: personId, outcome: 'done' };
  expect(rows).toMatchObject([
    { action: 'sign-in-refused', object: 'password', actor_id: null, subject_id: personId },
    { action: 'sign-in-refused', object: 'password', actor_id: null, subject_id: null },
    { ...us, action: 'signed-in', object: 'code' },
    { ...us, action: 'signed-out', object: '' },
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/@|passordet/);
});

test('AUDIT-4 a log cannot be filled by trying: what is not looked at is not written down', async () => {
  const { email } = await school.person();
  const body = { email, password: 'ikke passordet i det hele tatt' };
  for (let n = 0; n < 14; n++) await school.ask('POST', '/api/auth/sign-in/email', { body });
  const { rows } = await school.test.database.$client.query(
    `select count(*)::int as count from audit_entry where action = 'sign-in-refused'`,
  );
  expect(rows).toEqual([{ count: 10 }]);
});
