import type { Appearance } from '#shared/features/identity/appearance/model.ts';
import type { ShownBy, WaitsFor } from '#shared/features/identity/second-factor/model.ts';
import type {
  Entrance,
  Language,
  OwnSignIn,
  PasswordAsks,
} from '#shared/features/identity/sign-in/model.ts';
import { languageChosenHere } from '../../platform/language.ts';
import { call } from './call.ts';

const ENTRANCE_TIMEOUT_MS = 15_000;

/** What a way in leads to: in, or to what is lacking. */
export type WayIn = { readonly waitsFor?: WaitsFor };

/** The identity slice's HTTP routes, one function each. They never throw: what went wrong is in the answer. */
export const signInApi = {
  /** Asked before anything is shown: it is not waited for longer than a question is. */
  entrance: () =>
    call<Entrance>('GET', '/api/door', undefined, AbortSignal.timeout(ENTRANCE_TIMEOUT_MS)),
  sendCode: (email: string) =>
    call<unknown>('POST', '/api/auth/email-otp/send-verification-otp', {
      ...{ email, type: 'sign-in', language: languageChosenHere() },
    }),
  withCode: (email: string, otp: string) =>
    call<WayIn>('POST', '/api/auth/sign-in/email-otp', { email, otp }),
  withPassword: (email: string, password: string) =>
    call<WayIn>('POST', '/api/auth/sign-in/email', { email, password }),
  /** What is lacking after the first step: a code from the app or the sheet. */
  withSecondFactor: (by: ShownBy, code: string) =>
    call<WayIn>('POST', '/api/sign-in/second-factor', { by, code }),
  withPasskey: async () => {
    const { answerWithPasskey } = await import('./second-factor/passkey-answer.ts');
    return answerWithPasskey<WayIn>('/api/sign-in/passkey');
  },
  /** Where to go to show who one is at another place, and to come back to `target` from. */
  toProvider: (target: string) =>
    call<{ url: string }>('POST', '/api/sign-in/provider', { target }),
  linkedToProvider: () => call<{ linked: boolean }>('GET', '/api/me/provider'),
  linkProvider: () => call<{ url: string }>('POST', '/api/me/provider', {}),
  unlinkProvider: () => call<unknown>('DELETE', '/api/me/provider'),
  throughDoor: (door: string) => call<WayIn>('POST', '/api/door', { door }),
  signOut: () => call<unknown>('POST', '/api/auth/sign-out', {}),
  signIns: () => call<{ signIns: readonly OwnSignIn[] }>('GET', '/api/sign-ins'),
  chooseLanguage: (language: Language) => call<unknown>('PUT', '/api/me/language', { language }),
  chooseAppearance: (appearance: Appearance) =>
    call<unknown>('PUT', '/api/me/appearance', appearance),
  passwordAsks: () => call<PasswordAsks>('GET', '/api/me/password'),
  /** With what the server asks for beside it, unless the sign-in is fresh. */
  choosePassword: (password: string, proof: { current?: string; code?: string }) =>
    call<unknown>('PUT', '/api/me/password', { password, ...proof }),
  endOtherSignIns: () => call<unknown>('DELETE', '/api/sign-ins'),
  endSignIn: (id: string) => call<unknown>('DELETE', `/api/sign-ins/${encodeURIComponent(id)}`),
};

export type SignInApi = typeof signInApi;
