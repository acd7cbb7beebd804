import type { PersonId } from '#shared/kernel/ids.ts';

const CHECK_ROOM = 'check-';

/** What the media server calls one tab of a person. One each, so that a laptop does not throw out a phone. */
export function identityOf(personId: PersonId, tab: string): string {
  return `${personId}:${tab}`;
}

/** The room in which one person alone tries the line (row 51). No session has such a name: theirs are ids. */
export function checkRoomOf(personId: PersonId): string {
  return `${CHECK_ROOM}${personId}`;
}

export function isCheckRoom(room: string): boolean {
  return room.startsWith(CHECK_ROOM);
}

/** Whose tab it is. */
export function personOf(identity: string): PersonId {
  return identity.split(':', 1)[0] as PersonId;
}
