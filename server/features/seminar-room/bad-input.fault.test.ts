import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import * as rtc from '@livekit/rtc-node';
import { sql } from 'drizzle-orm';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import { endRtc } from '../../testing/end-rtc.ts';
import { MEDIA_HERE } from '../../testing/media-here.ts';
import { createMediaWorld, type MediaWorld } from '../../testing/media-world.ts';
import { enter, type PlannedSession, planSession } from '../../testing/planned-session.ts';
import type { Somebody } from '../../testing/world.ts';

/** Counts of the issue that asked for rooms. */
const SPOILED_TOKENS = 300;
const JOIN_CALLS = 200;
const WEBHOOKS = 10_000;
const AT_ONCE = 50;
const soon = { timeout: 60_000, interval: 100 };

describe.skipIf(!MEDIA_HERE)('bad input to rooms', () => {
  let world: MediaWorld;
  const inRoom: rtc.Room[] = [];
  beforeAll(async () => {
    world = await createMediaWorld();
  });
  afterAll(async () => {
    await endRtc(inRoom);
    await world?.close();
  }, 120_000);

  async function seated(): Promise<PlannedSession> {
    const session = await planSession(world);
    for (const one of [session.anne, session.kari, session.ola]) {
      await enter(world, session.sessionId, one);
    }
    return session;
  }

  async function comeIn(by: Somebody, sessionId: SessionId): Promise<rtc.Room> {
    const token = await world.pass(by, sessionId);
    return connect(await world.doorOf(by), token);
  }

  async function connect(address: string, token: string): Promise<rtc.Room> {
    const room = new rtc.Room();
    inRoom.push(room);
    await room.connect(address, token, { autoSubscribe: true, dynacast: false });
    return room;
  }

  function endpoint() {
    const at = world.media.endpoint();
    if (!at) throw new Error('no media server');
    return at;
  }

  /** The status with which an upgrade is answered; 101 when the line is open. */
  function knock(token: string, cookie: string, origin = world.url): Promise<number> {
    const address = `${world.url.replace('http', 'ws')}/rtc?access_token=${encodeURIComponent(token)}`;
    return new Promise((resolve) => {
      const line = new WebSocket(address, { headers: { cookie, origin } });
      line.on('open', () => {
        resolve(101);
        line.terminate();
      });
      line.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
      line.on('error', () => resolve(0));
    });
  }

  async function passByHand(identity: string, room: string, ttl = 60): Promise<string> {
    const token = new AccessToken(endpoint().apiKey, endpoint().apiSecret, { identity, ttl });
    token.addGrant({ roomJoin: true, room });
    return token.toJwt();
  }

  /** Ways to spoil a genuine token of Kari's. `nth` makes each one another. */
  async function waysToSpoil(session: PlannedSession, genuine: string) {
    const { kari, ola, sessionId } = session;
    const [head = '', body = '', signature = ''] = genuine.split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicText = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signedBy = (secret: string, text: string) =>
      createHmac('sha256', secret).update(text).digest('base64url');
    const bent = (text: string, nth: number) => {
      const at = nth % (text.length - 4);
      return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
    };
    const other = await planSession(world);
    return {
      expired: (nth: number) => passByHand(`${kari.personId}:abcdefgh`, sessionId, -120 - nth),
      'for another room': (nth: number) =>
        passByHand(`${kari.personId}:abcdefg${nth}`, nth % 2 ? other.sessionId : newId()),
      'another person’s': (nth: number) => passByHand(`${ola.personId}:abcdefg${nth}`, sessionId),
      'bent in its head': (nth: number) => `${bent(head, nth)}.${body}.${signature}`,
      'bent in its claims': (nth: number) => `${head}.${bent(body, nth)}.${signature}`,
      'bent in its signature': (nth: number) => `${head}.${body}.${bent(signature, nth)}`,
      'made to steer': (nth: number) => {
        const video = { ...claims.video, roomAdmin: true, nth };
        return `${head}.${encoded({ ...claims, video })}.${signature}`;
      },
      'unsigned, alg none': (nth: number) => {
        const alg = ['none', 'None', 'NONE', 'nOnE'][nth % 4];
        return `${encoded({ alg, typ: 'JWT' })}.${body}.${nth % 3 ? '' : signature}`;
      },
      'signed by a key of one’s own': (nth: number) => {
        const signed = `${encoded({ alg: 'RS256', typ: 'JWT', nth })}.${body}`;
        const own = sign('sha256', Buffer.from(signed), privateKey).toString('base64url');
        return `${signed}.${own}`;
      },
      'RS said, HS done': (nth: number) => {
        const signed = `${encoded({ alg: nth % 2 ? 'RS256' : 'HS256', typ: 'JWT', nth })}.${body}`;
        return `${signed}.${signedBy(publicText, signed)}`;
      },
      'no token': (nth: number) => ['', '.', '..', 'null', 'x'.repeat(2_000)][nth % 5] ?? '',
    };
  }

  test('ROOM-3 three hundred spoiled tokens open nothing, and nobody else notices', async () => {
    const session = await seated();
    const { sessionId, kari, anne } = session;
    const teacher = await comeIn(anne, sessionId);
    const cookie = await world.cookieOf(kari);
    const genuine = await world.pass(kari, sessionId);
    const spoil = Object.entries(await waysToSpoil(session, genuine));
    let tried = 0;
    for (let nth = 0; tried < SPOILED_TOKENS; nth++) {
      const round = await Promise.all(
        spoil.map(async ([how, make]) => [how, await knock(await make(nth), cookie)]),
      );
      tried += round.length;
      expect(round).toEqual(spoil.map(([how]) => [how, 401]));
    }
    // They were no tries of a person's: the genuine one is let in at once, and from no other page.
    expect(await knock(genuine, cookie, 'https://evil.example')).toBe(403);
    expect(await knock(genuine, cookie)).toBe(101);
    expect(teacher.isConnected).toBe(true);
  });

  test('ROOM-4 after removal every token of before is refused, however often it is tried', async () => {
    const { sessionId, anne, kari } = await seated();
    const tokens = await Promise.all(
      Array.from({ length: 5 }, (_, nth) => world.pass(kari, sessionId, `stolen${nth}xx`)),
    );
    const room = await comeIn(kari, sessionId);
    const out = new Promise((resolve) => room.once(rtc.RoomEvent.Disconnected, resolve));
    await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
    await out;
    const cookie = await world.cookieOf(kari);
    for (let nth = 0; nth < 10; nth++) {
      const answers = await Promise.all(tokens.map((token) => knock(token, cookie)));
      expect(answers).toEqual(tokens.map(() => 401));
    }
    for (const token of tokens) {
      const asked = await fetch(`${world.url}/rtc/validate?access_token=${token}`, {
        headers: { cookie },
      });
      expect(asked.status).toBe(401);
    }
  });

  test('ROOM-2 two hundred join calls at once from one person are limited, and harm nobody else', async () => {
    const { sessionId, anne, kari } = await seated();
    const [hers, teachers] = [await world.cookieOf(kari), await world.cookieOf(anne)];
    const ask = async (cookie: string, tab: string) => {
      const answer = await fetch(`${world.url}/api/query/${joinSeminarRoom.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-mellom': '1', cookie },
        body: JSON.stringify({ input: { sessionId, tab } }),
      });
      return { status: answer.status, after: answer.headers.get('retry-after') };
    };
    const storm = Promise.all(
      Array.from({ length: JOIN_CALLS }, (_, nth) => ask(hers, `tabnumber${nth}`)),
    );
    const other = await ask(teachers, 'teacherstab');
    const answers = await storm;
    expect(other.status).toBe(200);
    const admitted = answers.filter(({ status }) => status === 200);
    expect(admitted.length).toBeLessThanOrEqual(60);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(
      JOIN_CALLS - admitted.length,
    );
    for (const { status, after } of answers) if (status === 429) expect(Number(after)).toBe(1);
    world.clock.advance(10_000);
    expect((await ask(hers, 'afterwards')).status).toBe(200);
    // A pass that is not used is no visit.
    expect(await visits(sessionId)).toEqual([]);
  });

  test('X17 a storm of ten thousand webhooks changes no row, and the list still corrects', async () => {
    const { sessionId, kari, ola } = await seated();
    const room = await comeIn(kari, sessionId);
    await vi.waitFor(async () => expect(await visits(sessionId)).toHaveLength(1), soon);
    const [{ before }, events] = [{ before: await visits(sessionId) }, await countEvents()];

    const counts = new Map<string, number>();
    const forged = Object.entries(await forgeries(sessionId, kari, ola));
    let sent = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (sent < WEBHOOKS) {
          const nth = sent++;
          const [how, make] = forged[nth % forged.length] ?? ['', () => null];
          const message = await make(Math.floor(nth / forged.length));
          if (message === null) continue;
          const answer = await fetch(`${world.url}/api/media/webhook`, {
            method: 'POST',
            headers: { 'content-type': 'application/webhook+json', ...message.headers },
            body: message.body,
          });
          await answer.arrayBuffer();
          const key = `${how}: ${answer.status}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
      }),
    );
    expect([...counts.keys()].sort()).toEqual(
      forged.map(([how]) => `${how}: ${/^genuine/u.test(how) ? 200 : 401}`).sort(),
    );
    expect(sent).toBeGreaterThanOrEqual(WEBHOOKS);
    expect(await visits(sessionId)).toEqual(before);
    expect(room.isConnected).toBe(true);
    // Each genuine one once; what was forged left no trace.
    const genuine = Math.ceil(WEBHOOKS / forged.length);
    expect((await countEvents()) - events).toBeLessThanOrEqual(genuine * 2 + 20);

    // Missing: somebody comes past our door, so that neither we nor a webhook of ours has told of it.
    const past = await connect(endpoint().url, await world.pass(ola, sessionId, 'pastthedoor'));
    await vi.waitFor(
      async () =>
        expect((await visits(sessionId)).map(({ by, open }) => [by, open])).toEqual([
          ['signalling', true],
          ['list', true],
        ]),
      soon,
    );
    await past.disconnect();
    await room.disconnect();
    await vi.waitFor(
      async () => expect((await visits(sessionId)).map(({ open }) => open)).toEqual([false, false]),
      soon,
    );
  });

  /** Messages as LiveKit sends them, and as somebody might forge them: each by its number. */
  async function forgeries(sessionId: SessionId, kari: Somebody, ola: Somebody) {
    const { apiKey, apiSecret } = endpoint();
    const bodyOf = (event: string, id: string, { personId }: Somebody) =>
      JSON.stringify({
        event,
        id,
        room: { name: sessionId, sid: 'RM_x' },
        participant: { identity: `${personId}:abcdefgh`, sid: 'PA_x' },
      });
    const signed = async (body: string, { over = body, secret = apiSecret, ttl = 300 } = {}) => {
      const token = new AccessToken(apiKey, secret, { ttl });
      token.sha256 = createHash('sha256').update(over).digest('base64');
      return { body, headers: { authorization: await token.toJwt() } };
    };
    const pass = await world.pass(kari, sessionId);
    return {
      'genuine, says Kari has left': (nth: number) =>
        signed(bodyOf('participant_left', `EV_left_${nth}`, kari)),
      'genuine, the same again': (nth: number) =>
        signed(bodyOf('participant_left', `EV_left_${nth}`, kari)),
      'genuine, out of order': (nth: number) =>
        signed(bodyOf('participant_joined', `EV_joined_${nth}`, ola)),
      'too late': (nth: number) =>
        signed(bodyOf('participant_left', `EV_late_${nth}`, kari), { ttl: -120 }),
      unsigned: (nth: number) => ({
        body: bodyOf('room_finished', `EV_bare_${nth}`, kari),
        headers: {},
      }),
      'signed over other bytes': (nth: number) =>
        signed(bodyOf('participant_left', `EV_hash_${nth}`, kari), { over: `${nth}` }),
      'signed by another': (nth: number) =>
        signed(bodyOf('room_finished', `EV_other_${nth}`, kari), { secret: 'x'.repeat(40) }),
      'with a person’s pass': (nth: number) => ({
        body: bodyOf('participant_left', `EV_pass_${nth}`, kari),
        headers: { authorization: pass },
      }),
    };
  }

  async function visits(sessionId: SessionId) {
    type Visit = { id: string; person: string; joined: string; open: boolean; by: string };
    const { rows } = await world.test.database.execute<Visit>(sql`
      select id, person_id as person, joined_at::text as joined, left_at is null as open,
        opened_by as by
      from media_interval where session_id = ${sessionId} order by joined_at, opened_by desc`);
    return rows;
  }

  async function countEvents(): Promise<number> {
    const { rows } = await world.test.database.execute<{ heard: number }>(
      sql`select count(*)::int as heard from media_event`,
    );
    return rows[0]?.heard ?? 0;
  }
});
