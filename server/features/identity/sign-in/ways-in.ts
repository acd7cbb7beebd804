import { setTimeout as delay } from 'node:timers/promises';
import { isAPIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import type { Letter, Mail } from '../../../platform/mail.ts';
import type { Database } from '../../../storage/database.ts';
import { hasMailbox } from '../person/guests.ts';
import { person } from '../person/tables.ts';
import type { Auth } from './auth.ts';
import type { Proof, SignInLimits } from './limits.ts';
import { codeLetter, suspendedLetter } from './mails.ts';
import { isPasswordOf } from './passwords.ts';
import { sweepExpired } from './sign-ins.ts';

/** Where a try comes from. The address is used for limits alone and kept nowhere. */
export type From = { readonly address: string; readonly userAgent: string };

export type In = { readonly ok: true; readonly token: string; readonly personId: PersonId };
type Limited<R extends string> = Refused<R> & { readonly retryAfterMs?: number };

export type WaysIn = {
  /** No letter goes out with a code that would not be looked at. */
  mailCode(
    to: { readonly email: string; readonly language?: Language | undefined },
    from: From,
  ): Promise<{ ok: true } | Limited<'too-many-mails' | 'too-many-tries'>>;
  byCode(
    email: string,
    code: string,
    from: From,
  ): Promise<In | Limited<'wrong-code' | 'code-expired' | 'too-many-tries'>>;
  byPassword(
    email: string,
    password: string,
    from: From,
  ): Promise<In | Limited<'wrong-password' | 'too-many-tries'>>;
  /** Without any proof: for the demonstration school's doors, and for tests. Null for who is not active. */
  as(personId: PersonId, userAgent: string): Promise<In | null>;
  /** Asks somebody who signed in a while ago for their password again, within the same limits. */
  proveAgain(
    personId: PersonId,
    password: string | null,
    address: string,
  ): Promise<{ ok: true } | Limited<'signed-out' | 'wrong-password' | 'too-many-tries'>>;
  /** Looks at a proof of another kind within its limits. One that holds starts the count afresh. */
  limited<T>(
    proof: Proof,
    account: string,
    from: From,
    look: () => Promise<T | false>,
  ): Promise<T | false | Limited<'too-many-tries'>>;
  /** Counts something that anybody can ask for, by address alone. */
  budget(from: From): Promise<{ readonly retryAfterMs: number } | null>;
  /** Sends without anybody waiting for it: how long a letter takes says whether an address is known. */
  post(letter: Letter): void;
  /** Resolves when every letter that was begun has gone out or failed. */
  posted(): Promise<void>;
};

/** By then the answer is out, so that writing a letter takes nobody's time but its reader's. */
const LETTER_WAITS_MS = 100;

/** What better-auth's refusals mean to a person. Whatever is not here is one of our own faults. */
const CODE_REFUSALS: Readonly<Record<string, 'wrong-code' | 'code-expired' | 'too-many-tries'>> = {
  INVALID_OTP: 'wrong-code',
  OTP_EXPIRED: 'code-expired',
  TOO_MANY_ATTEMPTS: 'too-many-tries',
  NOT_ACTIVE: 'wrong-code',
};
const PASSWORD_REFUSALS: Readonly<Record<string, 'wrong-password'>> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong-password',
  NOT_ACTIVE: 'wrong-password',
};

/**
 * Every way in. Known, unknown and suspended addresses meet the same limits, the same rows and the same
 * answers, so that nobody can ask this server who studies here. `email` is canonical everywhere.
 */
