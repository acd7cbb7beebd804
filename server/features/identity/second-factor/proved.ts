import type { Instant } from '#shared/kernel/duration.ts';
import type { Database } from '../../../storage/database.ts';
import { hasMailbox } from '../person/guests.ts';
import type { LiveSignIn } from '../sign-in/sign-ins.ts';
import { isFresh } from '../sign-in/visitor.ts';
import { addressOf } from './letters.ts';
import { factorsOf } from './second-factors.ts';

/**
 * Whether whoever asks for something that cannot be taken back has shown lately who they are. A guest who has nothing to show but the
 * link that they came by is not asked.
 */
export async function isProvedLately(
  database: Database,
  signIn: LiveSignIn,
  now: Instant,
): Promise<boolean> {
  if (isFresh({ clock: { now: () => now } }, signIn)) return true;
  const [{ app, passkeys }, { email }] = await Promise.all([
    factorsOf(database, signIn.personId),
    addressOf(database, signIn.personId),
  ]);
  return !app && passkeys === 0 && !hasMailbox(email);
}
