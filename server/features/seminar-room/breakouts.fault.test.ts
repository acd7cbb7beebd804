import { once } from 'node:events';
import * as rtc from '@livekit/rtc-node';
import { sql } from 'drizzle-orm';
import { RoomServiceClient } from 'livekit-server-sdk';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import * as controls from '#shared/features/seminar-room/commands.ts';
import { identityOf, voiceOf } from '#shared/features/seminar-room/identity.ts';
import { joinSeminarRoom, speakToBreakouts } from '#shared/features/seminar-room/queries.ts';
import * as commands from '#shared/features/session/breakout/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import { findLeftOver } from '../../platform/livekit/process.ts';
import { endRtc, leaveRooms } from '../../testing/end-rtc.ts';
import { MEDIA_HERE } from '../../testing/media-here.ts';
import { createMediaWorld, type MediaWorld } from '../../testing/media-world.ts';
import {
  enrol,
  enter,
  type PlannedSession,
  planSession,
  read,
} from '../../testing/planned-session.ts';
import type { Somebody } from '../../testing/world.ts';

const soon = { timeout: 15_000, interval: 50 };
/** So many pieces of sound are more than what a line has lying about when it ends. */
const HEARD_FRAMES = 40;
const SAMPLE_RATE = 48_000;
const SAMPLES = SAMPLE_RATE / 100;

/** A tab of somebody in a room: what it sends, and whose sound it has heard so far. */
type Tab = {
  readonly room: rtc.Room;
  readonly framesOf: (by: Somebody) => number;
};

/** A session that is split in two: Kari and Ola in one, Siri and Tor in the other, Anne with all. */
type Split = PlannedSession & {
  readonly tor: Somebody;
  readonly one: BreakoutId;
  readonly two: BreakoutId;
};

