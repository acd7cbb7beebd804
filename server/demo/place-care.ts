import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import {
  agreementsOf,
  nameReader,
  readSupportCard,
  saveAgreement,
  saveSupportCard,
} from '../features/care/public.ts';
import type { Tx } from '../storage/database.ts';
import { AGREEMENT, SUPPORT_ENTRIES } from './care.ts';
import type { Rows } from './rows.ts';

/** Made once: whoever changes any of it afterwards has changed it (DEMO-10). */
export async function placeCare(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  await placeCard(tx, rows, now);
  await placeAgreement(tx, rows, now);
}

async function placeCard(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  if ((await readSupportCard(tx)).version > 0) return;
  const card = { version: 1, entries: [...SUPPORT_ENTRIES] };
  await saveSupportCard(tx, card, rows.find('person', 'gunnhild'), now);
  await nameReader(tx, rows.find('person', 'tone'));
}

async function placeAgreement(tx: Tx, rows: Rows, now: Instant): Promise<void> {
  const cohort = { cohortId: rows.get('cohort', 'full-time'), groupId: null };
  if ((await agreementsOf(tx, cohort, { most: 1 })).length > 0) return;
  for (const [nth, { by, daysAgo, text }] of AGREEMENT.entries()) {
    const version = { version: nth + 1, text };
    const at = now - daysAgo * DAY_MS;
    await saveAgreement(tx, cohort, version, rows.find('person', by), at);
  }
}
