import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSession } from '#shared/features/session/ending/commands.ts';
import * as commands from '#shared/features/session/poll/commands.ts';
import type { PollForm } from '#shared/features/session/poll/model.ts';
import * as queries from '#shared/features/session/poll/queries.ts';
import { HOUR_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import { momentOf } from '../../../storage/moment.ts';
import { enter, inviteGuest, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const YES_OR_NO: PollForm = { kind: 'single', options: ['Ja', 'Nei'] };

/** Anne has asked; Bjørn teaches too, Kari, Ola and Siri sit there. */
async function asked(form: PollForm = YES_OR_NO, named = false) {
  const session = await planSession(world);
  const { sessionId, anne, bjorn, kari, ola, siri } = session;
  const everybody = [anne, bjorn, kari, ola, siri] as const;
  const lines = [];
  for (const one of everybody) lines.push(await enter(world, sessionId, one));
  const question = {
    occasion: 'poll' as const,
    question: 'Passer det?',
    form,
    named,
    prepared: null,
  };
  const opened = await world.call(anne, commands.openPoll, { sessionId, ...question });
  if (!opened.ok) throw new Error(opened.refusal);
  const { pollId } = opened.value;
  const it = { sessionId, pollId };
  const [line] = lines;
  if (!line) throw new Error('nobody listens');
  return {
    ...session,
    ...{ everybody, lines, it, question },
    poll: async () => (await read(line, sessionId)).state.poll,
    answer: (who: Somebody, choices: number[], text = '') =>
      world.call(who, commands.answerPoll, { ...it, choices, text }),
    close: () => world.call(bjorn, commands.closePoll, it),
  };
}

test('F15 POLL-1 any teacher asks everybody who is here, one thing at a time, and nobody else does', async () => {
  const { sessionId, anne, bjorn, kari, question, poll, it } = await asked();
  expect(await poll()).toMatchObject({ question: 'Passer det?', answers: 0, closedAt: null });
  const again = { sessionId, ...question };
  expect(await world.call(bjorn, commands.openPoll, again)).toMatchObject({ refusal: 'poll-on' });
  for (const steer of [commands.closePoll, commands.putPollAway])
    expect(await world.call(kari, steer, it)).toMatchObject({ refusal: 'not-found' });
  for (const _ of [1, 2])
    expect(await world.call(bjorn, commands.putPollAway, it)).toMatchObject({ ok: true });
  expect(await poll()).toBeNull();
  expect(await world.call(kari, commands.openPoll, again)).toMatchObject({ refusal: 'not-found' });
  expect(await world.call(anne, commands.openPoll, again)).toMatchObject({ ok: true });
});

test('F15 POLL-4 an anonymous answer counts once, through retries and on two devices, and nobody sees more than how many there are', async () => {
  const { kari, ola, answer, poll, it } = await asked();
  const before = { ok: true, value: { before: true } };
  expect(await answer(kari, [0])).toMatchObject({ ok: true, value: { before: false } });
  expect(await answer(kari, [0]), 'again').toMatchObject(before);
  expect(await answer(kari, [1]), 'another answer').toMatchObject(before);
  const callId = '01890000-0000-7000-8000-000000000001';
  const call = { ...it, choices: [1], text: '' };
  await world.call(ola, commands.answerPoll, call, callId);
  expect(await world.call(ola, commands.answerPoll, call, callId)).toMatchObject(before);
  expect(await poll()).toMatchObject({ answers: 2, totals: null });
  expect(await world.ask(kari, queries.ownAnswer, it)).toMatchObject({
    value: { answered: true, answer: null },
  });
  const { rows } = await world.test.database.execute<{ calls: number }>(sql`
    select count(*)::int as calls from call where call_id = ${callId}`);
  expect(rows[0]?.calls, 'no record of the call').toBe(0);
});

test('F15 POLL-5 under five answers nothing is shown', async () => {
  const { kari, ola, siri, bjorn, answer, close, poll } = await asked();
  for (const one of [kari, ola, siri, bjorn]) await answer(one, [0]);
  await close();
  expect(await poll()).toMatchObject({ answers: 4, totals: null });
});

test('F15 POLL-6 closed it shows the totals, one or two of a kind as that, and takes no more answers', async () => {
  const { everybody, kari, answer, close, poll } = await asked();
  for (const [nth, one] of everybody.entries()) await answer(one, [nth < 3 ? 0 : 1]);
  await close();
  expect(await poll()).toMatchObject({
    ...{ answers: 5, closedAt: world.clock.now() },
    totals: { answers: 5, counts: [3, null], texts: [] },
  });
  expect(await answer(kari, [1])).toMatchObject({ refusal: 'poll-closed' });
});

test('POLL-3 what was not asked for is refused, and changes nothing', async () => {
  const { kari, answer, poll } = await asked();
  expect(await answer(kari, [2])).toMatchObject({ refusal: 'unknown-option' });
  expect(await answer(kari, [0, 1])).toMatchObject({ refusal: 'unknown-option' });
  expect(await answer(kari, [])).toMatchObject({ refusal: 'no-answer' });
  expect(await answer(kari, [-1])).toMatchObject({ refusal: 'bad-input' });
  expect(await answer(kari, [0], 'x'.repeat(501))).toMatchObject({ refusal: 'bad-input' });
  expect(await poll()).toMatchObject({ answers: 0 });
});

test('F15 POLL-7 a named one is answered anew until it is closed, and teachers alone see who answered what', async () => {
  const { kari, ola, anne, answer, close, poll, it } = await asked(YES_OR_NO, true);
  await answer(kari, [0]);
  await answer(kari, [1]);
  await answer(ola, [0]);
  expect(await poll()).toMatchObject({ answers: 2 });
  expect(await world.ask(kari, queries.ownAnswer, it)).toMatchObject({
    value: { answered: true, answer: { choices: [1] } },
  });
  expect(await world.ask(kari, queries.namedAnswers, it)).toMatchObject({ refusal: 'not-found' });
  await close();
  const named = await world.ask(anne, queries.namedAnswers, it);
  expect(named.ok && named.value.answers).toMatchObject([
    { personId: kari.personId, choices: [1] },
    { personId: ola.personId, choices: [0] },
  ]);
  expect(await answer(kari, [0])).toMatchObject({ refusal: 'poll-closed' });
});

test('F38 POLL-2 a check-in is anonymous', async () => {
  const { sessionId, anne } = await planSession(world);
  await enter(world, sessionId, anne);
  const form: PollForm = { kind: 'scale', steps: 5, low: 'tungt', high: 'godt' };
  const checkIn = {
    sessionId,
    occasion: 'check-in' as const,
    question: 'Hvordan er det?',
    form,
    prepared: null,
  };
  expect(await world.call(anne, commands.openPoll, { ...checkIn, named: true })).toMatchObject({
    refusal: 'named-check-in',
  });
  expect(await world.call(anne, commands.openPoll, { ...checkIn, named: false })).toMatchObject({
    ok: true,
  });
});

test('POLL-8 with the session what is being asked is over, and the answers are what is left of it', async () => {
  const { sessionId, anne, kari, everybody, answer, it } = await asked({ kind: 'text' });
  for (const [nth, one] of everybody.entries()) await answer(one, [], `Ord ${nth}`);
  await world.call(anne, endSession, { sessionId });
  world.clock.advance(11 * SECOND_MS);
  await world.slices.session.tick();
  expect(await answer(kari, [], 'for sent')).toMatchObject({ ok: false });
  const held = await world.ask(anne, queries.heldPolls, { sessionId });
  expect(held.ok && held.value.polls).toMatchObject([{ id: it.pollId, answers: 5 }]);
  const left = await world.test.database.execute(
    sql`select from sealed_tally where poll_id = ${it.pollId}`,
  );
  expect(left.rows).toEqual([]);
});

test('POLL-8 one that was left open is closed when the door is, and nothing of it stays on the disk', async () => {
  const { answer, everybody, it } = await asked();
  for (const one of everybody) await answer(one, [0]);
  world.clock.advance(4 * HOUR_MS);
  const { database } = world.test;
  const tidy = () => world.slices.session.tidySealed(database);
  const left = async () => {
    const { rows } = await database.execute(sql`
      select tidied, closed_at is not null as closed, totals ->> 'answers' as answers,
        pg_relation_size('sealed_tally')::int as bytes
      from poll where id = ${it.pollId}`);
    return rows[0];
  };
  await database.transaction(
    async (older) => {
      await older.execute(sql`select from poll`);
      await tidy();
      expect(await left(), 'somebody may still see it').toMatchObject({ tidied: false });
    },
    { isolationLevel: 'repeatable read' },
  );
  // Of the database's own housekeeping too.
  await expect
    .poll(async () => {
      await tidy();
      return left();
    })
    .toEqual({ tidied: true, closed: true, answers: '5', bytes: 0 });
});

test('POLL-8 one that comes out of a backup without its key takes no answers, and is closed', async () => {
  const { kari, answer, it } = await asked();
  await answer(kari, [0]);
  await world.keys.destroy(it.pollId);
  expect(await answer(kari, [0])).toMatchObject({ refusal: 'poll-closed' });
  await world.slices.session.tidySealed(world.test.database);
  const { rows } = await world.test.database.execute(
    sql`select closed_at is not null as closed from poll where id = ${it.pollId}`,
  );
  expect(rows).toEqual([{ closed: true }]);
});

test('POLL-8 the key goes when it is closed, also by a server that was killed before it could', async () => {
  const { sessionId, anne, it } = await asked();
  expect(await world.keys.get(it.pollId)).not.toBeNull();
  await world.test.database.execute(
    sql`update poll set closed_at = ${momentOf(world.clock.now())} where id = ${it.pollId}`,
  );
  world = await world.crash();
  await world.slices.session.tidySealed(world.test.database);
  expect(await world.keys.get(it.pollId)).toBeNull();
  await enter(world, sessionId, anne);
});

test('POLL-4 a server that is killed while it is open goes on counting each once', async () => {
  const { kari, ola, answer, it, sessionId } = await asked();
  await answer(kari, [0]);
  world = await world.crash();
  await enter(world, sessionId, kari);
  const call = (who: Somebody) =>
    world.call(who, commands.answerPoll, { ...it, choices: [0], text: '' });
  expect(await call(kari)).toMatchObject({ value: { before: true } });
  await enter(world, sessionId, ola);
  expect(await call(ola)).toMatchObject({ value: { before: false } });
});

test('POLL-9 what was asked goes with the chat, by the rule of the course', async () => {
  const { sessionId, anne, everybody, answer, close, it } = await asked({ kind: 'text' });
  for (const one of everybody) await answer(one, [], 'Noe for oss alene');
  await close();
  await world.slices.session.eraseDueChats();
  const held = () => world.ask(anne, queries.heldPolls, { sessionId });
  expect(await held()).toMatchObject({ value: { polls: [{ id: it.pollId }] } });
  world.clock.advance(400 * 24 * HOUR_MS);
  await world.slices.session.eraseDueChats();
  const { rows } = await world.test.database.execute(sql`select from poll where id = ${it.pollId}`);
  expect(rows).toEqual([]);
});

test('F15 POLL-10 a teacher makes one ready before the session, and asked it stands ready no more', async () => {
  const { sessionId, anne, bjorn, kari } = await planSession(world);
  const question = {
    occasion: 'poll' as const,
    question: 'Hva nå?',
    form: YES_OR_NO,
    named: false,
  };
  const made = await world.call(anne, commands.preparePoll, { sessionId, ...question });
  if (!made.ok) throw new Error(made.refusal);
  const { id } = made.value;
  expect(await world.call(kari, commands.preparePoll, { sessionId, ...question })).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.ask(kari, queries.preparedPolls, { sessionId })).toMatchObject({
    refusal: 'not-found',
  });
  const ready = async () => {
    const asked = await world.ask(bjorn, queries.preparedPolls, { sessionId });
    return asked.ok ? asked.value.polls : asked.refusal;
  };
  expect(await ready()).toEqual([{ id, ...question }]);
  await enter(world, sessionId, bjorn);
  expect(
    await world.call(bjorn, commands.openPoll, { sessionId, ...question, prepared: id }),
  ).toMatchObject({ ok: true });
  expect(await ready()).toEqual([]);

  for (let nth = 0; nth < 20; nth += 1)
    await world.call(anne, commands.preparePoll, { sessionId, ...question });
  expect(await world.call(anne, commands.preparePoll, { sessionId, ...question })).toMatchObject({
    refusal: 'too-many-prepared',
  });
  const [first] = await ready();
  if (typeof first !== 'object') throw new Error('none is ready');
  const drop = { sessionId, preparedId: first.id };
  for (const _ of [1, 2])
    expect(await world.call(bjorn, commands.dropPreparedPoll, drop)).toMatchObject({ ok: true });
  expect(await ready()).toHaveLength(19);
});

test('F15 POLL-5 own words come out as they were written, whatever signs stand in them', async () => {
  for (const named of [false, true]) {
    const { everybody, answer, close, poll } = await asked({ kind: 'text' }, named);
    const words = ['to\nlinjer\tog mer', 'sa «ja, "takk"»', 'C:\\mappe', '{a,b}', 'null'];
    for (const [nth, one] of everybody.entries())
      expect(await answer(one, [], words[nth])).toMatchObject({ ok: true });
    await close();
    expect(new Set((await poll())?.totals?.texts)).toEqual(new Set(words));
  }
});

test('F15 POLL-4 a guest who was let in answers like everybody, and one who waits outside, or was not asked in, does not', async () => {
  const { it, answer, poll, close } = await asked();
  const { sessionId } = it;
  const lise = await inviteGuest(world, sessionId, { as: 'lecturer' });
  expect(await answer(lise, [0]), 'not come yet').toMatchObject({ refusal: 'not-joined' });
  await enter(world, sessionId, lise);
  expect(await answer(lise, [0])).toMatchObject({ ok: true, value: { before: false } });
  expect(await answer(lise, [1])).toMatchObject({ ok: true, value: { before: true } });

  const waiting = await inviteGuest(world, sessionId, { as: 'next-of-kin', letIn: false });
  const elsewhere = await planSession(world);
  const stranger = await inviteGuest(world, elsewhere.sessionId, { as: 'lecturer' });
  await enter(world, elsewhere.sessionId, stranger);
  for (const one of [waiting, stranger]) {
    expect(await answer(one, [0])).toMatchObject({ refusal: 'not-found' });
    for (const query of [queries.ownAnswer, queries.heldPolls])
      expect(await world.ask(one, query, it)).toMatchObject({ refusal: 'not-found' });
  }
  expect(await poll()).toMatchObject({ answers: 1 });
  for (const steer of [commands.closePoll, commands.putPollAway])
    expect(await world.call(lise, steer, it)).toMatchObject({ refusal: 'not-found' });
  expect(await world.ask(lise, queries.namedAnswers, it)).toMatchObject({ refusal: 'not-found' });
  await close();
});

test('F15 CAP-15 a captioner is not asked: what their browser sends is refused, and not counted', async () => {
  const { it, answer, poll } = await asked();
  const tone = await inviteGuest(world, it.sessionId, { as: 'captioner' });
  await enter(world, it.sessionId, tone);
  expect(await answer(tone, [0])).toMatchObject({ refusal: 'not-asked' });
  expect(await poll()).toMatchObject({ answers: 0 });
});
