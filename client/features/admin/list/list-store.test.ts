import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import type { CohortId } from '#shared/kernel/ids.ts';
import { createList, faultyOf, readyOf } from './list-store.ts';
import type { ListAnswer, sendList } from './send-list.ts';

const cohortId = 'heltid' as CohortId;
const reading = () => ({
  ...{ role: 'student' as const, cohortId, language: 'nb' as const },
  cohorts: [{ cohortId, name: 'Heltid' }],
});

function listWith(...answers: ListAnswer[]) {
  const sent: { callId: string; names: string[] }[] = [];
  const send: typeof sendList = async (callId, people) => {
    sent.push({ callId, names: people.map(({ name }) => name) });
    return answers.shift() ?? { ok: true, invited: people.length, faults: [] };
  };
  return { sent, list: createRoot(() => createList(reading, send)) };
}

test('F84 WELCOME-6 those that are ready are sent, and a lost answer is asked for again as the same call', async () => {
  const { sent, list } = listWith({ ok: false, refusal: 'offline' });
  list.write('Kari;kari@b.no\nOdd;odd@b\nOla;ola@b.no');
  expect(faultyOf(list.lines()).map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'bad-address'],
  ]);
  await list.invite();
  expect(list.refusal()).toBe('offline');
  await list.invite();
  expect(sent.map(({ names }) => names)).toEqual([
    ['Kari', 'Ola'],
    ['Kari', 'Ola'],
  ]);
  expect(sent[0]?.callId).toBe(sent[1]?.callId);
  expect(list.invited()).toBe(2);
  expect(list.text()).toBe('');
});

test('F84 WELCOME-6 what the server knows against a line stands at it, and the others are another call', async () => {
  const { sent, list } = listWith({
    ok: true,
    invited: 0,
    faults: [{ at: 1, fault: 'already-here' }],
  });
  list.write('Kari;kari@b.no\nOla;ola@b.no');
  await list.invite();
  expect(list.invited()).toBeUndefined();
  expect(faultyOf(list.lines())).toMatchObject([{ line: 2, fault: 'already-here' }]);
  await list.invite();
  expect(sent[1]?.names).toEqual(['Kari']);
  expect(sent[1]?.callId).not.toBe(sent[0]?.callId);
});

test('F84 LIST-1 a file that is too large is not read', async () => {
  const { list } = listWith();
  await list.take(new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'stor.csv'));
  expect(list.problem()?.why).toBe('file-too-large');
  await list.take(new File(['Åse;ase@b.no'], 'liste.csv'));
  expect(list.problem()).toBeUndefined();
  expect(readyOf(list.lines())).toHaveLength(1);
});

test('F84 LIST-1 one cell of five million signs is refused before anything holds it; an empty file is answered', async () => {
  const { list } = listWith();
  const cell = 'a'.repeat(5_000_000);
  await list.take(new File([cell], 'celle.csv'));
  expect(list.problem()).toEqual({ why: 'cell-too-long', line: 1 });
  expect(list.text()).toBe('');
  list.write('Åse;ase@b.no');
  expect(list.mayPaste(`Kari;kari@b.no\n"${cell}"`)).toBe(false);
  expect(list.problem()).toEqual({ why: 'cell-too-long', line: 2 });
  for (const empty of ['', ' \r\n;;\n']) {
    await list.take(new File([empty], 'tom.csv'));
    expect(list.problem()?.why).toBe('nothing-there');
  }
  expect(list.mayPaste('Åse;ase@b.no')).toBe(true);
});
