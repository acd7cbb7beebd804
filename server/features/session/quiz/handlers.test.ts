import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endSession } from '#shared/features/session/ending/commands.ts';
import * as commands from '#shared/features/session/quiz/commands.ts';
import type { QuizContent } from '#shared/features/session/quiz/model.ts';
import * as queries from '#shared/features/session/quiz/queries.ts';
import { HOUR_MS, SECOND_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { enrol, enter, inviteGuest, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const QUIZ: QuizContent = {
  title: 'Makt og språk',
  questions: [
    { question: 'Hva er makt?', options: ['A', 'B', 'C'], right: [1], explanation: 'Weber.' },
    { question: 'Hva hjelper?', options: ['D', 'E', 'F'], right: [0, 2], explanation: '' },
  ],
};

async function prepare(by: Somebody, sessionId: SessionId, content = QUIZ) {
  const made = await world.call(by, commands.prepareQuiz, { sessionId, change: null, ...content });
  if (!made.ok) throw new Error(made.refusal);
  return made.value.quizId;
}

/** Anne has opened one; Bjørn teaches too, five students sit there. */
async function opened() {
  const session = await planSession(world);
  const { sessionId, cohortId, anne, bjorn, kari, ola, siri } = session;
  const [tor, una] = [await world.person({ name: 'Tor' }), await world.person({ name: 'Una' })];
  for (const one of [tor, una]) await enrol(world, one, cohortId);
  const students = [kari, ola, siri, tor, una];
  const line = await enter(world, sessionId, anne);
  for (const one of [bjorn, ...students]) await enter(world, sessionId, one);
  const quizId = await prepare(anne, sessionId);
  const it = { sessionId, quizId };
  expect(await world.call(anne, commands.openQuiz, it)).toMatchObject({ ok: true });
  return {
    ...session,
    ...{ it, students, line },
    answer: (who: Somebody, nth: number, choices: number[]) =>
      world.call(who, commands.answerQuiz, { ...it, nth, choices }),
    close: () => world.call(bjorn, commands.closeQuiz, it),
    quizzes: async () => (await read(line, sessionId)).state.quizzes,
    totals: async () => {
      const asked = await world.ask(bjorn, queries.quizTotals, it);
      return asked.ok ? asked.value : asked.refusal;
    },
  };
}

/** Every row of every table that names a person, as text. */
async function rowsNaming({ personId }: Somebody): Promise<string[]> {
  const { database } = world.test;
  const { rows: tables } = await database.execute<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`);
  const found: string[] = [];
  for (const { name } of tables) {
    const table = sql.identifier(name);
    const { rows } = await database.execute<{ text: string }>(sql`
      select ${table}::text as text from ${table}
      where ${table}::text like ${`%${personId}%`} order by 1`);
    found.push(...rows.map(({ text }) => `${name}: ${text}`));
  }
  return found;
}

const COUNTED = { ok: true, value: { counted: true } };
const NOT_COUNTED = { ok: true, value: { counted: false } };

test('F16 QUIZ-1 teachers make one ready and change it, before the session too, and nobody else sees it', async () => {
  const { sessionId, anne, bjorn, kari } = await planSession(world);
  const quizId = await prepare(anne, sessionId);
  const ready = async () => {
    const asked = await world.ask(bjorn, queries.preparedQuizzes, { sessionId });
    return asked.ok ? asked.value.quizzes : asked.refusal;
  };
  expect(await ready()).toEqual([{ id: quizId, version: 0, ...QUIZ }]);
  const change = (by: Somebody, seen: number) =>
    world.call(by, commands.prepareQuiz, {
      ...{ sessionId, change: { quizId, seen } },
      ...{ ...QUIZ, title: `Sett som ${seen}` },
    });
  expect(await change(bjorn, 0)).toMatchObject({ ok: true, value: { quizId, version: 1 } });
  expect(await change(anne, 0), 'another has changed it').toMatchObject({
    refusal: 'quiz-changed',
  });
  expect(await ready()).toMatchObject([{ title: 'Sett som 0', version: 1 }]);

  const content = { sessionId, change: null, ...QUIZ };
  expect(await world.call(kari, commands.prepareQuiz, content)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await world.ask(kari, queries.preparedQuizzes, { sessionId })).toMatchObject({
    refusal: 'not-found',
  });
  const it = { sessionId, quizId };
  const asked = await world.ask(kari, queries.quizQuestions, it);
  expect(asked, 'not before it is opened').toMatchObject({ value: { quiz: null } });
  for (const _ of [1, 2])
    expect(await world.call(bjorn, commands.dropQuiz, it)).toMatchObject({ ok: true });
  expect(await ready()).toEqual([]);
  expect(await change(anne, 1)).toMatchObject({ refusal: 'unknown-quiz' });
  for (let nth = 0; nth < 20; nth += 1) await prepare(anne, sessionId);
  expect(await world.call(anne, commands.prepareQuiz, content)).toMatchObject({
    refusal: 'too-many-quizzes',
  });
});

test('QUIZ-2 an empty quiz, one without a right answer, and what is too long are refused, and change nothing', async () => {
  const { sessionId, anne } = await planSession(world);
  const [question] = QUIZ.questions;
  if (!question) throw new Error('nothing is asked');
  for (const bad of [
    { title: '' },
    { title: 'x'.repeat(121) },
    { questions: [] },
    { questions: [{ ...question, right: [] }] },
    { questions: [{ ...question, right: [3] }] },
    { questions: [{ ...question, options: ['A'] }] },
    { questions: [{ ...question, explanation: 'x'.repeat(501) }] },
  ])
    expect(
      await world.call(anne, commands.prepareQuiz, {
        ...{ sessionId, change: null },
        ...{ ...QUIZ, ...bad },
      }),
      JSON.stringify(bad).slice(0, 60),
    ).toMatchObject({ refusal: 'bad-input' });
  expect(await world.ask(anne, queries.preparedQuizzes, { sessionId })).toMatchObject({
    value: { quizzes: [] },
  });
});

test('F16 QUIZ-3 any teacher who is here opens one that stands ready, one at a time, and everybody can take it', async () => {
  const { sessionId, anne, bjorn, kari, it, quizzes, close } = await opened();
  expect(await quizzes()).toMatchObject([
    { id: it.quizId, title: 'Makt og språk', length: 2, closedAt: null },
  ]);
  const other = await prepare(bjorn, sessionId);
  const open = (by: Somebody, quizId = other) =>
    world.call(by, commands.openQuiz, { sessionId, quizId });
  expect(await open(kari)).toMatchObject({ refusal: 'not-found' });
  expect(await open(bjorn)).toMatchObject({ refusal: 'quiz-on' });
  expect(await open(bjorn, it.quizId), 'opened already').toMatchObject({ ok: true });
  const asked = await world.ask(kari, queries.quizQuestions, it);
  expect(asked.ok && asked.value.quiz).toEqual(QUIZ);
  expect(await world.call(kari, commands.closeQuiz, it)).toMatchObject({ refusal: 'not-found' });
  await close();
  expect(await open(anne)).toMatchObject({ ok: true });
  expect(await quizzes()).toMatchObject([{ id: it.quizId }, { id: other, closedAt: null }]);
  const unknown = await prepare(anne, sessionId);
  await world.call(anne, commands.dropQuiz, { sessionId, quizId: unknown });
  expect(await open(anne, unknown)).toMatchObject({ refusal: 'unknown-quiz' });
});

test('F16 QUIZ-5 what one answers first counts once, through retries and on two devices, and no record of the call is kept', async () => {
  const { kari, ola, answer, it, totals } = await opened();
  expect(await answer(kari, 0, [1])).toMatchObject(COUNTED);
  expect(await answer(kari, 0, [1]), 'again').toMatchObject(NOT_COUNTED);
  expect(await answer(kari, 0, [2]), 'another answer').toMatchObject(NOT_COUNTED);
  const callId = '01890000-0000-7000-8000-000000000016';
  const call = { ...it, nth: 1, choices: [0, 2] };
  await world.call(ola, commands.answerQuiz, call, callId);
  expect(await world.call(ola, commands.answerQuiz, call, callId)).toMatchObject(NOT_COUNTED);
  expect(await totals()).toEqual({ answered: [1, 1], totals: null });
  const { rows } = await world.test.database.execute<{ calls: number }>(sql`
    select count(*)::int as calls from call where call_id = ${callId}`);
  expect(rows[0]?.calls).toBe(0);
});

test('QUIZ-5 three hundred answers at once by the same person are one', async () => {
  const { kari, answer, totals } = await opened();
  const replies = await Promise.all(
    Array.from({ length: 300 }, (_, nth) => answer(kari, 0, [nth % 3])),
  );
  expect(replies.filter((reply) => !reply.ok)).toEqual([]);
  expect(replies.filter((reply) => reply.ok && reply.value.counted)).toHaveLength(1);
  expect(await totals()).toMatchObject({ answered: [1, 0] });
}, 60_000);

test('QUIZ-5 what a teacher tries out is not counted', async () => {
  const { anne, answer, totals } = await opened();
  expect(await answer(anne, 0, [1])).toMatchObject(NOT_COUNTED);
  expect(await totals()).toMatchObject({ answered: [0, 0] });
});

test('QUIZ-5 CAP-15 a captioner is not asked', async () => {
  const { it, answer } = await opened();
  const tone = await inviteGuest(world, it.sessionId, { as: 'captioner' });
  await enter(world, it.sessionId, tone);
  expect(await answer(tone, 0, [1])).toMatchObject({ refusal: 'not-asked' });
});

test('QUIZ-5 what was not asked is refused, and changes nothing', async () => {
  const { kari, answer, totals, close, it, cohortId } = await opened();
  expect(await answer(kari, 0, [0, 1]), 'one is right').toMatchObject({
    refusal: 'unknown-option',
  });
  expect(await answer(kari, 0, [3])).toMatchObject({ refusal: 'unknown-option' });
  expect(await answer(kari, 0, [])).toMatchObject({ refusal: 'no-answer' });
  expect(await answer(kari, 2, [0])).toMatchObject({ refusal: 'unknown-question' });
  expect(await answer(kari, 20, [0])).toMatchObject({ refusal: 'bad-input' });
  expect(await answer(kari, 0, [6])).toMatchObject({ refusal: 'bad-input' });
  const outside = await world.person({ name: 'Ute' });
  expect(await answer(outside, 0, [0])).toMatchObject({ refusal: 'not-found' });
  await enrol(world, outside, cohortId);
  expect(await answer(outside, 0, [0]), 'not in the session').toMatchObject({
    refusal: 'not-joined',
  });
  const { anne: teacherElsewhere } = await planSession(world);
  expect(await world.call(teacherElsewhere, commands.closeQuiz, it)).toMatchObject({
    refusal: 'not-found',
  });
  expect(await totals()).toMatchObject({ answered: [0, 0] });
  await close();
  expect(await answer(kari, 0, [0])).toMatchObject({ refusal: 'quiz-closed' });
  expect(await world.ask(kari, queries.quizQuestions, it), 'and still to be taken').toMatchObject({
    value: { quiz: { title: 'Makt og språk' } },
  });
});

test('F16 QUIZ-6 closed it shows its teachers what was answered first: nothing under five, and one or two as that', async () => {
  const { students, answer, totals, close } = await opened();
  for (const [nth, one] of students.entries()) await answer(one, 0, [nth < 3 ? 1 : 0]);
  for (const one of students.slice(0, 4)) await answer(one, 1, [0, 2]);
  expect(await totals()).toEqual({ answered: [5, 4], totals: null });
  for (const _ of [1, 2]) expect(await close()).toMatchObject({ ok: true });
  expect(await totals()).toEqual({
    answered: [5, 4],
    totals: [{ answers: 5, counts: [null, 3, 0], texts: [] }, null],
  });
});

test('QUIZ-6 no student sees how the others answered', async () => {
  const { students, kari, answer, close, it, line, sessionId } = await opened();
  for (const one of students) await answer(one, 0, [1]);
  await close();
  expect(await world.ask(kari, queries.quizTotals, it)).toMatchObject({ refusal: 'not-found' });
  const { state } = await read(line, sessionId);
  expect(JSON.stringify(state.quizzes)).not.toMatch(/counts|answered|right/u);
});

test('QUIZ-5 a server that is killed while it is open goes on counting each once', async () => {
  const { sessionId, kari, ola, answer } = await opened();
  await answer(kari, 0, [1]);
  world = await world.crash();
  for (const one of [kari, ola]) await enter(world, sessionId, one);
  expect(await answer(kari, 0, [1])).toMatchObject(NOT_COUNTED);
  expect(await answer(ola, 0, [1])).toMatchObject(COUNTED);
});

test('F16 QUIZ-7 it is closed with the session, and can be taken afterwards by whoever could be in it', async () => {
  const { sessionId, anne, kari, students, answer, it, totals } = await opened();
  for (const one of students) await answer(one, 0, [1]);
  await world.call(anne, endSession, { sessionId });
  world.clock.advance(11 * SECOND_MS);
  await world.slices.session.tick();
  expect(await totals()).toMatchObject({ totals: [{ counts: [0, 5, 0] }, null] });
  const held = await world.ask(kari, queries.heldQuizzes, { sessionId });
  expect(held).toMatchObject({ value: { quizzes: [{ id: it.quizId }] } });
  expect(await world.ask(kari, queries.quizQuestions, it)).toMatchObject({
    value: { quiz: { questions: QUIZ.questions } },
  });
  const left = await world.test.database.execute(
    sql`select from sealed_tally where quiz_id = ${it.quizId}`,
  );
  expect(left.rows).toEqual([]);
});

test('QUIZ-7 one that was left open is closed when the door is, and nothing of it stays on the disk', async () => {
  const { answer, students, it } = await opened();
  for (const one of students) await answer(one, 0, [0]);
  world.clock.advance(4 * HOUR_MS);
  await world.slices.session.tidySealed(world.test.database);
  const { rows } = await world.test.database.execute(sql`
    select closed_at is not null as closed, tidied, pg_relation_size('sealed_tally')::int as bytes
    from quiz where id = ${it.quizId}`);
  expect(rows).toEqual([{ closed: true, tidied: true, bytes: 0 }]);
});

test('QUIZ-7 what was counted goes with the chat, and the questions stay', async () => {
  const { answer, students, it, close, totals } = await opened();
  for (const one of students) await answer(one, 0, [0]);
  await close();
  await world.slices.session.eraseDueChats();
  expect(await totals()).toMatchObject({ totals: [{ answers: 5 }, null] });
  world.clock.advance(400 * 24 * HOUR_MS);
  await world.slices.session.eraseDueChats();
  const { rows } = await world.test.database.execute(sql`
    select answered, totals, title from quiz where id = ${it.quizId}`);
  expect(rows).toEqual([{ answered: null, totals: null, title: 'Makt og språk' }]);
});

test('QUIZ-5 no row that names somebody comes of their answers, nor changes with them', async () => {
  const { students, kari, answer, close } = await opened();
  const before = await rowsNaming(kari);
  expect(before).not.toEqual([]);
  for (const one of students) await answer(one, 0, [1]);
  expect(await rowsNaming(kari)).toEqual(before);
  await close();
  expect(await rowsNaming(kari)).toEqual(before);
});

test('QUIZ-8 what a teacher made is theirs to take out, and names nobody when they are erased', async () => {
  const { anne, kari, it, answer } = await opened();
  await answer(kari, 0, [1]);
  const held = (who: Somebody) =>
    world.test.database.transaction((tx) => exportPersonalData(tx, who.personId));
  expect((await held(anne)).quizzes).toMatchObject([{ title: 'Makt og språk' }]);
  expect((await held(kari)).quizzes).toEqual([]);
  await world.test.database.transaction((tx) => erasePersonalData(tx, anne.personId));
  const { rows } = await world.test.database.execute(
    sql`select by_id, title from quiz where id = ${it.quizId}`,
  );
  expect(rows).toEqual([{ by_id: null, title: 'Makt og språk' }]);
});
