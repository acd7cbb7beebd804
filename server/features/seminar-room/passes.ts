import { AccessToken, TokenVerifier } from 'livekit-server-sdk';
import { identityOf, personOf } from '#shared/features/seminar-room/identity.ts';
import type { Source } from '#shared/features/seminar-room/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaEndpoint } from '../../platform/livekit/settings.ts';
import { checkRoomOf } from './identity.ts';
import { TRACK_SOURCES } from './media-rooms.ts';
import type { RoomId } from './place.ts';

/** It only has to last from the answer to the connecting; whoever is in is given new ones by the media server. */
const PASS_LIVES_S = 120;
/** Clocks of two machines differ. */
const LEEWAY_S = 60;

/** What a teacher's voice into a breakout sends. */
export const VOICE: readonly Source[] = ['microphone'];

/**
 * A token for one tab, one room and exactly these sources. Nothing that steers a room is ever in it, nor anything
 * that hides a person; names and the part come from us alone.
 */
export function makePass(
  { apiKey, apiSecret }: MediaEndpoint,
  pass: {
    readonly room: RoomId;
    readonly identity: string;
    readonly displayName: string;
    readonly part: string;
    readonly sources: readonly Source[];
    /** False for a voice alone, to which nothing comes back. */
    readonly hears: boolean;
  },
): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, {
    identity: pass.identity,
    name: pass.displayName,
    ttl: PASS_LIVES_S,
    attributes: { part: pass.part },
  });
  token.addGrant({
    roomJoin: true,
    room: pass.room,
    canSubscribe: pass.hears,
    canPublish: true,
    canPublishSources: pass.sources.map((source) => TRACK_SOURCES[source]),
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}

/** A token for the room in which one person alone tries the line: nothing can be sent or heard with it. */
export function makeCheckPass({ apiKey, apiSecret }: MediaEndpoint, personId: PersonId) {
  const identity = identityOf(personId, 'check');
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: PASS_LIVES_S });
  token.addGrant({
    roomJoin: true,
    room: checkRoomOf(personId),
    canSubscribe: false,
    canPublish: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}

/** What a pass is for. */
export type Pass = {
  /** The name of a session's room is its id, as that of a breakout's; a room for trying the line has another. */
  readonly room: string;
  readonly identity: string;
  readonly personId: PersonId;
};

/** Reads a pass of ours, or one that the media server renewed; null for expired, changed, unsigned or another's. */
export async function readPass(
  { apiKey, apiSecret }: MediaEndpoint,
  token: string,
): Promise<Pass | null> {
  try {
    const claims = await new TokenVerifier(apiKey, apiSecret).verify(token, LEEWAY_S);
    const { room, roomJoin } = claims.video ?? {};
    if (!roomJoin || !room || !claims.sub) return null;
    return {
      room,
      identity: claims.sub,
      personId: personOf(claims.sub),
    };
  } catch {
    return null;
  }
}
