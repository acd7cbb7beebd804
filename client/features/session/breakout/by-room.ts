import type { Breakouts } from '#shared/features/session/breakout/model.ts';
import { roomOf } from '#shared/features/session/breakout/rules.ts';
import type { RosterEntry } from '#shared/features/session/roster/model.ts';
import type { BreakoutId, PersonId } from '#shared/kernel/ids.ts';

/** Those who sit in one room. `id` and `name` are null for the session's own. */
export type PeopleInRoom = {
  readonly id: BreakoutId | null;
  readonly name: string | null;
  readonly entries: readonly RosterEntry[];
};

/**
 * People by where they are, in the order they come in: one's own room, the session's own, and the others as they stand. A
 * room without anybody is left out, unless one is in it oneself.
 */
export function byRoom(
  split: Breakouts,
  here: readonly RosterEntry[],
  me: PersonId,
): { readonly mine: PeopleInRoom; readonly elsewhere: readonly PeopleInRoom[] } {
  const where = new Map(
    split.rooms.flatMap(({ id, inside }) => inside.map((personId) => [personId, id] as const)),
  );
  const inRoom = (id: BreakoutId | null, name: string | null): PeopleInRoom => ({
    ...{ id, name },
    entries: here.filter((entry) => (where.get(entry.personId) ?? null) === id),
  });
  const own = roomOf(split, me)?.id ?? null;
  const rooms = [inRoom(null, null), ...split.rooms.map(({ id, name }) => inRoom(id, name))];
  return {
    mine: rooms.find(({ id }) => id === own) ?? inRoom(null, null),
    elsewhere: rooms.filter(({ id, entries }) => id !== own && entries.length > 0),
  };
}
