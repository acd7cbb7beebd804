import { createRoot } from 'solid-js';
import { expect, test } from 'vitest';
import type { WaitsFor } from '#shared/features/identity/second-factor/model.ts';
import type { Answer } from './call.ts';
import type { SignInApi } from './sign-in-api.ts';
import { codeFrom, createSignInStore } from './sign-in-store.ts';

const fine: Answer<never> = { ok: true, value: undefined as never };
const refused = (problem: 'wrong-code' | 'offline'): Answer<never> => ({
  ok: false,
  problem,
});

/** The store beside a server that answers as told and remembers what it was asked. */
function atTheDoor(
  answers: Partial<Record<keyof SignInApi, Answer<never>>> = {},
  given: { kept?: string; lacks?: WaitsFor } = {},
) {
  let { kept } = given;
  const memory = {
    keep: (email: string) => {
      kept = email;
    },
    email: () => kept,
    forget: () => {
      kept = undefined;
    },
  };
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
    createSignInStore(
      api,
      memory,
      () => {
        entered += 1;
      },
      given.lacks,
    ),
  );
  return { store, asked, entered: () => entered, kept: () => kept };
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

test('F85 after a reload one stands at the code that was mailed, without asking for another', async () => {
  const before = atTheDoor();
  await before.store.sendCode('ingrid@example.org');
  const { store, asked, entered, kept } = atTheDoor({}, { kept: before.kept() ?? '' });
  expect(store.state().at).toEqual({ step: 'code', email: 'ingrid@example.org', sent: 'earlier' });
  await store.enterCode('12345678');
  expect(asked).toEqual(['withCode ingrid@example.org 12345678']);
  expect(entered()).toBe(1);
  expect(kept()).toBeUndefined();
});

test('F85 another address, or another way in, forgets where the code went', async () => {
  const { store, kept } = atTheDoor({}, { kept: 'ingrid@example.org' });
  store.useCode();
  expect(kept()).toBeUndefined();
  expect(store.state().at).toEqual({ step: 'address' });
  await store.sendCode('ingrid@example.org');
  await store.enterDoor('ingrid');
  expect(kept()).toBeUndefined();
});

test('F85 a code from another tab is entered without asking for a new one', () => {
  const { store, asked } = atTheDoor();
  store.haveCode('ingrid');
  expect(store.state()).toMatchObject({ at: { step: 'address' }, problem: 'bad-address' });
  store.haveCode(' ingrid@example.org ');
  expect(store.state().at).toEqual({ step: 'code', email: 'ingrid@example.org', sent: 'earlier' });
  expect(asked).toEqual([]);
});

const lacking = (step: WaitsFor['step'], app = true): Answer<never> => ({
  ok: true,
  value: { waitsFor: { step, app, passkey: true } } as never,
});

test('SIGN-28 who has a second factor is led on to show it, the app first, and is in after it', async () => {
  const { store, asked, entered } = atTheDoor({ withPassword: lacking('prove') });
  await store.enterPassword('ingrid@example.org', 'hemmelig nok');
  expect(store.state().at).toMatchObject({ step: 'second', by: 'app' });
  expect(entered()).toBe(0);
  await store.showSecond('12345');
  expect(store.state().problem).toBe('wrong-second-factor');
  await store.showSecond('123 456');
  expect(asked.at(-1)).toBe('withSecondFactor app 123456');
  expect(entered()).toBe(1);
});

test('SIGN-28 without an app it is the passkey, or a code of the sheet as it was written', async () => {
  const { store, asked } = atTheDoor({ withPassword: lacking('prove', false) });
  await store.enterPassword('ingrid@example.org', 'hemmelig nok');
  expect(store.state().at).toMatchObject({ step: 'second', by: 'passkey' });
  store.showBy('paper');
  await store.showSecond(' k7qm-2x4d-abcd-efgh ');
  expect(asked.at(-1)).toBe('withSecondFactor paper k7qm-2x4d-abcd-efgh');
});

test('SIGN-27 who must have one sets it up, also after a reload', async () => {
  const { store } = atTheDoor({ withPassword: lacking('set-up') });
  await store.enterPassword('ingrid@example.org', 'hemmelig nok');
  expect(store.state().at).toEqual({ step: 'set-up' });
  const lacks: WaitsFor = { step: 'set-up', app: false, passkey: false };
  expect(atTheDoor({}, { lacks, kept: 'ingrid@example.org' }).store.state().at).toEqual({
    step: 'set-up',
  });
});

test('SIGN-32 who has waited too long at the door begins anew, and is told so', async () => {
  const late: Answer<never> = { ok: false, problem: 'signed-out' };
  const lacks: WaitsFor = { step: 'prove', app: true, passkey: false };
  const { store } = atTheDoor({ withSecondFactor: late }, { lacks });
  await store.showSecond('123456');
  expect(store.state()).toMatchObject({ at: { step: 'address' }, problem: 'signed-out' });
});

test('SIGN-32 «Begynn på nytt» leaves nothing at the door', async () => {
  const lacks: WaitsFor = { step: 'prove', app: true, passkey: false };
  const { store, asked } = atTheDoor({}, { lacks });
  await store.leaveDoor();
  expect(asked).toEqual(['signOut']);
  expect(store.state().at).toEqual({ step: 'address' });
});
