import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runErasure } from '#shared/features/own-data/erasure/commands.ts';
import { ERASURE_PATH } from '#shared/features/own-data/erasure/model.ts';
import { erasuresToRun, ownErasureWish } from '#shared/features/own-data/erasure/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { makeErasures } from '../../../erasures.ts';
import { makeLog } from '../../../platform/log.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import type { Somebody } from '../../../testing/world.ts';
import { runErasures } from './run.ts';

let world: AppWorld;
let kari: Somebody;
let astrid: Somebody;
let rune: Somebody;
beforeEach(async () => {
  world = await createAppWorld();
  kari = await world.person({ name: 'Kari Nilsen' });
  astrid = await world.person({ role: 'admin', name: 'Astrid Lie' });
  rune = await world.person({ role: 'rector', name: 'Rune Dahl' });
});
afterEach(() => world.close());

const log = makeLog('error');
const rows = async (query: ReturnType<typeof sql>) =>
  (await world.test.database.execute<Record<string, unknown>>(query)).rows;

async function send(by: Somebody, method: 'POST' | 'DELETE'): Promise<[number, unknown]> {
  const cookie = await world.cookieOf(by);
  const headers = { 'x-mellom': '1', origin: world.url, cookie };
  const answer = await fetch(`${world.url}${ERASURE_PATH}`, { method, headers });
  return [answer.status, answer.status === 204 ? null : ((await answer.json()) as object)];
}

/** As if it had been asked so many days ago. */
const daysPass = (days: number) =>
  rows(sql`update erasure_request set asked_at = asked_at - ${days} * interval '1 day'`);
const yes = (by: Somebody, about = kari) =>
  world.call(by, runErasure, { personId: about.personId });
const erasures = () =>
  makeErasures({
    ...{ database: world.test.database, log },
    file: path.join(world.dataDir, 'erasures'),
  });
const run = (erase: (personId: PersonId) => Promise<void> = erasures().erase) =>
  runErasures({ database: world.test.database, erase, log, now: world.clock.now() });
const named = async (somebody: Somebody) =>
  (await rows(sql`select display_name from person where id = ${somebody.personId}`))[0];

test('F81 ERASE-1 ERASE-4 ERASE-6 who asks waits a week, two say yes, and then all of it is gone at once', async () => {
  expect(await send(kari, 'POST')).toEqual([204, null]);
  expect(await send(kari, 'POST')).toEqual([204, null]);
  expect(await rows(sql`select subject from letter where person_id = ${kari.personId}`)).toEqual([
    { subject: 'Du har bedt om å bli slettet i Mellom' },
  ]);
  expect(await yes(astrid)).toMatchObject({ refusal: 'too-early' });
  await daysPass(7);
  expect(await yes(astrid)).toMatchObject({ value: { decided: false } });
  expect(await yes(astrid)).toMatchObject({ refusal: 'takes-another' });
  const listed = await world.ask(rune, erasuresToRun, {});
  expect(listed).toMatchObject({
    value: { waiting: [{ name: 'Kari Nilsen', firstYes: 'Astrid Lie', mayRun: true }] },
  });
  const socket = await world.socket(kari);
  const cut = new Promise((resolve) => socket.once('disconnect', resolve));
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve());
    socket.connect();
  });
  expect(await yes(rune)).toMatchObject({ value: { decided: true } });
  await cut;
  expect(await yes(rune)).toMatchObject({ refusal: 'settled-already' });

  await run();
  expect(await named(kari)).toEqual({ display_name: '' });
  expect(
    await rows(sql`select subject, address, person_id from letter where address is not null`),
  ).toEqual([
    {
      subject: 'Du er slettet i Mellom',
      address: `${kari.personId}@example.org`,
      person_id: null,
    },
  ]);
  expect(await rows(sql`select address from erasure_request`)).toEqual([{ address: null }]);
  const written = await rows(sql`
    select action from audit_entry where subject_id = ${kari.personId} and action like 'eras%' order by seq`);
  expect(written.map(({ action }) => action)).toEqual([
    'erasure-asked',
    'erasure-first-yes',
    'erasure-decided',
    'erased',
  ]);
});

test('F81 ERASE-2 it is taken back until it is decided, and asked for anew', async () => {
  await send(kari, 'POST');
  expect(await world.ask(kari, ownErasureWish, {})).toMatchObject({
    value: { waiting: { askedAt: world.clock.now() } },
  });
  expect(await send(kari, 'DELETE')).toEqual([204, null]);
  expect(await world.ask(kari, ownErasureWish, {})).toMatchObject({ value: { waiting: null } });
  await daysPass(31);
  await run();
  expect(await named(kari)).toEqual({ display_name: 'Kari Nilsen' });
  expect(await yes(astrid)).toMatchObject({ refusal: 'settled-already' });
  await send(kari, 'POST');
  expect(await world.ask(kari, ownErasureWish, {})).not.toMatchObject({ value: { waiting: null } });
});

test('F81 ERASE-5 ERASE-7 X16 nobody is kept by silence, a fault is made up for, and a restore forgets nothing of it', async () => {
  await send(kari, 'POST');
  await daysPass(29);
  await run();
  expect(await named(kari)).toEqual({ display_name: 'Kari Nilsen' });
  await daysPass(1);
  await run(() => Promise.reject(new Error('killed')));
  expect(await rows(sql`select status from person where id = ${kari.personId}`)).toEqual([
    { status: 'suspended' },
  ]);
  await run();
  expect(await named(kari)).toEqual({ display_name: '' });

  await rows(sql`delete from erasure`);
  await rows(sql`update person set display_name = 'Kari Nilsen' where id = ${kari.personId}`);
  await rows(sql`update erasure_request set done_at = null, decided_at = null`);
  await erasures().replay();
  expect(await named(kari)).toEqual({ display_name: '' });
  expect(await world.ask(astrid, erasuresToRun, {})).toMatchObject({ value: { waiting: [] } });
});

test('F81 ERASE-3 the last administrator can neither ask nor be run', async () => {
  expect(await send(astrid, 'POST')).toEqual([409, { ok: false, refusal: 'last-administrator' }]);
  const second = await world.person({ role: 'admin', name: 'Berit Aas' });
  expect(await send(astrid, 'POST')).toEqual([204, null]);
  await daysPass(30);
  await rows(sql`update person set status = 'suspended' where id = ${second.personId}`);
  await run();
  expect(await named(astrid)).toEqual({ display_name: 'Astrid Lie' });
});

test('F81 ERASE-1 who has not shown lately who they are is asked to, and nobody asks for anybody else', async () => {
  world.clock.advance(11 * 60_000);
  expect(await send(kari, 'POST')).toEqual([403, { ok: false, refusal: 'not-fresh' }]);
  expect(await world.call(kari, runErasure, { personId: rune.personId })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.ask(kari, erasuresToRun, {})).toMatchObject({ refusal: 'not-found' });
});
