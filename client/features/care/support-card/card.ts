import { createSignal } from 'solid-js';
import {
  SUPPORT_CARD_PATH,
  type SupportCard,
  supportCard,
} from '#shared/features/care/support-card/model.ts';
import { keep, kept } from '../../../platform/kept.ts';

const KEPT_AS = 'support-card';

/** What this device saw last; nothing of the school's where it never saw any. Public numbers: it stays after a sign-out. */
const [card, setCard] = createSignal<SupportCard>(keptCard() ?? { version: 0, entries: [] });

export { card };

function keptCard(): SupportCard | undefined {
  return cardIn(kept(KEPT_AS, (value): value is string => typeof value === 'string') ?? '');
}

/** @returns the card in the text; undefined where there is none that this version can read */
export function cardIn(text: string): SupportCard | undefined {
  try {
    return supportCard.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Takes the card over that was fetched or saved, and keeps it on the device. */
export function takeCard(newer: SupportCard): void {
  setCard(newer);
  keep(KEPT_AS, JSON.stringify(newer));
}

/** Asks for the card as it stands; false when it could not be got, and then the one from before is shown. */
export async function fetchCard(): Promise<boolean> {
  try {
    const answer = await fetch(SUPPORT_CARD_PATH, { credentials: 'omit' });
    const fetched = answer.ok ? cardIn(await answer.text()) : undefined;
    if (fetched) takeCard(fetched);
    return fetched !== undefined;
  } catch {
    return false;
  }
}
