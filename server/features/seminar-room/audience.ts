import type { SeminarRoomState } from '#shared/features/seminar-room/channel.ts';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';

/**
 * Everybody is an audience of their own: to be asked to unmute, or to have been muted, is between two people. The room's
 * facts are few, so a frame for each costs little; what is said often goes by the session's channel.
 */
export function audienceOf({ personId }: Subject): string {
  return personId;
}

/** The fact as this person may hear it; null for what is between two others. */
export function hear(fact: RoomFact, audience: string): RoomFact | null {
  switch (fact.type) {
    case 'unmute-asked':
    case 'unmute-answered':
    case 'participant-muted':
    case 'source-stopped':
      return concerns(fact, audience) ? fact : null;
    default:
      return fact;
  }
}

/** The state as this person may see it. */
export function seenBy(room: SeminarRoomState, audience: string): SeminarRoomState {
  const asks = room.controls.asks.filter((ask) => concerns(ask, audience));
  return { ...room, controls: { ...room.controls, asks } };
}

function concerns(
  { personId, by }: { readonly personId: PersonId; readonly by: PersonId },
  audience: string,
): boolean {
  return personId === audience || by === audience;
}
