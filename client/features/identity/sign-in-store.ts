import { createSignal } from 'solid-js';
import {
  APP_CODE_DIGITS,
  type ShownBy,
  type WaitsFor,
} from '#shared/features/identity/second-factor/model.ts';
import { CODE_DIGITS } from '#shared/features/identity/sign-in/model.ts';
import type { Answer, SignInProblem } from './call.ts';
import type { SignInApi, WayIn } from './sign-in-api.ts';

/** Where a person is on the way in. A state that cannot be cannot be written. */
export type SignInStep =
  | { step: 'address' }
  /** `earlier`: before this page was loaded, or from another tab. */
  | { step: 'code'; email: string; sent: 'once' | 'again' | 'earlier' }
  | { step: 'password' }
  /** One thing is shown, and another is asked for. `has`: what can be shown beside a code from the sheet. */
  | { step: 'second'; has: WaitsFor; by: ShownBy | 'passkey' }
  /** The person must have a second factor, and sets up their first. */
  | { step: 'set-up' };

export interface SignInState {
  at: SignInStep;
  /** A call is on its way. The same button pressed again does nothing. */
  busy: boolean;
  problem: SignInProblem | undefined;
  /** With `problem`: how long to wait, where the server knows. */
  retryAfterMs?: number | undefined;
}

/** Keeps the digits of what was typed or pasted: a mail program may add spaces or the words around the code. */
export function codeFrom(text: string): string {
  return text.replace(/\D/g, '').slice(0, CODE_DIGITS);
}

/** The mildest check that catches a slip of the finger; whether the address exists is never told. */
const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Remembers over a reload that a code is on its way. */
export interface CodeMemory {
  keep(email: string): void;
  email(): string | undefined;
  forget(): void;
}

/** Where what is lacking is to be shown, the app first where there is one. */
function stepFor(lacks: WaitsFor): SignInStep {
  if (lacks.step === 'set-up') return { step: 'set-up' };
  return { step: 'second', has: lacks, by: lacks.app ? 'app' : 'passkey' };
}

/**
 * The steps in, as signals and actions. `onSignedIn` is called once, when the server has let the person in.
 * @param lacks what the server waits for from an earlier visit to this page
 */
export function createSignInStore(
  api: SignInApi,
  memory: CodeMemory,
  onSignedIn: () => void,
  lacks: WaitsFor | null = null,
) {
  const sentTo = memory.email();
  const [state, setState] = createSignal<SignInState>({
    at: lacks
      ? stepFor(lacks)
      : sentTo
        ? { step: 'code', email: sentTo, sent: 'earlier' }
        : { step: 'address' },
    busy: false,
    problem: undefined,
  });

  const go = (at: SignInStep): void => {
    setState({ at, busy: false, problem: undefined });
  };
  const refuse = (problem: SignInProblem, retryAfterMs?: number): void => {
    setState({ ...state(), busy: false, problem, retryAfterMs });
  };

  /** One call at a time; a refusal leaves the person where they were, with what they wrote. */
  async function attempt<Value>(
    ask: () => Promise<Answer<Value>>,
    then: (value: Value) => void,
  ): Promise<void> {
    if (state().busy) return;
    setState({ ...state(), busy: true, problem: undefined });
    const answer = await ask();
    if (answer.ok) then(answer.value);
    // Too long at the door: what was shown first has to be shown anew.
    else if (answer.problem === 'signed-out') startOver('signed-out');
    else refuse(answer.problem, answer.retryAfterMs);
  }

  async function sendCode(email: string): Promise<void> {
    const address = email.trim();
    if (!looksLikeAddress(address)) return refuse('bad-address');
    const before = state().at;
    const sent = before.step === 'code' ? 'again' : 'once';
    await attempt(
      () => api.sendCode(address),
      () => toCode(address, sent),
    );
  }

  function toCode(email: string, sent: 'once' | 'again' | 'earlier'): void {
    memory.keep(email);
    go({ step: 'code', email, sent });
  }

  /** With a code that was asked for elsewhere. A new one would void it. */
  function haveCode(email: string): void {
    const address = email.trim();
    if (looksLikeAddress(address)) toCode(address, 'earlier');
    else refuse('bad-address');
  }

  function letIn(answer: WayIn | null): void {
    memory.forget();
    if (answer?.waitsFor) go(stepFor(answer.waitsFor));
    else onSignedIn();
  }

  function startOver(problem?: SignInProblem): void {
    go({ step: 'address' });
    if (problem) refuse(problem);
  }

  /** Nothing of what was shown is left for the next one at this computer. */
  async function leaveDoor(): Promise<void> {
    await attempt(
      () => api.signOut(),
      () => startOver(),
    );
  }

  async function showSecond(text: string): Promise<void> {
    const { at } = state();
    if (at.step !== 'second' || at.by === 'passkey') return;
    const { by } = at;
    const code = by === 'app' ? text.replace(/\D/g, '') : text.trim();
    if (code === '' || (by === 'app' && code.length !== APP_CODE_DIGITS))
      return refuse('wrong-second-factor');
    await attempt(() => api.withSecondFactor(by, code), letIn);
  }

  function showBy(by: ShownBy | 'passkey'): void {
    const { at } = state();
    if (at.step === 'second') go({ ...at, by });
  }

  function useCode(): void {
    memory.forget();
    go({ step: 'address' });
  }

  async function enterCode(text: string): Promise<void> {
    const { at } = state();
    if (at.step !== 'code') return;
    const code = codeFrom(text);
    if (code.length < CODE_DIGITS) return refuse('wrong-code');
    await attempt(() => api.withCode(at.email, code), letIn);
  }

  async function enterPassword(email: string, password: string): Promise<void> {
    const address = email.trim();
    if (!looksLikeAddress(address)) return refuse('bad-address');
    await attempt(() => api.withPassword(address, password), letIn);
  }

  return {
    state,
    sendCode,
    haveCode,
    enterCode,
    enterPassword,
    enterDoor: (door: string) => attempt(() => api.throughDoor(door), letIn),
    useCode,
    usePassword: () => go({ step: 'password' }),
    /** The browser leaves, and comes back signed in. */
    useProvider: (target: string) =>
      attempt(
        () => api.toProvider(target),
        ({ url }) => window.location.assign(url),
      ),
    usePasskey: () => attempt(() => api.withPasskey(), letIn),
    showSecond,
    showBy,
    leaveDoor,
    /** What was lacking is set up, and has let the person in. */
    setUpDone: onSignedIn,
  };
}

export type SignInStore = ReturnType<typeof createSignInStore>;
