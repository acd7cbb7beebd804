import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as commands from '#shared/features/session/poll/commands.ts';
import { enrol, enter, planSession, read } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

const PEOPLE = 300;
/** L2: so many answers within so long. */
const WITHIN_MS = 5_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('F15 L2 POLL-4 three hundred answer within five seconds, every third of them twice, and each is counted once', async () => {
  const { sessionId, cohortId, anne } = await planSession(world);
  const line = await enter(world, sessionId, anne);
  const people: Somebody[] = [];
  for (let nth = 0; nth < PEOPLE; nth += 1) {
    const one = await world.person({ name: `Student ${nth}` });
    await enrol(world, one, cohortId);
    await enter(world, sessionId, one);
    people.push(one);
  }
  const opened = await world.call(anne, commands.openPoll, {
    ...{ sessionId, occasion: 'check-in', question: 'Hvordan er det?', named: false },
    ...{ prepared: null },
    form: { kind: 'scale', steps: 5, low: '', high: '' },
  });
  if (!opened.ok) throw new Error(opened.refusal);
  const it = { sessionId, pollId: opened.value.pollId };
  const answers = people.flatMap((one, nth) => {
    const answer = async () => {
      await delay((nth * WITHIN_MS) / PEOPLE);
      return world.call(one, commands.answerPoll, { ...it, choices: [nth % 5], text: '' });
    };
    return nth % 3 === 0 ? [answer(), answer()] : [answer()];
  });
  const replies = await Promise.all(answers);
  expect(replies.filter(({ ok }) => !ok)).toEqual([]);
  expect(replies.filter((reply) => reply.ok && reply.value.before)).toHaveLength(PEOPLE / 3);
  expect(await world.call(anne, commands.closePoll, it)).toMatchObject({ ok: true });
  expect((await read(line, sessionId)).state.poll).toMatchObject({
    ...{ answers: PEOPLE },
    totals: { answers: PEOPLE, counts: [60, 60, 60, 60, 60] },
  });
}, 120_000);
