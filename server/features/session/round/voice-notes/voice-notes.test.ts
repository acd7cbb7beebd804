import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import * as commands from '#shared/features/session/round/commands.ts';
import {
  VOICE_NOTE_BYTES_MAX,
  VOICE_PART_BYTES,
  voiceNoteAddress,
  voicePartAddress,
} from '#shared/features/session/round/voice-note.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { RoundId, SessionId, VoiceNoteId } from '#shared/kernel/ids.ts';
import { newId } from '../../../../platform/new-id.ts';
import { type AppWorld, createAppWorld } from '../../../../testing/app-world.ts';
import { enter, planSession, read } from '../../../../testing/planned-session.ts';
import type { Somebody } from '../../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../../personal-data.ts';
import { soundIn } from './sound.ts';
import { BEEP, wholeMp4 } from './testing/made-sound.ts';

let world: AppWorld;
const cookies = new Map<string, string>();
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

/** Four parts of sound: the last is not whole. */
const LONG = wholeMp4(600);
const heardOf = (file: Buffer) => {
  const sound = soundIn(file);
  if (typeof sound === 'string') throw new Error(sound);
  return sound.bytes;
};

async function cookieOf(by: Somebody): Promise<string> {
  const cookie = cookies.get(by.personId) ?? (await world.cookieOf(by));
  cookies.set(by.personId, cookie);
  return cookie;
}

/** Anne has begun a round and has the word, Kari is next, Ola after her. Siri is of the cohort and has not come. */
async function inRound() {
  const session = await planSession(world);
  const { sessionId, anne, kari, ola } = session;
  const lines = {
    anne: await enter(world, sessionId, anne),
    kari: await enter(world, sessionId, kari),
    ola: await enter(world, sessionId, ola),
  };
  const ring = [anne, kari, ola].map(({ personId }) => personId);
  const asked = { prompt: 'Hva tar du med deg?', about: '', minutes: 2, ring };
  await world.call(anne, commands.startRound, { sessionId, ...asked });
  const round = async () => (await read(lines.ola, sessionId)).state.round;
  const roundId = (await round())?.id as RoundId;
  const it = { sessionId, roundId };
  const parts = (by: Somebody, noteId: VoiceNoteId) => makeParts(it, by, noteId);
  const give = (by: Somebody, noteId: VoiceNoteId, bytes: number) =>
    world.call(by, commands.giveVoiceNote, { ...it, noteId, bytes });
  /** All of it, and the word goes on. */
  const given = async (by: Somebody, file = BEEP) => {
    const noteId = newId<'voice-note'>();
    await parts(by, noteId).all(file);
    expect(await give(by, noteId, file.length)).toMatchObject({ ok: true });
    return noteId;
  };
  const end = () => world.call(anne, commands.endRound, it);
  return { ...session, lines, round, roundId, it, parts, give, given, end };
}

type It = { readonly sessionId: SessionId; readonly roundId: RoundId };

function makeParts({ sessionId, roundId }: It, by: Somebody, noteId: VoiceNoteId) {
  const put = async (nth: number | string, body: Buffer) => {
    const response = await fetch(
      world.url + voicePartAddress(sessionId, roundId, noteId, nth as number),
      {
        method: 'PUT',
        headers: {
          'content-type': 'application/octet-stream',
          'x-mellom': '1',
          cookie: await cookieOf(by),
        },
        body: new Uint8Array(body),
      },
    );
    const said = (await response.json()) as { ok: boolean; refusal?: string };
    return said.ok ? 'kept' : `${response.status} ${said.refusal}`;
  };
  return {
    put,
    async all(file: Buffer) {
      for (const [nth, part] of partsOf(file).entries()) expect(await put(nth, part)).toBe('kept');
    },
  };
}

function partsOf(file: Buffer): Buffer[] {
  const count = Math.ceil(file.length / VOICE_PART_BYTES);
  return Array.from({ length: count }, (_, nth) =>
    file.subarray(nth * VOICE_PART_BYTES, (nth + 1) * VOICE_PART_BYTES),
  );
}

