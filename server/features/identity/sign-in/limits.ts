import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../../../platform/network-of.ts';

const MINUTE_S = 60;

/** Refused for now; asking again makes sense after so long. */
type Wait = { readonly retryAfterMs: number };

export type SignInLimits = {
  /** Counts a try to sign in to an account, whatever the way, from an address. */
  tryAccount(account: string, address: string): Promise<Wait | null>;
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
  const tries = new RateLimiterMemory({ points: 10, duration: 15 * MINUTE_S });
  const letters = new RateLimiterMemory({ points: 5, duration: 60 * MINUTE_S });
  const budget = new RateLimiterMemory({ points: 600, duration: 15 * MINUTE_S });

  async function take(limiter: RateLimiterMemory, account: string, address: string) {
    return (await one(budget, networkOf(address))) ?? (await one(limiter, account));
  }
  return {
    tryAccount: (account, address) => take(tries, account, address),
    mailAccount: (account, address) => take(letters, account, address),
    forgive: async (account) => {
      await tries.delete(account);
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
