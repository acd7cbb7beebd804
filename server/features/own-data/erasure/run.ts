import { latestOf } from '#shared/features/own-data/erasure/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { lockStandings } from '../../admin/public.ts';
import { hasMailbox, leaveLettersTo } from '../../identity/public.ts';
import { decide } from './decide.ts';
import { doneLetter } from './letters.ts';
import { askedBefore, findWaiting, takeToTell, toBeErased } from './repository.ts';

/**
 * Does what has been decided: whoever has waited for as long as they need, or to whom two have said yes, is erased, and told. Each step is a
 * transaction of its own that finds what the one before left, so that a server that is killed leaves the rest for the next turn.
 */
export async function runErasures(parts: {
  readonly database: Database;
  readonly erase: (personId: PersonId) => Promise<void>;
  readonly log: Log;
  readonly now: Instant;
}): Promise<void> {
  const { database, erase, log, now } = parts;
  const change = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database, 'change', work);

  /** So long before now whoever asked has waited long enough. */
  const asked = now - latestOf(0);
  for (const personId of await change((tx) => askedBefore(tx, asked)))
    await change(async (tx) => {
      await lockStandings(tx);
      // The last administrator waits until there is another.
      if (await findWaiting(tx, personId)) await decide(tx, personId, { by: null, now });
    });

  const due = await change(toBeErased);
  let erased = 0;
  for (const personId of due) {
    try {
      await erase(personId);
      erased += 1;
    } catch (error) {
      // Nobody waits for another's.
      log.warn({ err: error }, 'somebody could not be erased; trying again');
    }
  }
  if (erased > 0) log.info({ people: erased }, 'erased whoever had asked for it');

  await change(async (tx) => {
    for (const { personId, address, language } of await takeToTell(tx)) {
      await writeAudit(tx, { at: now, by: null, of: personId, action: 'erased' });
      const letter = { ...doneLetter(language), to: address, path: '/personvern', opens: null };
      if (hasMailbox(address)) await leaveLettersTo(tx, [letter], now);
    }
  });
}
