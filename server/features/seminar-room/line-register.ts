import type { PersonId, SessionId, SignInId } from '#shared/kernel/ids.ts';
import type { RoomId } from './place.ts';

/** One tab's line to the media server's signalling, through our own door. */
export type RoomLine = {
  readonly id: string;
  readonly sessionId: SessionId;
  /** The session's own room, or one of its breakouts. */
  readonly room: RoomId;
  readonly personId: PersonId;
  readonly signInId: SignInId;
  readonly identity: string;
  /** Ends it at once. */
  readonly cut: () => void;
};

/** The lines that go through this server just now. */
export function makeLineRegister() {
  const lines = new Map<string, RoomLine>();
  return {
    add: (line: RoomLine) => void lines.set(line.id, line),
    delete: (line: RoomLine) => void lines.delete(line.id),
    all: (): readonly RoomLine[] => [...lines.values()],
    of: (personId: PersonId): readonly RoomLine[] =>
      [...lines.values()].filter((line) => line.personId === personId),
  };
}
