import { and, eq, gt, lte } from 'drizzle-orm';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database } from '../../../storage/database.ts';
import { hashOfToken } from '../sign-in/token.ts';
import type { Asked } from './provider.ts';
import { providerTry } from './tables.ts';

/** Long enough to find a password there, and to be asked for a second thing. */
const TRY_LIVES_MS = 15 * MINUTE_MS;

type Try = Asked & {
  readonly browser: string;
  readonly personId: PersonId | null;
  readonly target: string;
};

export async function keepTry(database: Database, given: Try, now: Instant): Promise<void> {
  const { state, browser, ...rest } = given;
  await database.delete(providerTry).where(lte(providerTry.expiresAt, new Date(now)));
  await database.insert(providerTry).values({
    ...{ ...rest, stateHash: hashOfToken(state), browserHash: hashOfToken(browser) },
    expiresAt: new Date(now + TRY_LIVES_MS),
  });
}

/** The try that this browser came back from, once. */
export async function takeTry(
  database: Database,
  { state, browser }: { readonly state: string; readonly browser: string },
  now: Instant,
): Promise<Try | null> {
  const [found] = await database
    .delete(providerTry)
    .where(
      and(
        eq(providerTry.stateHash, hashOfToken(state)),
        eq(providerTry.browserHash, hashOfToken(browser)),
        gt(providerTry.expiresAt, new Date(now)),
      ),
    )
    .returning();
  if (!found) return null;
  const { nonce, verifier, target } = found;
  return {
    ...{ state, browser, nonce, verifier, target },
    personId: found.personId as PersonId | null,
  };
}
