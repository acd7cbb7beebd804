import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../../../platform/network-of.ts';

const MINUTE_S = 60;

/** Refused for now; asking again makes sense after so long. */
type Wait = { readonly retryAfterMs: number };

/** What somebody signs in with. Each has its own ten tries: wrong passwords do not use up those of a code. */
export type Proof = 'code' | 'password' | 'second-factor';

export type SignInLimits = {
  /** Counts a try to sign in to an account from an address. */
  tryAccount(proof: Proof, account: string, address: string): Promise<Wait | null>;
  /** Counts what an address asks for without saying for whom. */
  askFrom(address: string): Promise<Wait | null>;
  /** How long no proof of this kind is looked at for an account. Asking counts nothing. */
  restOf(proof: Proof, account: string): Promise<Wait | null>;
  /** A person who got in starts afresh. */
  forgive(account: string): Promise<void>;
  /** Counts a letter to an account, known or not. */
  mailAccount(account: string, address: string): Promise<Wait | null>;
};

/**
 * The limits of docs/limits.md, kept in this process. Accounts are what is limited; an address only has
 * a budget that a whole class behind one of them does not use up. A limiter that fails throws: nobody gets
 * in because nobody counted.
 */
export function signInLimits(): SignInLimits {
  const tenTries = () => new RateLimiterMemory({ points: 10, duration: 15 * MINUTE_S });
  const tries: Readonly<Record<Proof, RateLimiterMemory>> = {
    code: tenTries(),
    password: tenTries(),
    // Met only by who has shown the first; six digits stand a million tries.
    'second-factor': new RateLimiterMemory({ points: 10, duration: 60 * MINUTE_S }),
  };
  const letters = new RateLimiterMemory({ points: 5, duration: 60 * MINUTE_S });
  const budget = new RateLimiterMemory({ points: 600, duration: 15 * MINUTE_S });

  async function take(limiter: RateLimiterMemory, account: string, address: string) {
    return (await one(budget, networkOf(address))) ?? (await one(limiter, account));
  }
  return {
    tryAccount: (proof, account, address) => take(tries[proof], account, address),
    askFrom: (address) => one(budget, networkOf(address)),
    restOf: async (proof, account) => {
      const used = await tries[proof].get(account);
      // What has run out lies there until it is swept.
      if (!used || used.remainingPoints > 0 || used.msBeforeNext <= 0) return null;
      return { retryAfterMs: used.msBeforeNext };
    },
    mailAccount: (account, address) => take(letters, account, address),
    forgive: async (account) => {
      await Promise.all(Object.values(tries).map((each) => each.delete(account)));
    },
  };
}

async function one(limiter: RateLimiterMemory, key: string): Promise<Wait | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { retryAfterMs: refused.msBeforeNext };
    throw refused;
  }
}
