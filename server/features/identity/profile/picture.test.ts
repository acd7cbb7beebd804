import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removePicture } from '#shared/features/identity/profile/commands.ts';
import {
  OWN_PICTURE_PATH,
  PICTURE_FILE_BYTES_MAX,
} from '#shared/features/identity/profile/model.ts';
import { ownProfile } from '#shared/features/identity/profile/queries.ts';
import { rosterPicturePath } from '#shared/features/session/roster/model.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { enter, type PlannedSession, planSession, read } from '../../../testing/planned-session.ts';
import type { Somebody } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: AppWorld;
let session: PlannedSession;
let photo: Buffer;
beforeAll(async () => {
  world = await createAppWorld();
  session = await planSession(world);
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'HVOR-JEG-BOR' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.close());

const cookies = new Map<string, string>();
async function cookieOf(who: Somebody): Promise<string> {
  const known = cookies.get(who.personId) ?? (await world.cookieOf(who));
  cookies.set(who.personId, known);
  return known;
}

async function send(who: Somebody | null, file: Buffer, headers: Record<string, string> = {}) {
  const answer = await fetch(world.url + OWN_PICTURE_PATH, {
    method: 'POST',
    headers: {
      'x-mellom': '1',
      'content-type': 'application/octet-stream',
      ...(who && { cookie: await cookieOf(who) }),
      ...headers,
    },
    body: new Uint8Array(file),
  });
  return (await answer.json()) as { ok: boolean; refusal?: string; value?: { picture: string } };
}
const get = async (who: Somebody | null, path: string) =>
  fetch(world.url + path, { headers: who ? { cookie: await cookieOf(who) } : {} });

async function sent(who: Somebody): Promise<string> {
  const answer = await send(who, photo);
  if (!answer.value) throw new Error(answer.refusal);
  return answer.value.picture;
}

test('F42 PROFILE-7 a picture is drawn anew as a small square, and nothing else of the file is kept', async () => {
  const picture = await sent(session.kari);
  const shown = await get(session.kari, `${OWN_PICTURE_PATH}/${picture}`);
  expect(shown.headers.get('content-type')).toBe('image/webp');
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 384, height: 384 });
  expect(bytes.toString('latin1')).not.toContain('HVOR-JEG-BOR');
  expect(photo.toString('latin1')).toContain('HVOR-JEG-BOR');
});

test('F42 PROFILE-7 it is shown to whoever sees the session’s list, asked each time, and to nobody else', async () => {
  const { sessionId, anne, kari } = session;
  const line = await enter(world, sessionId, anne);
  const picture = await sent(kari);
  const { state } = await read(line, sessionId);
  expect(state.roster.entries.find(({ personId }) => personId === kari.personId)).toMatchObject({
    picture,
  });
  const path = rosterPicturePath(sessionId, picture);
  expect((await get(anne, path)).status).toBe(200);
  const other = await planSession(world);
  const outsider = await world.person();
  for (const [who, where] of [
    [null, path],
    [outsider, path],
    [other.anne, path],
    // Not on that list.
    [other.anne, rosterPicturePath(other.sessionId, picture)],
    [anne, `${OWN_PICTURE_PATH}/${picture}`],
  ] as const)
    expect((await get(who, where)).ok, where).toBe(false);
  // Another takes its place, and the first is gone.
  const next = await sent(kari);
  expect((await get(anne, path)).status).toBe(404);
  expect((await get(anne, rosterPicturePath(sessionId, next))).status).toBe(200);
  await world.call(kari, removePicture, {});
  expect((await get(anne, rosterPicturePath(sessionId, next))).status).toBe(404);
  expect(await world.ask(kari, ownProfile, {})).toMatchObject({ value: { picture: null } });
  const after = await read(line, sessionId);
  expect(JSON.stringify(after.state)).not.toContain(next);
});

test('X what is no picture, or too large, is refused', async () => {
  const { ola } = session;
  expect(await send(null, photo)).toMatchObject({ refusal: 'signed-out' });
  expect(await send(ola, Buffer.from('<svg onload="alert(1)"/>'))).toMatchObject({
    refusal: 'not-an-image',
  });
  expect(await send(ola, photo.subarray(0, 100))).toMatchObject({ refusal: 'not-an-image' });
  expect(await send(ola, Buffer.alloc(0))).toMatchObject({ refusal: 'not-an-image' });
  const heic = Buffer.concat([Buffer.alloc(4), Buffer.from('ftypheic'), Buffer.alloc(20)]);
  expect(await send(ola, heic)).toMatchObject({ refusal: 'heic' });
  expect(
    await send(ola, Buffer.alloc(PICTURE_FILE_BYTES_MAX + 1)).catch(() => ({
      refusal: 'too-large',
    })),
  ).toMatchObject({
    refusal: 'too-large',
  });
  expect(await world.ask(ola, ownProfile, {})).toMatchObject({ value: { picture: null } });
});

test('F85 a picture is exported with the person, and erased with them', async () => {
  const who = await world.person({ name: 'Eva Li' });
  const picture = await sent(who);
  const { database } = world.test;
  const held = await inTransaction(database, 'view', (tx) => exportPersonalData(tx, who.personId));
  expect(held.pictures).toMatchObject([
    { type: 'image/webp', base64: expect.stringMatching(/^UklG/u) },
  ]);
  await inTransaction(database, 'change', (tx) => erasePersonalData(tx, who.personId));
  const { rows } = await database.$client.query(
    'select 1 from person_picture where picture_id = $1',
    [picture],
  );
  expect(rows).toEqual([]);
});
