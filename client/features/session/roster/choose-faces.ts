import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { isHere } from './roster-groups.ts';

/**
 * Which faces stand on the stage beside the one who has the word: who leads, those who wait for the word in their
 * order, then the others by how long they have been here, so that an arrival moves nobody.
 */
export function chooseFaces(ask: {
  readonly here: readonly RosterEntry[];
  readonly leadId: PersonId | null;
  readonly hands: readonly PersonId[];
  readonly wordHolder: PersonId | undefined;
  readonly count: number;
}): readonly RosterEntry[] {
  const rank = (entry: RosterEntry) => {
    if (entry.personId === ask.leadId) return -1;
    const place = ask.hands.indexOf(entry.personId);
    return place < 0 ? ask.hands.length : place;
  };
  return ask.here
    .filter((entry) => isHere(entry) && entry.personId !== ask.wordHolder)
    .sort((a, b) => rank(a) - rank(b) || since(a) - since(b))
    .slice(0, ask.count);
}

function since(entry: RosterEntry): number {
  return 'since' in entry.presence ? entry.presence.since : 0;
}
