import type { PersonId } from '#shared/kernel/ids.ts';

const CHECK_ROOM = 'check-';

/** The room in which one person alone tries the line (row 51). No session or breakout has such a name: theirs are ids. */
export function checkRoomOf(personId: PersonId): string {
  return `${CHECK_ROOM}${personId}`;
}

export function isCheckRoom(room: string): boolean {
  return room.startsWith(CHECK_ROOM);
}
