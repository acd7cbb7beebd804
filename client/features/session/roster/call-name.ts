import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';

/**
 * What people are called in the room: by the first name. Whoever would then share it with somebody else on the list is called as the
 * session shows them, which in a circle is told apart already.
 */
export function callNames(
  entries: readonly Pick<RosterEntry, 'personId' | 'displayName' | 'calledName'>[],
): ReadonlyMap<PersonId, string> {
  const count = new Map<string, number>();
  for (const entry of entries) count.set(called(entry), (count.get(called(entry)) ?? 0) + 1);
  return new Map(
    entries.map((entry) => [
      entry.personId,
      count.get(called(entry)) === 1 ? called(entry) : entry.displayName,
    ]),
  );
}

function called({ calledName, displayName }: Pick<RosterEntry, 'calledName' | 'displayName'>) {
  return calledName ?? displayName;
}
