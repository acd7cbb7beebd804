import type { SessionGlance, sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import type { words } from './words.ts';

export type SessionDoor = OutputOf<typeof sessionDoor>;

/** Whether the session runs: the only thing that ember means. An open door before the start is not yet that. */
export function isLive(door: SessionGlance): boolean {
  return door.door === 'open' && door.startsAt <= door.now;
}

/** Whether there is a way in for the one who asked, just now. */
export function canJoin(door: SessionGlance): boolean {
  return door.door === 'open' && door.mayJoin;
}

/** "14 er inne." Nobody is in "yet" only until it begins: from then on an empty room may have been full. */
export function whoIsIn(door: SessionGlance, t: (typeof words)['nb']): string {
  return t.present(door.presentCount, isLive(door));
}
