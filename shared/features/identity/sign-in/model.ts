import * as z from 'zod/mini';
import { id, type PersonId, type SignInId } from '../../../kernel/ids.ts';
import { ROLES } from '../../../wire/access.ts';
import { appearance } from '../appearance/model.ts';
import { waitsFor } from '../second-factor/model.ts';

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A mailed code: digits alone, so that a phone shows its number pad. */
export const CODE_DIGITS = 8;

export const PASSWORD_LENGTH = { least: 12, most: 128 } as const;

/** The person whose browser this is, as far as the frame of every screen needs to know. */
export const signedIn = z.object({
  personId: id<'person'>(),
  displayName: z.string(),
  givenName: z.string(),
  language: z.enum(LANGUAGES),
  appearance,
  /** Those held just now: what is worth asking for. The server judges every call by itself. */
  roles: z.array(z.enum(ROLES)),
});
export type SignedIn = z.infer<typeof signedIn>;

/** A way into the demonstration school: "Prøv som …". */
export const door = z.object({ id: z.string(), role: z.enum(ROLES), name: z.string() });
export type Door = z.infer<typeof door>;

/** What the sign-in page needs to draw itself. */
export const entrance = z.object({
  demo: z.boolean(),
  doors: z.array(door),
  signedIn: z.nullable(signedIn),
  /** Set while somebody has shown who they are by one thing alone, and is not in. */
  waitsFor: z.nullable(waitsFor),
  /** Whether this address can have passkeys: a browser binds them to a name, never to a number. */
  passkeys: z.boolean(),
  /** Another place that says who somebody is, by the name that people know it by; null where none is set up. */
  provider: z.nullable(z.object({ name: z.string() })),
  /** What whoever is signed in is asked to become, until a second person has said yes or no (STANDING-5). An older server does not say. */
  rolesAsked: z._default(z.array(z.enum(['admin', 'rector'])), []),
});
export type Entrance = z.infer<typeof entrance>;

/** One of a person's own ways in, for the list where they can be ended. Moments in milliseconds. */
export const ownSignIn = z.object({
  id: id<'sign-in'>(),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  /** Browser and system in words, such as "Firefox, Windows"; empty where the browser did not say. */
  device: z.string(),
  current: z.boolean(),
});
export type OwnSignIn = z.infer<typeof ownSignIn>;

/** What choosing a password asks for just now: known before anything is typed. */
export const passwordAsks = z.object({
  /** Nothing while the sign-in is fresh; a code for whoever has no password yet. */
  proof: z.enum(['none', 'old-password', 'code']),
  /** One's own address: where a code goes. */
  email: z.string(),
});
export type PasswordAsks = z.infer<typeof passwordAsks>;

/** Whose something is: all that the policy asks of a sign-in. */
export type OwnedSignIn = { readonly id: SignInId; readonly personId: PersonId };

/** What the routes of sign-in can refuse with; `words.ts` has a sentence for each. */
export const SIGN_IN_REFUSALS = [
  'bad-input',
  /** The code is not the newest one of this address, or was used. */
  'wrong-code',
  'code-expired',
  /** Neither the app's code of this half minute nor an unused one of the sheet. */
  'wrong-second-factor',
  /** The browser's answer fits no passkey that is known here, or came too late. */
  'wrong-passkey',
  /** The last second factor of somebody whose role asks for one. */
  'second-factor-needed',
  /** It is a while since the person showed who they are: it is to be shown again. */
  'not-fresh',
  'too-many-passkeys',
  /** The other place that says who somebody is cannot be reached. */
  'provider-away',
  /**
   * With `retryAfterMs`: too many tries of this account or address, wait. Without: the code has met its
   * five tries, ask for a new one.
   */
  'too-many-tries',
  'too-many-mails',
  /** E-mail and password do not belong together, whichever of them is wrong. */
  'wrong-password',
  'password-too-short',
  'password-too-long',
  'common-password',
  /** Also when what was asked needs a sign-in of the last minutes: sign in anew. */
  'signed-out',
  'not-found',
  /** The request did not come from a page of ours. */
  'wrong-origin',
  'try-again',
  'fault',
] as const;
export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/** The body of every answer that is not 2xx. */
export type RefusalBody = {
  readonly ok: false;
  readonly refusal: SignInRefusal;
  readonly retryAfterMs?: number;
  /** With `fault`: what to quote when asking for help. */
  readonly incident?: string;
};