async function listen(
  by: Somebody | null,
  { sessionId, roundId }: It,
  noteId: VoiceNoteId,
  range?: string,
) {
  const response = await fetch(world.url + voiceNoteAddress(sessionId, roundId, noteId), {
    headers: { ...(by && { cookie: await cookieOf(by) }), ...(range && { range }) },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}

/** How many rows hold something of voice notes. */
async function rowsLeft(sessionId: SessionId) {
  const { rows } = await world.test.database.execute<{ notes: number; parts: number }>(sql`
    select (select count(*)::int from voice_note where session_id = ${sessionId}) as notes,
      (select count(*)::int from voice_note_part part join voice_note note on note.id = part.note_id
        where note.session_id = ${sessionId}) as parts`);
  return rows[0];
}

async function pass(ms: number): Promise<void> {
  world.clock.advance(ms);
  await world.slices.session.tick();
}

describe('F36 ROUND-10 a voice note is sent in parts', () => {
  test('and is there when all have come and the word has gone on, each part once however often it was sent', async () => {
    const { sessionId, it, anne, kari, round, parts, give } = await inRound();
    const noteId = newId<'voice-note'>();
    const { put } = parts(anne, noteId);
    const all = partsOf(LONG);
    expect(all).toHaveLength(4);
    // The line drops after the second, whose answer was lost; then they come out of order, and one of them twice.
    for (const nth of [0, 1, 1, 3]) expect(await put(nth, all[nth] as Buffer)).toBe('kept');
    expect(await give(anne, noteId, LONG.length)).toMatchObject({ refusal: 'parts-missing' });
    expect((await listen(kari, it, noteId)).status, 'before it is given').toBe(404);
    expect((await round())?.turn?.personId).toBe(anne.personId);
    expect(await put(2, all[2] as Buffer)).toBe('kept');

    // The answer is lost too, and asked for again by the same call and by another.
    const call = { ...it, noteId, bytes: LONG.length };
    const callId = newId<'call'>();
    for (const id of [callId, callId, newId<'call'>()])
      expect(await world.call(anne, commands.giveVoiceNote, call, id)).toMatchObject({ ok: true });
    const shown = await round();
    expect(shown?.voiceNotes).toMatchObject([{ id: noteId, personId: anne.personId, seconds: 13 }]);
    expect(shown?.turn?.personId).toBe(kari.personId);
    expect(shown?.been).toEqual([anne.personId]);
    expect((await listen(kari, it, noteId)).bytes.equals(LONG)).toBe(true);
    expect(await rowsLeft(sessionId)).toEqual({ notes: 1, parts: 0 });
  });

  test('by whoever has the word alone, asked at each part and at the end', async () => {
    const { sessionId, roundId, it, anne, kari, siri, parts, give, end } = await inRound();
    const noteId = newId<'voice-note'>();
    const [, second] = partsOf(LONG);
    expect(await parts(kari, noteId).put(0, BEEP)).toBe('409 not-your-turn');
    expect(await parts(siri, noteId).put(0, BEEP)).toBe('409 not-joined');
    expect(await parts(anne, noteId).put(0, BEEP)).toBe('kept');
    const outsider = await world.person();
    expect(await parts(outsider, noteId).put(0, BEEP)).toBe('404 not-found');
    const elsewhere = { sessionId: newId<'session'>(), roundId };
    expect(await makeParts(elsewhere, anne, noteId).put(0, BEEP)).toBe('404 not-found');
    const ended = { sessionId, roundId: newId<'round'>() };
    expect(await makeParts(ended, anne, noteId).put(0, BEEP)).toBe('409 no-round');

    await world.call(anne, commands.giveOn, { ...it, again: false });
    expect(await parts(anne, noteId).put(1, second as Buffer)).toBe('409 not-your-turn');
    expect(await give(anne, noteId, BEEP.length)).toMatchObject({ refusal: 'not-your-turn' });
    // Nobody goes on with, or gives, what somebody else was sending.
    const theirs = await inRound();
    await theirs.parts(theirs.anne, noteId).all(BEEP);
    expect(await parts(kari, noteId).put(0, BEEP)).toBe('422 bad-part');
    expect(await give(kari, noteId, BEEP.length)).toMatchObject({ refusal: 'parts-missing' });
    expect(await theirs.give(theirs.anne, noteId, BEEP.length)).toMatchObject({ ok: true });
    await end();
    expect(await parts(kari, noteId).put(0, BEEP)).toBe('409 no-round');
    expect(await give(kari, noteId, BEEP.length)).toMatchObject({ refusal: 'no-round' });
  });

  test('of a length each, and one that says otherwise the second time is refused', async () => {
    const { sessionId, anne, parts, give } = await inRound();
    const noteId = newId<'voice-note'>();
    const { put } = parts(anne, noteId);
    const [first] = partsOf(LONG) as [Buffer];
    expect(await put(0, first)).toBe('kept');
    expect(await put(0, first.subarray(1))).toBe('422 bad-part');
    expect(await put(1, Buffer.alloc(0)), 'zero bytes').toBe('422 bad-part');
    expect(await put(1, Buffer.alloc(VOICE_PART_BYTES + 1))).toBe('422 bad-part');
    expect(await put(VOICE_NOTE_BYTES_MAX / VOICE_PART_BYTES, first)).toBe('413 too-long');
    for (const nth of ['-1', '00', '1e3', '99999', 'x', '..%2f0'])
      expect(await put(nth, first), nth).toMatch(/^404/u);
    // A short one in the middle makes no whole.
    expect(await put(1, first.subarray(0, 9))).toBe('kept');
    expect(await put(2, first)).toBe('kept');
    expect(await give(anne, noteId, 2 * first.length + 9)).toMatchObject({
      refusal: 'parts-missing',
    });
    // Recorded anew: what was on its way before is gone.
    const anew = newId<'voice-note'>();
    expect(await parts(anne, anew).put(0, BEEP)).toBe('kept');
    expect(await rowsLeft(sessionId)).toEqual({ notes: 1, parts: 1 });
  });

  test('of 200 MB is refused before it is read', async () => {
    const { sessionId, anne, parts, give } = await inRound();
    const huge = Buffer.alloc(200 * 1024 * 1024);
    const noteId = newId<'voice-note'>();
    // The door closes while it still comes: the sender may see no more than that.
    expect(
      await parts(anne, noteId)
        .put(0, huge)
        .catch(() => 'cut off'),
    ).toMatch(/^(422 bad-part|cut off)$/u);
    expect(await give(anne, noteId, huge.length)).toMatchObject({ refusal: 'too-long' });
    expect(await rowsLeft(sessionId)).toEqual({ notes: 0, parts: 0 });
  });
});

test('F36 ROUND-11 what is no voice note is refused in words, the word stays, and nothing of it is kept', async () => {
  const { sessionId, anne, parts, give, round } = await inRound();
  const png = Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), Buffer.alloc(400)]);
  const wrong: readonly (readonly [Buffer, string])[] = [
    [png, 'not-a-voice-note'],
    [
      Buffer.from(BEEP.toString('latin1').replace('A_OPUS', 'A_FLAC'), 'latin1'),
      'not-a-voice-note',
    ],
    [BEEP.subarray(0, BEEP.length - 20), 'cut'],
    [LONG.subarray(0, LONG.length / 2), 'cut'],
    [wholeMp4(3), 'empty'],
  ];
  for (const [file, refusal] of wrong) {
    const noteId = newId<'voice-note'>();
    await parts(anne, noteId).all(file);
    expect(await give(anne, noteId, file.length)).toMatchObject({ ok: false, refusal });
    expect(await rowsLeft(sessionId), refusal).toEqual({ notes: 0, parts: 0 });
  }
  expect(await give(anne, newId<'voice-note'>(), 0)).toMatchObject({ refusal: 'empty' });
  expect(await round()).toMatchObject({ turn: { personId: anne.personId }, voiceNotes: [] });
});

