import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { isDialable, type SupportCard, type SupportEntry } from './model.ts';

/** SUPPORT-4: what was changed is what stands there now; else somebody else's change would be lost unseen. */
export function changeSupportCard(
  card: SupportCard,
  { from, entries }: { readonly from: number; readonly entries: readonly SupportEntry[] },
): Decision<SupportCard, 'changed-meanwhile'> {
  if (from !== card.version) return refuse('changed-meanwhile');
  return accept({ version: card.version + 1, entries: [...entries] });
}

/** SUPPORT-5: the one at a place goes a step up or down, past its neighbour; at the end it stays. */
export function moved<Entry>(entries: readonly Entry[], at: number, by: -1 | 1): readonly Entry[] {
  const [one, other] = [entries[at], entries[at + by]];
  if (one === undefined || other === undefined) return entries;
  return entries.map((entry, nth) => (nth === at ? other : nth === at + by ? one : entry));
}

/** What a line of the form lacks before it can be sent. */
export function faultsOf({ name, number }: Pick<SupportEntry, 'name' | 'number'>): {
  readonly name: boolean;
  readonly number: boolean;
} {
  return { name: name.trim() === '', number: !isDialable(number.trim()) };
}

/** What a telephone dials: the digits alone. */
export function dialled(number: string): string {
  return number.replaceAll(' ', '');
}
