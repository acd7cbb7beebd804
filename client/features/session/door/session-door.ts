import type { SessionGlance, sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { expectedStarts } from '../agenda/agenda-time.ts';
import type { words } from './words.ts';

export type SessionDoor = OutputOf<typeof sessionDoor>;

/** Whether the session runs: the only thing that ember means. An open door before the start is not yet that. */
export function isLive(door: SessionGlance): boolean {
  return door.door === 'open' && door.startsAt <= door.now;
}

/** Whether there is a way in for the one who asked, just now: also to where one waits to be let in. */
export function canJoin(door: SessionGlance): boolean {
  return door.door === 'open' && (door.mayJoin || door.waits);
}

/** Whether the door is locked to the one who asks. There is a way to wait before it, and to come in by oneself when it is unlocked. */
export function isLockedOut(door: SessionGlance): boolean {
  return canJoin(door) && door.lock === 'keeps-you-out';
}

/** "Døra er låst. Du kommer inn likevel." Nothing of a door that is not. */
export function lockInWords({ lock }: SessionGlance, t: (typeof words)['nb']): string {
  return lock === 'none' ? '' : `${t.locked} ${t.lockedAbout[lock]}`;
}

/** Whether it has been: what was said in it can be read by those it was for. */
export function isOver(door: SessionGlance): boolean {
  return door.door === 'session-over' || door.door === 'session-ended';
}

/** "14 er inne." Whoever waits to be let in is told that, and nothing of who is in. Nobody is in "yet" only until it begins: from then on an empty room may have been full. */
export function whoIsIn(door: SessionGlance, t: (typeof words)['nb']): string {
  if (door.waits) return t.waits;
  return t.present(door.presentCount, isLive(door));
}

/** When each item is to be expected: while the session is on as in its room, else as planned. Null for what is behind in it. */
export function startsOfItems(
  door: Pick<SessionDoor, 'door' | 'agenda' | 'begun' | 'startsAt' | 'now'>,
): readonly (Instant | null)[] {
  const { agenda, begun } = door;
  if (door.door !== 'open' || !begun) return agenda.map(({ startsAt }) => startsAt);
  const items = agenda.map((item, place) => ({
    ...item,
    id: String(place) as AgendaItemId,
    about: '',
  }));
  const currentId = items.find(({ phase }) => phase === 'now')?.id ?? null;
  const { since, pauseEndsAt } = begun;
  return expectedStarts(
    { startsAt: door.startsAt, items, version: 0, currentId, since },
    door.now,
    pauseEndsAt === null ? null : { endsAt: pauseEndsAt },
  );
}