describe('F36 ROUND-12 a voice note is heard', () => {
  test('by those in the ring, who come later too, and by nobody else: one answer', async () => {
    const { sessionId, it, anne, kari, ola, siri, bjorn, given } = await inRound();
    const noteId = await given(anne);
    for (const one of [anne, kari, ola]) {
      const { status, bytes, headers } = await listen(one, it, noteId);
      expect(status).toBe(200);
      expect(bytes.equals(heardOf(BEEP))).toBe(true);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'audio/webm',
        'accept-ranges': 'bytes',
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      });
    }
    const theirs = await inRound();
    const unknown = await listen(siri, it, newId<'voice-note'>());
    expect(unknown.status).toBe(404);
    const no = [
      await listen(siri, it, noteId),
      await listen(bjorn, it, noteId),
      await listen(theirs.kari, it, noteId),
      await listen(null, it, noteId),
      // Of another round, or asked for through one that one is in.
      await listen(kari, { sessionId, roundId: newId<'round'>() }, noteId),
      await listen(theirs.kari, theirs.it, noteId),
    ];
    for (const { status, bytes } of no) {
      expect(status).toBe(404);
      expect(bytes.equals(unknown.bytes)).toBe(true);
    }
    await enter(world, sessionId, siri);
    expect((await listen(siri, it, noteId)).status, 'she stands last').toBe(200);
    // Taken out of the session, one hears nothing of it.
    await world.call(anne, removeParticipant, { sessionId, personId: ola.personId, words: '' });
    expect((await listen(ola, it, noteId)).status).toBe(404);
  });

  test('from any place in it, as players ask', async () => {
    const { it, anne, kari, given } = await inRound();
    const noteId = await given(anne, LONG);
    const whole = LONG.length;
    const ask = async (range: string) => {
      const { status, bytes, headers } = await listen(kari, it, noteId, range);
      return { status, range: headers.get('content-range'), bytes };
    };
    const part = async (range: string, from: number, to: number) => {
      expect(await ask(range)).toEqual({
        status: 206,
        range: `bytes ${from}-${to}/${whole}`,
        bytes: LONG.subarray(from, to + 1),
      });
    };
    await part('bytes=0-1', 0, 1);
    await part('bytes=0-', 0, whole - 1);
    await part('bytes=50000-60000', 50_000, 60_000);
    await part(`bytes=5-${whole * 9}`, 5, whole - 1);
    await part('bytes=-100', whole - 100, whole - 1);
    expect(await ask(`bytes=${whole}-`)).toMatchObject({ status: 416, range: `bytes */${whole}` });
    expect(await ask('bytes=-0')).toMatchObject({ status: 416 });
    for (const odd of ['bytes=', 'bytes=9-2', 'bytes=0-1,5-6', 'words=0-1', 'bytes=a-b'])
      expect((await ask(odd)).status, odd).toBe(200);
  });
});