describe.skipIf(!MEDIA_HERE)('breakouts with a real LiveKit', () => {
  let world: MediaWorld;
  const tabs: Tab[] = [];
  const stops: (() => void)[] = [];
  beforeAll(async () => {
    world = await createMediaWorld();
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop();
    await leaveRooms(tabs.splice(0).map(({ room }) => room));
  }, 20_000);
  afterAll(async () => {
    await endRtc([]);
    await world?.close();
  }, 120_000);

  async function seated() {
    const session = await planSession(world);
    const tor = await world.person({ name: 'Tor Lie' });
    await enrol(world, tor, session.cohortId);
    const { sessionId, anne, kari, ola, siri } = session;
    const lines = [];
    for (const one of [anne, kari, ola, siri, tor]) lines.push(await enter(world, sessionId, one));
    return { ...session, tor, line: lines[0] as Awaited<ReturnType<typeof enter>> };
  }

  async function split(): Promise<Split> {
    const { line, ...session } = await seated();
    const { sessionId, anne, kari, ola, siri, tor } = session;
    const room = (name: string, ...people: Somebody[]) => ({
      ...{ name, after: null, members: people.map(({ personId }) => personId) },
    });
    const plan = {
      ...{ task: '', minutes: null, choice: false },
      rooms: [room('Gruppe 1', kari, ola), room('Gruppe 2', siri, tor)],
    };
    const opened = await world.call(anne, commands.openBreakouts, { sessionId, plan });
    expect(opened).toMatchObject({ ok: true });
    const { state } = await read(line, sessionId);
    const [one, two] = state.breakouts?.rooms.map(({ id }) => id) ?? [];
    if (!one || !two) throw new Error('it is not split');
    return { ...session, one, two };
  }

  const move = (
    by: Somebody,
    { sessionId }: PlannedSession,
    whom: Somebody,
    to: BreakoutId | null,
  ) => world.call(by, commands.placePerson, { sessionId, personId: whom.personId, breakoutId: to });

  async function comeIn(by: Somebody, token: string): Promise<Tab> {
    const room = new rtc.Room();
    const frames = new Map<string, number>();
    room.on(rtc.RoomEvent.TrackSubscribed, (track, _publication, peer) => {
      const stream = new rtc.AudioStream(track);
      void (async () => {
        for await (const _frame of stream)
          frames.set(peer.identity, (frames.get(peer.identity) ?? 0) + 1);
      })().catch(() => undefined);
    });
    const tab: Tab = {
      room,
      framesOf: ({ personId }) =>
        [...frames].reduce((sum, [of, n]) => sum + (of.startsWith(personId) ? n : 0), 0),
    };
    tabs.push(tab);
    await room.connect(await world.doorOf(by), token, { autoSubscribe: true, dynacast: false });
    return tab;
  }

  const come = async (by: Somebody, sessionId: SessionId): Promise<Tab> =>
    comeIn(by, await world.pass(by, sessionId));

  async function speak({ room }: Tab): Promise<void> {
    const source = new rtc.AudioSource(SAMPLE_RATE, 1);
    const track = rtc.LocalAudioTrack.createAudioTrack('microphone', source);
    await room.localParticipant?.publishTrack(
      track,
      new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE }),
    );
    let going = true;
    stops.push(() => {
      going = false;
    });
    const tone = Int16Array.from({ length: SAMPLES }, (_, at) => Math.sin(at / 10) * 8_000);
    void (async () => {
      while (going) await source.captureFrame(new rtc.AudioFrame(tone, SAMPLE_RATE, 1, SAMPLES));
    })().catch(() => undefined);
  }

  const hears = (tab: Tab, whom: Somebody) => {
    const before = tab.framesOf(whom);
    return vi.waitFor(
      () => expect(tab.framesOf(whom) - before).toBeGreaterThan(HEARD_FRAMES),
      soon,
    );
  };

  function livekit(): RoomServiceClient {
    const { url, apiKey, apiSecret } = endpoint();
    return new RoomServiceClient(url, apiKey, apiSecret, { failover: false });
  }

  function endpoint() {
    const at = world.media.endpoint();
    if (!at) throw new Error('no media server');
    return at;
  }

  const listed = async (room: string): Promise<string[]> =>
    (
      await livekit()
        .listParticipants(room)
        .catch(() => [])
    ).map(({ identity }) => identity);

  const videoOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).video;

  /** The status with which a line is answered; 101 when it is open. */
  async function knock(token: string, by: Somebody): Promise<number> {
    const cookie = await world.cookieOf(by);
    const address = `${world.url.replace('http', 'ws')}/rtc?access_token=${token}`;
    return new Promise((resolve) => {
      const line = new WebSocket(address, { headers: { cookie, origin: world.url } });
      line.on('open', () => {
        resolve(101);
        line.terminate();
      });
      line.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
      line.on('error', () => resolve(0));
    });
  }

  test('F18 BREAKOUT-14 four people in two rooms hear those in theirs, and no frame crosses', async () => {
    const session = await split();
    const { sessionId, anne, kari, ola, siri, tor } = session;
    const inRooms = new Map<Somebody, Tab>();
    for (const person of [kari, ola, siri, tor]) {
      const tab = await come(person, sessionId);
      inRooms.set(person, tab);
      await speak(tab);
    }
    const teacher = await come(anne, sessionId);
    await speak(teacher);
    const tabOf = (person: Somebody) => inRooms.get(person) as Tab;
    for (const [a, b] of [
      [kari, ola],
      [ola, kari],
      [siri, tor],
      [tor, siri],
    ] as const)
      await hears(tabOf(a), b);
    for (const a of [kari, ola])
      for (const b of [siri, tor, anne]) {
        expect(tabOf(a).framesOf(b)).toBe(0);
        expect(tabOf(b === anne ? siri : b).framesOf(a)).toBe(0);
      }
    for (const person of [kari, ola, siri, tor]) expect(teacher.framesOf(person)).toBe(0);

    const { rows } = await world.test.database.execute<{ room: string; people: number }>(sql`
      select room_id as room, count(*)::int as people from media_interval
      where session_id = ${sessionId} and left_at is null group by room_id`);
    const inEach = Object.fromEntries(rows.map(({ room, people }) => [room, people]));
    expect(inEach, 'TRUTH-1').toEqual({ [session.one]: 2, [session.two]: 2, [sessionId]: 1 });
  });

  test('BREAKOUT-14 ROOM-3 a pass is for where one sits, and opens nothing else: an old one, another room’s, one kept from before', async () => {
    const before = await seated();
    const kept = await world.pass(before.kari, before.sessionId);
    expect(videoOf(kept).room).toBe(before.sessionId);
    expect(await knock(kept, before.kari)).toBe(101);

    const session = await split();
    const { sessionId, anne, kari, siri, one, two } = session;
    const [own, other] = [await world.pass(kari, sessionId), await world.pass(siri, sessionId)];
    expect(videoOf(own)).toMatchObject({
      room: one,
      canPublishSources: ['microphone', 'camera', 'screen_share', 'screen_share_audio'],
    });
    expect(videoOf(other).room).toBe(two);
    expect(await knock(own, kari)).toBe(101);
    expect(await knock(other, kari), 'another person’s').toBe(401);

    await move(anne, session, kari, two);
    expect(await knock(own, kari), 'of the room before').toBe(401);
    const inTwo = await world.pass(kari, sessionId);
    expect(videoOf(inTwo).room).toBe(two);
    expect(await knock(inTwo, kari)).toBe(101);
    await move(anne, session, kari, null);
    expect(await knock(inTwo, kari), 'of a breakout, while one is with all').toBe(401);
    const withAll = await world.pass(kari, sessionId);
    expect(videoOf(withAll)).toMatchObject({
      room: sessionId,
      canPublishSources: ['microphone', 'camera'],
    });
    expect(await knock(withAll, kari)).toBe(101);
    await move(anne, session, kari, one);
    expect(await knock(withAll, kari), 'with all, while one is in a breakout').toBe(401);
    expect(await knock(own, kari), 'the first one fits again').toBe(101);
    await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
    for (const token of [own, inTwo]) expect(await knock(token, kari), 'closed').toBe(401);
    expect(await knock(withAll, kari)).toBe(101);
  });

  test('BREAKOUT-14 ROOM-4 a tab that stays where its person is no more is put out, straight at the media server too', async () => {
    const session = await split();
    const { sessionId, anne, kari, ola, siri, one, two } = session;
    const own = await world.pass(kari, sessionId, 'staysbehind');
    const [tab, friend] = [await come(kari, sessionId), await come(ola, sessionId)];
    const out = new Promise((resolve) => tab.room.once(rtc.RoomEvent.Disconnected, resolve));
    await move(anne, session, kari, two);
    // A browser that moves leaves by itself: nobody is put out at once.
    await world.slices.seminarRoom.steward.reconcileNow();
    expect(await listed(one)).toContain(identityOf(kari.personId, 'abcdefgh'));
    world.clock.advance(3 * SECOND_MS);
    await out;
    await vi.waitFor(
      async () => expect(await listed(one)).toEqual([identityOf(ola.personId, 'abcdefgh')]),
      soon,
    );
    expect(friend.room.isConnected).toBe(true);

    const stolen = new rtc.Room();
    tabs.push({ room: stolen, framesOf: () => 0 });
    const found = new Promise((resolve) => stolen.once(rtc.RoomEvent.Disconnected, resolve));
    await stolen.connect(endpoint().url, own, { autoSubscribe: true, dynacast: false });
    await found;
    // Without a seat it is at once, in a breakout too.
    const inTwo = await come(siri, sessionId);
    const gone = new Promise((resolve) => inTwo.room.once(rtc.RoomEvent.Disconnected, resolve));
    await world.call(anne, removeParticipant, { sessionId, personId: siri.personId });
    await gone;
    await vi.waitFor(async () => expect(await listed(two)).toEqual([]), soon);
  });

  test('BREAKOUT-14 everybody goes to another room at once, with rooms that are there, and back to all', async () => {
    const session = await seated();
    const { sessionId, anne, kari, ola, siri, tor } = session;
    const together = [];
    for (const person of [kari, ola, siri, tor]) together.push(await come(person, sessionId));
    const room = (name: string, ...people: Somebody[]) => ({
      ...{ name, after: null, members: people.map(({ personId }) => personId) },
    });
    const plan = {
      ...{ task: '', minutes: null, choice: false },
      rooms: [room('Gruppe 1', kari, ola), room('Gruppe 2', siri, tor)],
    };
    await world.call(anne, commands.openBreakouts, { sessionId, plan });
    const { state } = await read(session.line, sessionId);
    const ids = state.breakouts?.rooms.map(({ id }) => id) ?? [];
    // Made because people go there, before anybody has asked for a pass.
    await vi.waitFor(async () => expect(await livekit().listRooms([...ids])).toHaveLength(2), soon);
    const apart = await Promise.all(
      [kari, ola, siri, tor].map(async (person) => come(person, sessionId)),
    );
    await leaveRooms(together.map((tab) => tab.room));
    for (const tab of apart) await speak(tab);
    await hears(apart[0] as Tab, ola);
    await hears(apart[2] as Tab, tor);
    expect(apart[0]?.framesOf(siri)).toBe(0);

    // Locked with all, and not in the groups; muting everybody is for one's own room.
    await world.call(anne, controls.lockMicrophones, { sessionId, locked: true });
    await world.call(anne, controls.muteEveryone, { sessionId });
    await world.slices.seminarRoom.steward.reconcileNow();
    await hears(apart[0] as Tab, ola);
    const stop = { sessionId, personId: kari.personId };
    expect(await world.call(anne, controls.muteParticipant, stop)).toMatchObject({ ok: true });
    const muted = async () =>
      (await livekit().listParticipants(ids[0] ?? ''))
        .filter(({ identity }) => identity.startsWith(kari.personId))
        .flatMap(({ tracks }) => tracks.map((track) => track.muted));
    expect(await muted(), 'where the person is').toEqual([true]);

    await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
    expect(videoOf(await world.pass(kari, sessionId))).toMatchObject({
      room: sessionId,
      canPublishSources: ['camera'],
    });
    const [back, also] = [await come(kari, sessionId), await come(siri, sessionId)];
    await vi.waitFor(() => expect([...back.room.remoteParticipants.keys()]).toHaveLength(1), soon);
    expect(also.room.isConnected).toBe(true);
  });

  test('F20 BREAKOUT-13 a teacher’s voice goes into the groups and nothing comes back; it is no visit, and ends with the right', async () => {
    const session = await split();
    const { sessionId, anne, kari, siri, one, two } = session;
    const [inOne, inTwo] = [await come(kari, sessionId), await come(siri, sessionId)];
    await speak(inOne);
    const ask = { sessionId, tab: 'abcdefgh', breakoutIds: [one, two] };
    expect(await world.ask(kari, speakToBreakouts, ask)).toMatchObject({ ok: false });
    const reply = await world.ask(anne, speakToBreakouts, ask);
    if (!reply.ok || reply.value.status !== 'admitted') throw new Error(JSON.stringify(reply));
    const lines: Tab[] = [];
    for (const { breakoutId, token } of reply.value.lines) {
      expect(videoOf(token)).toMatchObject({
        ...{ room: breakoutId, canSubscribe: false, canPublishSources: ['microphone'] },
      });
      expect(await knock(token, kari), 'another’s').toBe(401);
      const line = await comeIn(anne, token);
      await speak(line);
      lines.push(line);
    }
    await hears(inOne, anne);
    await hears(inTwo, anne);
    await world.slices.seminarRoom.steward.correctNow();
    expect(lines.map((line) => line.framesOf(kari))).toEqual([0, 0]);
    for (const room of [one, two])
      expect(await listed(room)).toContain(voiceOf(anne.personId, 'abcdefgh'));
    const { rows } = await world.test.database.execute(sql`
      select 1 from media_interval where session_id = ${sessionId} and person_id = ${anne.personId}`);
    expect(rows, 'no visit').toEqual([]);
    const stranger = await split();
    const theirs = { ...ask, breakoutIds: [stranger.one] };
    expect(await world.ask(anne, speakToBreakouts, theirs)).toMatchObject({
      value: { status: 'not-split' },
    });

    const ended = lines.map(
      ({ room }) => new Promise((resolve) => room.once(rtc.RoomEvent.Disconnected, resolve)),
    );
    await world.call(anne, commands.bringBack, { sessionId, atOnce: true });
    await Promise.all(ended);
    const [first] = reply.value.lines;
    expect(await knock(first?.token ?? '', anne), 'a closed room').toBe(401);
  });

  test('X5 BREAKOUT-14 killed and started again, the breakouts are there, and each comes back to the same one', async () => {
    const session = await split();
    const { sessionId, anne, kari, one, two } = session;
    // A bare line: LiveKit's library for Node may end its own process when its server dies under it.
    const token = await world.pass(kari, sessionId);
    const address = `${world.url.replace('http', 'ws')}/rtc?access_token=${token}`;
    const headers = { cookie: await world.cookieOf(kari), origin: world.url };
    const line = new WebSocket(address, { headers });
    await once(line, 'message');
    const cut = once(line, 'close');
    const pid = await findLeftOver(world.mediaFolder);
    process.kill(pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(world.media.state().status).not.toBe('ready'), soon);
    await vi.waitFor(() => expect(world.media.state().status).toBe('ready'), soon);
    await vi.waitFor(async () => {
      expect((await livekit().listRooms([one])).map(({ name }) => name)).toEqual([one]);
    }, soon);
    await cut;
    const again = await world.pass(kari, sessionId);
    expect(videoOf(again).room).toBe(one);
    const back = await comeIn(kari, again);
    expect(back.room.isConnected).toBe(true);
    await move(anne, session, kari, two);
    expect(videoOf(await world.pass(kari, sessionId)).room).toBe(two);
    expect(await world.ask(kari, joinSeminarRoom, { sessionId, tab: 'abcdefgh' })).toMatchObject({
      value: { status: 'admitted' },
    });
  });
});
