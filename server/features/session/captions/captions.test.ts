import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import { openBreakouts } from '#shared/features/session/breakout/commands.ts';
import { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import { CAPTION_KEPT_MS } from '#shared/features/session/captions/model.ts';
import { captionsNow } from '#shared/features/session/captions/queries.ts';
import { speakCaption, writeCaption } from '#shared/features/session/captions/signals.ts';
import { endSession } from '#shared/features/session/ending/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { CaptionId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, inviteGuest, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** A guest who was invited as that and let in. They have not come yet. */
const guest = (sessionId: SessionId, as: GuestAs, name = 'Tone Tolk') =>
  inviteGuest(world, sessionId, { as, name });

async function open() {
  const planned = await planSession(world);
  const { sessionId } = planned;
  const tone = await guest(sessionId, 'captioner');
  const lines = {
    anne: await enter(world, sessionId, planned.anne),
    kari: await enter(world, sessionId, planned.kari),
    tone: await enter(world, sessionId, tone),
  };
  return { ...planned, tone, lines };
}

const written = (sessionId: SessionId, text = 'God dag', captionId = newId<'caption'>()) => ({
  ...{ sessionId, captionId, text },
  ...{ done: false, speaker: null as PersonId | null },
});
const spoken = (sessionId: SessionId, text = 'God dag', captionId = newId<'caption'>()) => ({
  ...{ sessionId, captionId, text, done: false },
});
const now = async (by: Somebody | null, sessionId: SessionId) => {
  const answer = await world.ask(by, captionsNow, { sessionId });
  return answer.ok ? answer.value.lines : answer;
};

test('CAP-1 F26 what a captioner writes is heard by everybody who sits in the session, as it grows', async () => {
  const { sessionId, anne, tone, lines } = await open();
  const captionId = newId<'caption'>() as CaptionId;
  const input = { ...written(sessionId, 'Vi', captionId), speaker: anne.personId };
  expect(await world.signal(tone, writeCaption, input)).toEqual({ ok: true });
  await world.signal(tone, writeCaption, { ...input, text: 'Vi begynner', done: true });
  const line = { captionId, by: tone.personId, source: 'captioner', speaker: anne.personId };
  for (const each of Object.values(lines))
    expect(each.shown.map(({ what }) => what)).toEqual([
      { ...line, text: 'Vi', done: false },
      { ...line, text: 'Vi begynner', done: true },
    ]);
});

test('CAP-1 F26 only the session’s captioner writes for all: no teacher, no student, no other guest, and nobody else’s captioner', async () => {
  const { sessionId, anne, bjorn, kari, lines } = await open();
  const lecturer = await guest(sessionId, 'lecturer', 'Gro Gjestad');
  await enter(world, sessionId, lecturer);
  const elsewhere = await open();
  const unknown = await world.signal(kari, writeCaption, written(newId<'session'>() as SessionId));
  expect(unknown).toEqual({ ok: false, refusal: 'not-found' });
  for (const somebody of [anne, bjorn, kari, lecturer, elsewhere.tone])
    expect(await world.signal(somebody, writeCaption, written(sessionId))).toEqual(unknown);
  expect(await world.signal(null, writeCaption, written(sessionId))).toEqual({
    ...{ ok: false, refusal: 'signed-out' },
  });
  for (const line of Object.values(lines)) expect(line.shown).toEqual([]);
  expect(await now(kari, sessionId)).toEqual([]);
});

test('CAP-1 F26 one’s own device writes in one’s own name, whatever it says; no guest’s does', async () => {
  const { sessionId, anne, kari, tone, lines } = await open();
  const claim = { ...spoken(sessionId), speaker: anne.personId, by: anne.personId };
  expect(await world.signal(kari, speakCaption, claim as never)).toEqual({ ok: true });
  expect(lines.anne.shown[0]?.what).toMatchObject({
    ...{ by: kari.personId, speaker: kari.personId, source: 'speaker' },
  });
  const lecturer = await guest(sessionId, 'lecturer', 'Gro Gjestad');
  await enter(world, sessionId, lecturer);
  for (const somebody of [lecturer, tone])
    expect(await world.signal(somebody, speakCaption, spoken(sessionId))).toMatchObject({
      refusal: 'not-found',
    });
  expect(lines.anne.shown).toHaveLength(1);
});

test('CAP-2 F26 several captioners write side by side, and neither changes a line of the other', async () => {
  const { sessionId, kari, tone } = await open();
  const second = await guest(sessionId, 'captioner', 'Per Tolk');
  await enter(world, sessionId, second);
  const captionId = newId<'caption'>() as CaptionId;
  await world.signal(tone, writeCaption, written(sessionId, 'Fra Tone', captionId));
  await world.signal(second, writeCaption, written(sessionId, 'Fra Per', captionId));
  await world.signal(tone, writeCaption, written(sessionId, 'Rettet', captionId));
  expect(await now(kari, sessionId)).toMatchObject([
    { by: tone.personId, text: 'Rettet' },
    { by: second.personId, text: 'Fra Per' },
  ]);
});

test('CAP-3 what is too long, not one line or not a line at all is refused, and shown to nobody', async () => {
  const { sessionId, tone, lines } = await open();
  const good = written(sessionId);
  for (const bad of [
    { ...good, text: 'x'.repeat(161) },
    { ...good, text: 'a\nb' },
    { ...good, text: 7 },
    { ...good, done: 'yes' },
    { ...good, speaker: 'Kari' },
    { ...good, captionId: '1' },
    {},
  ])
    expect(await world.signal(tone, writeCaption, bad as never)).toEqual({
      ...{ ok: false, refusal: 'bad-input' },
    });
  expect(lines.kari.shown).toEqual([]);
});

test('CAP-3 a captioner writes forty at once and twenty a second, and is told how long to wait', async () => {
  const { sessionId, tone, lines } = await open();
  const once = () => world.signal(tone, writeCaption, written(sessionId));
  for (let nth = 0; nth < 40; nth++) expect(await once()).toEqual({ ok: true });
  expect(await once()).toMatchObject({ refusal: 'too-many-calls', retryAfterMs: 50 });
  expect(lines.kari.shown).toHaveLength(40);
  world.clock.advance(SECOND_MS);
  for (let nth = 0; nth < 20; nth++) expect(await once()).toEqual({ ok: true });
  expect(await once()).toMatchObject({ refusal: 'too-many-calls' });
});

test('CAP-4 whoever does not sit in it, was taken out, or whose invitation has ended writes and reads nothing from that moment', async () => {
  const { sessionId, anne, kari, ola, tone, lines } = await open();
  const late = await guest(sessionId, 'captioner', 'Per Tolk');
  expect(await world.signal(late, writeCaption, written(sessionId))).toMatchObject({
    refusal: 'not-joined',
  });
  expect(await world.signal(ola, speakCaption, spoken(sessionId))).toMatchObject({
    refusal: 'not-joined',
  });
  await world.signal(tone, writeCaption, written(sessionId));
  expect(await now(ola, sessionId), 'nobody reads along unseen').toEqual([]);
  await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
  expect(await now(kari, sessionId)).toMatchObject({ refusal: 'not-found' });
  const past = momentOf(world.clock.now() - 1);
  await world.test.database.execute(sql`
    update session_invitation set until_at = ${past} where person_id = ${tone.personId}`);
  expect(await world.signal(tone, writeCaption, written(sessionId))).toEqual({
    ...{ ok: false, refusal: 'not-found' },
  });
  expect(lines.anne.shown).toHaveLength(1);
});

test('CAP-15 whoever plans groups is told who is placed by hand alone: the captioner, and no other guest', async () => {
  const { sessionId, anne, kari, tone } = await open();
  const lecturer = await guest(sessionId, 'lecturer', 'Lise Gjest');
  const plans = await world.ask(anne, breakoutPlans, { sessionId });
  const byHand = plans.ok
    ? new Map(plans.value.people.map((one) => [one.personId, one.byHand]))
    : new Map();
  expect([tone, lecturer, kari].map(({ personId }) => byHand.get(personId))).toEqual([
    ...[true, false, false],
  ]);
});

test('CAP-4 a captioner who is made something else is none at once', async () => {
  const { sessionId, tone } = await open();
  await world.test.database.execute(sql`
    update session_invitation set guest_as = 'lecturer' where person_id = ${tone.personId}`);
  expect(await world.signal(tone, writeCaption, written(sessionId))).toMatchObject({
    refusal: 'not-found',
  });
});

test('CAP-6 whoever comes late is shown the last three lines, of the last minute', async () => {
  const { sessionId, ola, tone } = await open();
  for (const text of ['Én', 'To', 'Tre', 'Fire'])
    await world.signal(tone, writeCaption, written(sessionId, text));
  await enter(world, sessionId, ola);
  const texts = async () => {
    const lines = await now(ola, sessionId);
    return Array.isArray(lines) ? lines.map(({ text }) => text) : lines;
  };
  expect(await texts()).toEqual(['To', 'Tre', 'Fire']);
  world.clock.advance(CAPTION_KEPT_MS);
  expect(await texts()).toEqual([]);
});

test('CAP-4 CAP-6 in a session that has ended nothing is written, and nothing is left', async () => {
  const { sessionId, anne, kari, tone } = await open();
  await world.signal(tone, writeCaption, written(sessionId));
  await world.call(anne, endSession, { sessionId });
  world.clock.advance(11 * SECOND_MS);
  await world.slices.session.tick();
  expect(await now(kari, sessionId)).toEqual([]);
  // As if it had not: what stood there was forgotten, not hidden.
  await world.test.database.execute(sql`
    with again as (update session set ended_at = null where id = ${sessionId})
    update seat set left_at = null where session_id = ${sessionId}`);
  expect(await now(kari, sessionId)).toEqual([]);
  await world.test.database.execute(sql`
    update session set ended_at = ${momentOf(world.clock.now())} where id = ${sessionId}`);
  const refused = await world.signal(tone, writeCaption, written(sessionId));
  expect(refused).toMatchObject({ ok: false });
  expect(await world.signal(kari, speakCaption, spoken(sessionId))).toMatchObject({ ok: false });
});

test('CAP-5 F26 nothing of a captioned session is in any table, and no channel goes on by it', async () => {
  const { sessionId, anne, kari, tone } = await open();
  const heads = async () => {
    const { rows } = await world.test.database.execute(
      sql`select t::text from channel_head t order by 1`,
    );
    return rows;
  };
  const before = await heads();
  const captionId = newId<'caption'>() as CaptionId;
  await world.signal(tone, writeCaption, written(sessionId, 'Kanarifuglen sang', captionId));
  await world.signal(kari, speakCaption, spoken(sessionId, 'Kanarifuglen fløy'));
  expect(await now(anne, sessionId)).toHaveLength(2);
  expect(await heads()).toEqual(before);
  await world.call(anne, endSession, { sessionId });
  world.clock.advance(11 * SECOND_MS);
  await world.slices.session.tick();
  const { rows: tables } = await world.test.database.execute<{ schema: string; name: string }>(sql`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema')`);
  expect(tables.length).toBeGreaterThan(40);
  for (const { schema, name } of tables) {
    const { rows } = await world.test.database.execute(sql`
      select from ${sql.identifier(schema)}.${sql.identifier(name)} t
      where t::text like '%anarifugl%' or t::text like ${`%${captionId}%`} limit 1`);
    expect(rows, name).toEqual([]);
  }
});

test('CAP-5 what goes wrong is logged without a word of it', async () => {
  const { sessionId, tone } = await open();
  const logged: string[] = [];
  // Where the log really writes.
  const spy = vi.spyOn(fs, 'writeSync').mockImplementation((_, chunk) => {
    logged.push(String(chunk));
    return String(chunk).length;
  });
  await world.test.database.execute(sql`alter table seat rename to seat_away`);
  const answer = await world.signal(tone, writeCaption, written(sessionId, 'Kanarifuglen'));
  await world.test.database.execute(sql`alter table seat_away rename to seat`);
  spy.mockRestore();
  expect(answer).toEqual({ ok: false, refusal: 'try-again' });
  expect(logged.join('')).toContain('a signal failed');
  expect(logged.join('')).not.toContain('anarifugl');
});

test('CAP-14 F26 in a split session what is written is for the room where its writer sits, and for that alone', async () => {
  const { sessionId, anne, kari, ola, tone, lines } = await open();
  const room = (name: string, ...people: readonly Somebody[]) => ({
    ...{ name, members: people.map(({ personId }) => personId), after: null },
  });
  const rooms = [room('Gruppe 1', kari, tone), room('Gruppe 2', ola)];
  const plan = { task: '', minutes: null, choice: false, rooms };
  await world.call(anne, openBreakouts, { sessionId, plan });
  const { state } = await read(lines.anne, sessionId);
  const [one, two] = state.breakouts?.rooms.map(({ id }) => id) ?? [];
  if (!one || !two) throw new Error('not split');
  await lines.kari.subscribe(breakoutChannel, one);
  const ola2 = await enter(world, sessionId, ola);
  await ola2.subscribe(breakoutChannel, two);

  const line = written(sessionId, 'Bare her');
  for (const breakoutId of [undefined, two])
    expect(await world.signal(tone, writeCaption, { ...line, breakoutId })).toMatchObject({
      refusal: 'not-joined',
    });
  expect(await world.signal(tone, writeCaption, { ...line, breakoutId: one })).toEqual({
    ok: true,
  });
  expect(lines.kari.shown).toMatchObject([{ what: { text: 'Bare her' } }]);
  for (const other of [lines.anne, ola2]) expect(other.shown).toEqual([]);
  expect(await now(kari, sessionId)).toMatchObject([{ text: 'Bare her' }]);
  for (const other of [anne, ola]) expect(await now(other, sessionId)).toEqual([]);
});
