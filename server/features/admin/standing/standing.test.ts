import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listPeople } from '#shared/features/admin/people/queries.ts';
import * as commands from '#shared/features/admin/standing/commands.ts';
import { aboutPerson } from '#shared/features/admin/standing/queries.ts';
import * as welcome from '#shared/features/admin/welcome/commands.ts';
import { waiting } from '#shared/features/home/queries.ts';
import { ownProfile } from '#shared/features/identity/profile/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { enterByWelcome } from '../welcome/door.ts';

let world: World;
let astrid: Somebody;
let gunnhild: Somebody;
let kari: Somebody;
beforeEach(async () => {
  world = await createWorld();
  astrid = await world.person({ role: 'admin', name: 'Astrid Lie' });
  gunnhild = await world.person({ role: 'admin', name: 'Gunnhild Strand' });
  kari = await world.person({ role: 'student', name: 'Kari Nilsen' });
});
afterEach(() => world.close());

const because = (somebody: Somebody) => ({ personId: somebody.personId, reason: 'Etter avtale' });
const rolesOf = async ({ personId }: { personId: PersonId }) =>
  (
    await world.test.database.execute<{ role: string }>(
      sql`select role from role_held where person_id = ${personId} order by role`,
    )
  ).rows.map(({ role }) => role);
const actsOn = async (somebody: Somebody) => {
  const about = await world.ask(astrid, aboutPerson, { personId: somebody.personId });
  return about.ok ? about.value.acts.map(({ act, byName, reason }) => [act, byName, reason]) : null;
};
const all = { search: '', role: null, state: null, after: 0 };

test('F84 STANDING-1 whoever is suspended has no sign-in and no right, and is what they were when restored', async () => {
  expect((await world.ask(kari, ownProfile, {})).ok).toBe(true);
  expect(await world.call(astrid, commands.suspendPerson, because(kari))).toMatchObject({
    ok: true,
  });
  expect(await world.ask(kari, ownProfile, {})).toMatchObject({ refusal: 'signed-out' });
  const { rows } = await world.test.database.execute(
    sql`select version from authority where person_id = ${kari.personId}`,
  );
  expect(rows).toHaveLength(1);
  const letters = await world.test.database.execute(sql`select address, subject from letter`);
  expect(letters.rows).toEqual([
    { address: `${kari.personId}@example.org`, subject: 'Tilgangen din til Mellom er stengt' },
  ]);
  const listed = await world.ask(astrid, listPeople, { ...all, state: 'suspended' });
  expect(listed).toMatchObject({ value: { count: 1, people: [{ personId: kari.personId }] } });
  await world.call(gunnhild, commands.restorePerson, because(kari));
  expect(await rolesOf(kari)).toEqual(['student']);
  expect(await actsOn(kari)).toEqual([
    ['restored', 'Gunnhild Strand', 'Etter avtale'],
    ['suspended', 'Astrid Lie', 'Etter avtale'],
  ]);
  const noReason = { personId: kari.personId, reason: ' . ' };
  expect(await world.call(astrid, commands.suspendPerson, noReason)).toMatchObject({
    refusal: 'bad-input',
  });
});

test('F84 STANDING-2 a reset ends the sign-ins and the password, and a letter tells of it', async () => {
  await world.test.database.execute(sql`
    insert into credential (id, person_id, provider_id, account_id, password, created_at, updated_at)
    values (${kari.personId}, ${kari.personId}, 'credential', 'kari', 'hash', now(), now())`);
  expect(await world.call(astrid, commands.resetSignIn, because(astrid))).toMatchObject({
    refusal: 'yourself',
  });
  await world.call(astrid, commands.resetSignIn, because(kari));
  const { rows } = await world.test.database.execute(sql`
    select (select count(*)::int from credential) as passwords,
      (select count(*)::int from sign_in where person_id = ${kari.personId}) as "signIns",
      (select subject from letter where person_id = ${kari.personId}) as letter`);
  expect(rows).toEqual([
    { passwords: 0, signIns: 0, letter: 'Innloggingen din til Mellom er nullstilt' },
  ]);
});