describe('F36 ROUND-13 a voice note goes', () => {
  test('with its round, and what had begun to come with the turn that it was for', async () => {
    const { sessionId, it, anne, kari, ola, given, parts, end } = await inRound();
    const noteId = await given(anne);
    await parts(kari, newId<'voice-note'>()).all(BEEP);
    expect(await rowsLeft(sessionId)).toEqual({ notes: 2, parts: 1 });
    await world.call(kari, commands.giveOn, { ...it, again: false });
    expect(await rowsLeft(sessionId)).toEqual({ notes: 1, parts: 0 });
    await parts(ola, newId<'voice-note'>()).all(BEEP);
    await end();
    expect(await rowsLeft(sessionId)).toEqual({ notes: 0, parts: 0 });
    expect((await listen(kari, it, noteId)).status).toBe(404);
  });

  test('when everybody has left, also over a restart of the server', async () => {
    const { sessionId, it, anne, kari, given, parts } = await inRound();
    const noteId = await given(anne);
    await parts(kari, newId<'voice-note'>()).all(BEEP);
    const next = await world.crash();
    expect((await listen(kari, it, noteId)).status, 'seats are held for a minute').toBe(200);
    world.clock.advance(SECOND_MS);
    await next.slices.session.tick();
    world.clock.advance(61 * SECOND_MS);
    await next.slices.session.tick();
    expect(await rowsLeft(sessionId)).toEqual({ notes: 0, parts: 0 });
    expect((await listen(kari, it, noteId)).status).toBe(404);
    await pass(0);
  });

  test('with whoever is erased; what they recorded is theirs to take along until then', async () => {
    const { sessionId, it, anne, kari, ola, given } = await inRound();
    await given(anne);
    const noteId = await given(kari);
    const exported = await world.test.database.transaction((tx) =>
      exportPersonalData(tx, kari.personId),
    );
    const sound = heardOf(BEEP).toString('base64');
    const [round] = exported.rounds as { voiceNotes: { type: string; base64: string }[] }[];
    expect(
      round?.voiceNotes.map(({ base64, ...rest }) => ({
        ...rest,
        sound: base64.replaceAll('\n', ''),
      })),
    ).toEqual([{ type: 'audio/webm', sound }]);
    await world.test.database.transaction((tx) => erasePersonalData(tx, kari.personId));
    expect((await listen(ola, it, noteId)).status).toBe(404);
    expect(await rowsLeft(sessionId)).toEqual({ notes: 1, parts: 0 });
  });
});
