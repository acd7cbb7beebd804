import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { MediaEndpoint } from '../../platform/livekit/settings.ts';
import { newId } from '../../platform/new-id.ts';
import { checkRoomOf, isCheckRoom } from './identity.ts';
import type { RoomLine } from './line-register.ts';
import { readPass } from './passes.ts';
import type { RoomId } from './place.ts';
import type { RoomSteward } from './steward.ts';

/** Trying takes ten seconds at most. Nobody is told of the line, so it is simply not allowed to last. */
const CHECK_LASTS_MS = 20 * SECOND_MS;

type Headers = { readonly cookie?: string | undefined };

/**
 * Who may have a line to the media server: a genuine token for this very person, and a person who may be in that room
 * right now by everything that is asked of a call, and has the seat there: in that breakout, or with all. A stolen token
 * opens nothing, nor does one's own after removal, or of a room that one is not in any more.
 */
export function makeAdmission(parts: {
  readonly endpoint: () => MediaEndpoint | null;
  readonly signInFromCookie: (
    headers: Headers,
  ) => Promise<{ readonly personId: PersonId; readonly signInId: SignInId } | null>;
  readonly steward: Pick<RoomSteward, 'sessionOfLine' | 'mayCheck' | 'lineOpened' | 'lineEnded'>;
}) {
  const { steward } = parts;
  return async function admit(headers: Headers, token: string) {
    const endpoint = parts.endpoint();
    const signedIn = await parts.signInFromCookie(headers);
    if (!signedIn || !endpoint) return null;
    const pass = await readPass(endpoint, token);
    if (pass === null || pass.personId !== signedIn.personId) return null;
    const { personId, signInId } = signedIn;
    const { identity } = pass;
    if (isCheckRoom(pass.room)) {
      const own = pass.room === checkRoomOf(personId);
      if (!own || !(await steward.mayCheck({ personId, signInId }))) return null;
      return { whose: personId, opened: endSoon };
    }
    const room = pass.room as RoomId;
    const sessionId = await steward.sessionOfLine({ personId, signInId, identity, room });
    if (sessionId === null) return null;
    return {
      whose: personId,
      opened: (cut: () => void) => {
        const id = newId<'room-line'>();
        const line: RoomLine = { id, sessionId, room, personId, signInId, identity, cut };
        steward.lineOpened(line);
        return () => steward.lineEnded(line);
      },
    };
  };
}

function endSoon(cut: () => void): () => void {
  const timer = setTimeout(cut, CHECK_LASTS_MS);
  return () => clearTimeout(timer);
}
