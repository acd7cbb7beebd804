import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import type { Answer, SignInApi } from './sign-in-api.ts';
import { codeFrom, createSignInStore } from './sign-in-store.ts';

const fine: Answer<never> = { ok: true, value: undefined as never };
const refused = (problem: 'wrong-code' | 'offline'): Answer<never> => ({
  ok: false,
  problem,
});

/** The store beside a server that answers as told and remembers what it was asked. */
function atTheDoor(answers: Partial<Record<keyof SignInApi, Answer<never>>> = {}) {
  const asked: string[] = [];
  const api = new Proxy({} as SignInApi, {
    get:
      (_, name: keyof SignInApi) =>
      async (...input: unknown[]) => {
        asked.push([name, ...input].join(' '));
        return answers[name] ?? fine;
      },
  });
  let entered = 0;
  const store = createRoot(() =>
    createSignInStore(api, () => {
      entered += 1;
    }),
  );
  return { store, asked, entered: () => entered };
}

test('a code is sent to the trimmed address, and the next step says where it went', async () => {
  const { store, asked } = atTheDoor();
  await store.sendCode('  ingrid@example.org ');
  expect(asked).toEqual(['sendCode ingrid@example.org']);
  expect(store.state().at).toEqual({ step: 'code', email: 'ingrid@example.org', sent: 'once' });
});

test('a slip in the address is said before anything is sent', async () => {
  const { store, asked } = atTheDoor();
  await store.sendCode('ingrid@example');
  expect(asked).toEqual([]);
  expect(store.state().problem).toBe('bad-address');
});

test('a new code says that it is a new one', async () => {
  const { store } = atTheDoor();
  await store.sendCode('ingrid@example.org');
  await store.sendCode('ingrid@example.org');
  expect(store.state().at).toMatchObject({ step: 'code', sent: 'again' });
});

test('a code may be pasted with spaces and words', async () => {
  expect(codeFrom('Koden din er 1234 5678.')).toBe('12345678');
  const { store, asked, entered } = atTheDoor();
  await store.sendCode('ingrid@example.org');
  await store.enterCode('1234 5678');
  expect(asked.at(-1)).toBe('withCode ingrid@example.org 12345678');
  expect(entered()).toBe(1);
});

test('a wrong code keeps the person at the code, with a reason', async () => {
  const { store, entered } = atTheDoor({ withCode: refused('wrong-code') });
  await store.sendCode('ingrid@example.org');
  await store.enterCode('11111111');
  expect(store.state()).toMatchObject({ at: { step: 'code' }, busy: false, problem: 'wrong-code' });
  expect(entered()).toBe(0);
});

test('a half code is not sent', async () => {
  const { store, asked } = atTheDoor();
  await store.sendCode('ingrid@example.org');
  await store.enterCode('1234');
  expect(asked).toHaveLength(1);
  expect(store.state().problem).toBe('wrong-code');
});

test('a second press while the first is on its way does nothing', async () => {
  const { store, asked } = atTheDoor();
  await Promise.all([store.enterDoor('ingrid'), store.enterDoor('ingrid')]);
  expect(asked).toEqual(['throughDoor ingrid']);
});

test('a lost line is said, and the next press tries again', async () => {
  const { store, asked } = atTheDoor({ throughDoor: refused('offline') });
  await store.enterDoor('anne');
  expect(store.state().problem).toBe('offline');
  await store.enterDoor('anne');
  expect(asked).toHaveLength(2);
});
