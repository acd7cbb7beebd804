import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { fastify } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removePushDevice } from '#shared/features/notification/commands.ts';
import { PUSH_DEVICES_PATH, PUSH_KEY_PATH } from '#shared/features/notification/push.ts';
import { ownNotices } from '#shared/features/notification/queries.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { can } from '../../../access.ts';
import { makeLog } from '../../../platform/log.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { subjectOf } from '../../identity/public.ts';
import { makeSendPush, openPushKeys, type PushJob, servePushDevices, tellDue } from '../public.ts';

/** A browser: the keys of a subscription, and what it makes of what comes (RFC 8188, RFC 8291). */
function makeBrowser(endpoint: string) {
  const mine = createECDH('prime256v1');
  const p256dh = mine.generateKeys();
  const auth = randomBytes(16);
  const derive = (from: Buffer, salt: Buffer, info: Buffer, length: number) =>
    Buffer.from(hkdfSync('sha256', from, salt, info, length));
  return {
    subscription: {
      endpoint,
      keys: { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') },
    },
    read(body: Buffer): object {
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 21 + (body[20] ?? 0));
      const written = body.subarray(21 + theirs.length);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, theirs]);
      const shared = derive(mine.computeSecret(theirs), auth, info, 32);
      const key = derive(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const opening = createDecipheriv('aes-128-gcm', key, nonce);
      opening.setAuthTag(written.subarray(-16));
      const text = Buffer.concat([opening.update(written.subarray(0, -16)), opening.final()]);
      return JSON.parse(text.subarray(0, text.lastIndexOf(2)).toString());
    },
  };
}

type Came = { readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer };
const came: Came[] = [];
let status = 201;
/** A push service: it takes what comes, and cannot read it. */
const service = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    came.push({ headers: request.headers, body: Buffer.concat(parts) });
    response.writeHead(status).end();
  });
});

let world: World;
let school: School;
let folder: string;
let kari: Somebody;
let caller: Somebody | null;
let sessionId: SessionId;
let sendPush: (job: PushJob) => Promise<void>;
let endpoint: string;
let keys: { publicKey: string };
const http = fastify();

beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
  folder = await fs.mkdtemp(path.join(tmpdir(), 'mellom-push-'));
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  endpoint = `http://127.0.0.1:${(service.address() as AddressInfo).port}/send/kari`;
  const { clock } = world;
  const { database } = world.test;
  const own = openPushKeys(folder);
  keys = own;
  expect(openPushKeys(folder)).toEqual(own);
  servePushDevices(http, {
    ...{ database, clock, can, subjectOf, publicKey: own.publicKey },
    callerOf: async () => caller,
    isService: (each) => each.startsWith('http://127.0.0.1:'),
  });
  const log = makeLog('error');
  sendPush = makeSendPush({ database, clock, log, keys: own, baseUrl: 'https://mellom.example' });
  const cohortId = await school.cohort();
  kari = await world.person();
  await school.enrol(kari, cohortId);
  sessionId = await school.session({ cohortId });
  await plan(clock.now() + 60 * MINUTE_MS);
});
afterAll(async () => {
  await http.close();
  await new Promise((done) => service.close(done));
  await world.close();
  await fs.rm(folder, { recursive: true });
});

async function plan(startsAt: number): Promise<void> {
  const begins = sql`to_timestamp(${startsAt / 1000})`;
  await world.test.database.execute(sql`
    update session set starts_at = ${begins}, ends_at = ${begins} + interval '1 hour'
    where id = ${sessionId}`);
}

const add = (body: object) =>
  http.inject({ method: 'POST', url: PUSH_DEVICES_PATH, payload: body });

/** What a minute leaves to be sent, half an hour before the session. */
async function leftAt(now: number): Promise<PushJob[]> {
  world.clock.set(now);
  const left: PushJob[] = [];
  await tellDue(world.test.database, now, async (_tx, job) => void left.push(job));
  return left;
}

test('F75 NOTE-13 a device is told what begins soon, encrypted for it alone, once, and is forgotten when it is gone', async () => {
  const browser = makeBrowser(endpoint);
  caller = null;
  expect((await add(browser.subscription)).statusCode).toBe(401);
  caller = kari;
  expect((await http.inject(PUSH_KEY_PATH)).json()).toEqual({ publicKey: keys.publicKey });
  for (const wrong of [
    {},
    { ...browser.subscription, endpoint: 'https://10.0.0.1/inside' },
    { ...browser.subscription, keys: { p256dh: '../x', auth: '' } },
  ])
    expect((await add(wrong)).statusCode).toBe(400);
  expect((await add(browser.subscription)).statusCode).toBe(200);
  expect((await add(browser.subscription)).statusCode).toBe(200);

  const due = world.clock.now() + 30 * MINUTE_MS;
  const [job, ...more] = await leftAt(due);
  expect(more).toEqual([]);
  expect(await leftAt(due + MINUTE_MS)).toEqual([]);
  if (!job) throw new Error('nothing was left to be sent');

  status = 503;
  await expect(sendPush(job)).rejects.toThrow('503');
  status = 201;
  await sendPush(job);
  const [, sent] = came;
  const title = `Økt ${sessionId}`;
  expect(browser.read(sent?.body ?? Buffer.alloc(0))).toEqual({
    ...{ title: 'Mellom', tag: sessionId, path: `/okt/${sessionId}/om` },
    body: `Snart: «${title}», i dag kl. 10:00`,
  });
  expect(sent?.body.includes(Buffer.from(sessionId))).toBe(false);
  expect(sent?.headers).toMatchObject({ 'content-encoding': 'aes128gcm' });
  expect(sent?.headers.authorization).toContain(keys.publicKey);
  expect(Number(sent?.headers.ttl)).toBeLessThanOrEqual(30 * 60);

  status = 410;
  await sendPush(job);
  const own = await world.ask(kari, ownNotices, {});
  expect(own).toMatchObject({ value: { devices: [] } });
  status = 201;
  await sendPush(job);
  expect(came).toHaveLength(3);
});

test('F75 NOTE-13 a device is told nothing more when it is switched off, when its sign-in is ended, or when the session is cancelled', async () => {
  caller = kari;
  const browser = makeBrowser(endpoint);
  await add(browser.subscription);
  const startsAt = world.clock.now() + 60 * MINUTE_MS;
  await plan(startsAt);
  const [job] = await leftAt(startsAt - 30 * MINUTE_MS);
  if (!job) throw new Error('nothing was left to be sent');
  const before = came.length;
  await school.cancelSession(sessionId);
  await sendPush(job);
  expect(came).toHaveLength(before);

  const somebodyElse = await world.person();
  const remove = (by: Somebody) => world.call(by, removePushDevice, { deviceId: job.deviceId });
  expect(await remove(somebodyElse)).toMatchObject({ refusal: 'not-found' });
  expect(await remove(kari)).toMatchObject({ ok: true });

  await add(browser.subscription);
  const devices = async () =>
    (await world.test.database.execute(sql`select from push_device`)).rows.length;
  expect(await devices()).toBe(1);
  await world.test.database.execute(
    sql`update sign_in set expires_at = now() + interval '1 hour' where id = ${kari.signInId}`,
  );
  await school.signOut(kari.signInId);
  expect(await devices()).toBe(0);
});