export function createWaysIn(parts: {
  readonly auth: Auth;
  readonly database: Database;
  readonly limits: SignInLimits;
  readonly mail: Mail;
  readonly clock: Clock;
  readonly log: Log;
}): WaysIn {
  const { auth, database, limits, mail, log } = parts;
  const underway = new Set<Promise<void>>();

  async function limitedTry<R extends string>(
    proof: Proof,
    email: string,
    from: From,
    refusals: Readonly<Record<string, R>>,
    attempt: () => Promise<{ token: string; user: { id: string } }>,
  ): Promise<In | Limited<R | 'too-many-tries'>> {
    const wait = await limits.tryAccount(proof, email, from.address);
    if (wait) return { ...refuse('too-many-tries'), ...wait };
    try {
      const { token, user } = await attempt();
      await limits.forgive(email);
      await sweepExpired(database, parts.clock.now());
      return { ok: true, token, personId: user.id as PersonId };
    } catch (error) {
      const refusal = isAPIError(error) ? refusals[String(error.body?.code)] : undefined;
      if (refusal === undefined) throw error;
      return refuse(refusal);
    }
  }

  function post(letter: Letter): void {
    const sending = delay(LETTER_WAITS_MS)
      .then(() => mail.send(letter))
      .catch((error) => {
        log.error({ err: error }, 'a letter could not be sent');
      });
    underway.add(sending);
    sending.finally(() => underway.delete(sending));
  }

  return {
    async mailCode({ email, language }, from) {
      const rest = await limits.restOf('code', email);
      if (rest) return { ...refuse('too-many-tries'), ...rest };
      const wait = await limits.mailAccount(email, from.address);
      if (wait) return { ...refuse('too-many-mails'), ...wait };

      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteVerificationByIdentifier(codesOf(email));
      const code = await auth.api.createVerificationOTP({ body: { email, type: 'sign-in' } });
      const rows = await database
        .select({ language: person.language, status: person.status })
        .from(person)
        .where(eq(person.email, email));
      const [to] = rows;
      if (to && hasMailbox(email)) {
        const read = language ?? to.language;
        post(to.status === 'active' ? codeLetter(email, read, code) : suspendedLetter(email, read));
      }
      return { ok: true };
    },

    async byCode(email, otp, from) {
      const tried = await limitedTry('code', email, from, CODE_REFUSALS, () =>
        auth.api.signInEmailOTP({ body: { email, otp }, headers: headersOf(from.userAgent) }),
      );
      if (tried.ok || tried.refusal !== 'wrong-code') return tried;
      // Used, or tried too often: no code fits any more, and whoever reads the letter once again finds the same one.
      const { internalAdapter } = await auth.$context;
      const standing = await internalAdapter.findVerificationValue(codesOf(email));
      return standing ? tried : refuse('code-expired');
    },

    byPassword: (email, password, from) =>
      limitedTry('password', email, from, PASSWORD_REFUSALS, () =>
        auth.api.signInEmail({ body: { email, password }, headers: headersOf(from.userAgent) }),
      ),

    async as(personId, userAgent) {
      const { internalAdapter } = await auth.$context;
      try {
        const made = await internalAdapter.createSession(personId, false, { userAgent });
        return { ok: true, token: made.token, personId };
      } catch (error) {
        if (isAPIError(error)) return null;
        throw error;
      }
    },

    async proveAgain(personId, password, address) {
      if (password === null) return refuse('signed-out');
      const wait = await limits.tryAccount('password', personId, address);
      if (wait) return { ...refuse('too-many-tries'), ...wait };
      const right = await isPasswordOf(database, personId, password);
      if (right === null) return refuse('signed-out');
      return right ? { ok: true } : refuse('wrong-password');
    },

    async limited(proof, account, from, look) {
      const wait = await limits.tryAccount(proof, account, from.address);
      if (wait) return { ...refuse('too-many-tries'), ...wait };
      const held = await look();
      if (held !== false) await limits.forgive(account);
      return held;
    },

    budget: (from) => limits.askFrom(from.address),

    post,
    posted: async () => {
      await Promise.all(underway);
    },
  };
}

/** What better-auth keeps an address's code under. */
const codesOf = (email: string) => `sign-in-otp-${email}`;

/** All that better-auth learns of the request: no cookie, so that nothing of an earlier sign-in is carried over. */
function headersOf(userAgent: string): Headers {
  return new Headers({ 'user-agent': userAgent });
}