test('F84 STANDING-3 of two administrators who suspend each other at once one stays; and the last neither goes nor lets go', async () => {
  const both = await Promise.all([
    world.call(astrid, commands.suspendPerson, because(gunnhild)),
    world.call(gunnhild, commands.suspendPerson, because(astrid)),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [last] = both[0]?.ok ? [astrid] : [gunnhild];
  const endOwn = { ...because(last), role: 'admin' } as const;
  expect(await world.call(last, commands.endRole, endOwn)).toMatchObject({
    refusal: 'last-administrator',
  });
  expect(await world.call(last, commands.suspendPerson, because(last))).toMatchObject({
    refusal: 'yourself',
  });
});

test('F84 STANDING-5 a second person says yes, and until then nothing is given', async () => {
  const asked = { ...because(kari), role: 'rector' } as const;
  expect(await world.call(astrid, commands.askForRole, asked)).toMatchObject({
    value: { given: false },
  });
  expect(await world.call(gunnhild, commands.askForRole, asked)).toMatchObject({
    refusal: 'already-asked',
  });
  const waiting = async (by: Somebody) => {
    const listed = await world.ask(by, listPeople, all);
    return listed.ok ? listed.value.requests : [];
  };
  const [request] = await waiting(gunnhild);
  expect(request).toMatchObject({ name: 'Kari Nilsen', askedByName: 'Astrid Lie', mayGrant: true });
  expect(await waiting(astrid)).toMatchObject([{ mayGrant: false }]);
  if (!request) return;
  const settle = { personId: kari.personId, requestId: request.requestId, grant: true };
  expect(await world.call(astrid, commands.settleRole, settle)).toMatchObject({
    refusal: 'takes-another',
  });
  expect(await rolesOf(kari)).toEqual(['student']);
  expect(await world.call(gunnhild, commands.settleRole, settle)).toMatchObject({ ok: true });
  expect(await rolesOf(kari)).toEqual(['rector', 'student']);
  expect(await world.call(gunnhild, commands.settleRole, settle)).toMatchObject({
    refusal: 'settled-already',
  });
  expect(await world.call(astrid, commands.askForRole, asked)).toMatchObject({
    refusal: 'already-so',
  });
});

/** Who did what of whose roles, as the log has it, the first first. */
const logged = async () =>
  (
    await world.test.database.execute<{ line: string }>(sql`
      select concat_ws(' ', coalesce(by_.display_name, 'nobody'), action, object) as line
      from audit_entry left join person by_ on by_.id = actor_id
      where action in ('invited', 'came-in', 'role-asked', 'role-declined')
        or action = 'role-given' and actor_id is not null
      order by seq`)
  ).rows.map(({ line }) => line);

test('F84 WELCOME-7 STANDING-5 whoever waits for the second yes reads so on Nå, and a letter says when it has come', async () => {
  const rune = await world.person({ role: 'teacher', name: 'Rune Dahl' });
  await world.call(astrid, commands.askForRole, { ...because(rune), role: 'rector' });
  const onNow = async () => {
    const reply = await world.ask(rune, waiting, {});
    return reply.ok ? reply.value.items : reply.refusal;
  };
  expect(await onNow()).toEqual([{ kind: 'role-asked', role: 'rector' }]);
  const listed = await world.ask(gunnhild, listPeople, all);
  const [request] = listed.ok ? listed.value.requests : [];
  if (!request) throw new Error('nothing waits');
  const { personId } = rune;
  const { requestId } = request;
  await world.call(gunnhild, commands.settleRole, { personId, requestId, grant: true });
  expect(await onNow()).toEqual([]);
  const { rows } = await world.test.database.execute(
    sql`select subject, text from letter where person_id = ${personId}`,
  );
  expect(rows).toEqual([
    {
      subject: 'Du har fått en ny rolle i Mellom',
      text: expect.stringContaining('Du er nå rektor på skolen. To har sagt ja.'),
    },
  ]);
});

test('F84 STANDING-6 the log has who asked, who said yes, and who said no', async () => {
  for (const [role, grant] of [
    ['rector', true],
    ['admin', false],
  ] as const) {
    const { personId } = kari;
    await world.call(astrid, commands.askForRole, { ...because(kari), role });
    const listed = await world.ask(gunnhild, listPeople, all);
    const requestId = listed.ok ? listed.value.requests[0]?.requestId : undefined;
    if (!requestId) throw new Error('nothing waits');
    await world.call(gunnhild, commands.settleRole, { personId, requestId, grant });
  }
  expect(await logged()).toEqual([
    'Astrid Lie role-asked rector',
    'Gunnhild Strand role-given rector',
    'Astrid Lie role-asked admin',
    'Gunnhild Strand role-declined admin',
  ]);
});

test('F84 WELCOME-7 STANDING-5 the first of a new school is alone once: the second comes in at once, and the third waits', async () => {
  await world.test.database.execute(
    sql`delete from role_held where person_id = ${gunnhild.personId}`,
  );
  const comesAs = async (role: 'admin' | 'rector', email: string) => {
    const invitation = { name: 'Rune Dahl', email, language: 'nb', cohortId: null } as const;
    const roles = [role, 'teacher'] as const;
    const sent = await world.call(astrid, welcome.invitePerson, {
      ...{ ...invitation, roles: [...roles], rolesUntil: null },
    });
    if (!sent.ok) throw new Error(sent.refusal);
    const linkSecret = (opens: string) => opens.replaceAll('.', '-').padEnd(43, 'x');
    const opens = `${sent.value.welcomeId}.1`;
    const entered = await inTransaction(world.test.database, 'change', (tx) =>
      enterByWelcome(tx, {
        ...{ token: `${opens}.${linkSecret(opens)}`, linkSecret, personId: null, again: null },
        ...{ now: world.clock.now(), name: '', email: '', language: 'nb' },
      }),
    );
    if (typeof entered === 'string') throw new Error(entered);
    return rolesOf(entered);
  };
  const givesAlone = async () => {
    const listed = await world.ask(astrid, listPeople, all);
    return listed.ok && listed.value.givesAlone;
  };
  expect(await givesAlone()).toBe(true);
  expect(await comesAs('rector', 'rune@skolen.example')).toEqual(['rector', 'teacher']);
  expect(await givesAlone()).toBe(false);
  expect(await comesAs('admin', 'rita@skolen.example')).toEqual(['teacher']);
  // STANDING-6: who invited, who came, and who gave what they came with.
  const lines = await logged();
  expect(lines.slice(0, 4)).toEqual([
    'Astrid Lie invited rector:teacher',
    'Astrid Lie role-given teacher',
    'Astrid Lie role-asked rector',
    'Astrid Lie role-given rector',
  ]);
  expect(lines.slice(4)).toEqual([
    'Rune Dahl came-in ',
    'Astrid Lie invited admin:teacher',
    'Astrid Lie role-given teacher',
    'Astrid Lie role-asked admin',
    'Rune Dahl came-in ',
  ]);
});

test('F84 STANDING-4 roles are given and ended, and those who see the list see which', async () => {
  const { personId } = kari;
  const give = (role: 'teacher' | 'examiner', until: number | null) =>
    world.call(astrid, commands.giveRole, { personId, role, until });
  expect(await give('examiner', null)).toMatchObject({ refusal: 'end-missing' });
  expect(await give('examiner', world.clock.now() + 1_000)).toMatchObject({ ok: true });
  await give('teacher', null);
  expect(await rolesOf(kari)).toEqual(['examiner', 'student', 'teacher']);
  world.clock.advance(1_000);
  await world.call(astrid, commands.endRole, { ...because(kari), role: 'student' });
  const listed = await world.ask(astrid, listPeople, { ...all, search: 'kari n' });
  expect(listed).toMatchObject({ value: { people: [{ roles: [{ role: 'teacher' }] }] } });
  expect((await actsOn(kari))?.map(([act]) => act)).toEqual([
    'role-ended',
    'role-given',
    'role-given',
  ]);
  const wild = await world.ask(astrid, listPeople, { ...all, search: '%' });
  expect(wild).toMatchObject({ value: { count: 0 } });
});
