import type { PersonId } from '#shared/kernel/ids.ts';
import type { DocumentLine } from './line.ts';
import { awarenessFrame } from './messages.ts';
import { makePresence } from './presence.ts';

/** Cursors of the same moment share a frame: nobody sees 50 ms. */
const PRESENCE_PACE_MS = 50;

/** Who is in one document and where, told to its lines at a pace. */
export function makeRoomPresence(
  lines: ReadonlySet<DocumentLine>,
  isOthers: (client: number, personId: PersonId) => boolean,
) {
  const presence = makePresence();
  let timer: NodeJS.Timeout | null = null;

  function tellSoon(): void {
    timer ??= setTimeout(tell, PRESENCE_PACE_MS);
  }

  function tell(): void {
    timer = null;
    const changes = presence.takeChanges();
    if (!changes) return;
    const frame = awarenessFrame(changes.bytes);
    for (const line of lines) {
      if (line !== changes.onlyOf && line.may('read')) line.pipe.send(frame);
    }
  }

  return {
    /** @returns false for what cannot be read */
    take(line: DocumentLine, bytes: Uint8Array): boolean {
      const isRead = presence.take(line, line.shown, bytes, isOthers);
      if (isRead) tellSoon();
      return isRead;
    },
    /** Everybody, to one line. */
    sendAll(line: DocumentLine): void {
      const there = line.may('read') ? presence.all() : null;
      if (there) line.pipe.send(awarenessFrame(there));
    },
    /** It has ended, or may no longer show itself. */
    leave(line: DocumentLine): void {
      presence.leaveAll(line);
      tellSoon();
    },
    end(): void {
      if (timer) clearTimeout(timer);
    },
  };
}
