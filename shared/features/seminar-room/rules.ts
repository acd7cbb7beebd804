import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Part } from '../session/roster/model.ts';
import type { ControlFact, RoomFact } from './facts.ts';
import { sourcesOf } from './grants.ts';
import type { Controls, MediaState, UnmuteAnswer } from './model.ts';

/** Takes everybody's right to send sound, or gives it back. Twice is once. Nobody is unmuted by it. */
export function lockMicrophones(
  room: Controls,
  locked: boolean,
  by: PersonId,
  at: Instant,
): Accepted<ControlFact> {
  if (room.microphonesLocked === locked) return accept();
  return accept({ type: locked ? 'microphones-locked' : 'microphones-unlocked', by, at });
}

/** Shows one person large to everybody, in place of whoever was; null shows nobody so. */
export function setSpotlight(
  room: Controls,
  personId: PersonId | null,
  by: PersonId,
  at: Instant,
): Accepted<ControlFact> {
  if (room.spotlightId === personId) return accept();
  if (personId === null) return accept({ type: 'spotlight-cleared', by, at });
  return accept({ type: 'spotlight-set', personId, by, at });
}

/** Lets somebody beside the teachers share a screen, or no longer. */
export function allowScreen(
  room: Controls,
  personId: PersonId,
  allowed: boolean,
  by: PersonId,
  at: Instant,
): Accepted<ControlFact> {
  if (room.screenAllowed.includes(personId) === allowed) return accept();
  return accept({ type: allowed ? 'screen-allowed' : 'screen-withdrawn', personId, by, at });
}

/** Asks somebody to unmute who may send sound. Who has been asked and has not answered is not asked twice. */
export function askToUnmute(
  room: Controls,
  {
    personId,
    part,
    inBreakout,
  }: { readonly personId: PersonId; readonly part: Part; readonly inBreakout: boolean },
  by: PersonId,
  at: Instant,
): Decision<ControlFact, 'already-asked' | 'microphones-locked'> {
  if (!sourcesOf(part, personId, room, inBreakout).includes('microphone'))
    return refuse('microphones-locked');
  if (askOf(room, personId)) return refuse('already-asked');
  return accept({ type: 'unmute-asked', personId, by, at });
}

/** Answers the ask. */
export function answerUnmute(
  room: Controls,
  personId: PersonId,
  answer: UnmuteAnswer,
  at: Instant,
): Decision<ControlFact, 'not-asked'> {
  const ask = askOf(room, personId);
  if (!ask) return refuse('not-asked');
  return accept({ type: 'unmute-answered', personId, by: ask.by, answer, at });
}

/** Closes the room. The second of two who close it at once is told, since only the first one's key is in use. */
export function closeRoom(
  room: Controls,
  by: PersonId,
  at: Instant,
): Decision<ControlFact, 'already-closed'> {
  return room.closed ? refuse('already-closed') : accept({ type: 'room-closed', by, at });
}

/** Opens it again. Twice is once. */
export function openRoom(room: Controls, by: PersonId, at: Instant): Accepted<ControlFact> {
  return room.closed ? accept({ type: 'room-opened', by, at }) : accept();
}

/** Carries what teachers have decided one fact forward. */
export function evolveControls(room: Controls, fact: ControlFact): Controls {
  switch (fact.type) {
    case 'microphones-locked':
      // Whoever is asked just now could only answer by a press that does nothing.
      return { ...room, microphonesLocked: true, asks: [] };
    case 'microphones-unlocked':
      return { ...room, microphonesLocked: false };
    case 'spotlight-set':
      return { ...room, spotlightId: fact.personId };
    case 'spotlight-cleared':
      return { ...room, spotlightId: null };
    case 'screen-allowed':
      return { ...room, screenAllowed: [...room.screenAllowed, fact.personId] };
    case 'screen-withdrawn':
      return { ...room, screenAllowed: room.screenAllowed.filter((one) => one !== fact.personId) };
    case 'room-closed':
      return { ...room, closed: { by: fact.by, at: fact.at } };
    case 'room-opened':
      return { ...room, closed: null };
    case 'unmute-asked': {
      const { personId, by, at } = fact;
      return { ...room, asks: [...room.asks, { personId, by, at }] };
    }
    case 'unmute-answered':
      return { ...room, asks: room.asks.filter((ask) => ask.personId !== fact.personId) };
    default:
      return assertNever(fact);
  }
}

/** Carries the whole room one fact forward. */
export function evolveRoom<Room extends SeenRoom>(room: Room, fact: RoomFact): Room {
  switch (fact.type) {
    case 'participant-muted':
    case 'everyone-muted':
    case 'source-stopped':
      return room;
    case 'media-changed':
      return { ...room, media: fact.media };
    case 'media-joined': {
      const { personId, at } = fact;
      return {
        ...room,
        connected: [...without(room.connected, personId), { personId, since: at }],
      };
    }
    case 'media-left':
      return { ...room, connected: without(room.connected, fact.personId) };
    default:
      return { ...room, controls: evolveControls(room.controls, fact) };
  }
}

type SeenRoom = {
  readonly media: MediaState;
  readonly controls: Controls;
  readonly connected: { personId: PersonId; since: Instant }[];
};

function without(connected: SeenRoom['connected'], personId: PersonId): SeenRoom['connected'] {
  return connected.filter((one) => one.personId !== personId);
}

function askOf(room: Controls, personId: PersonId): Controls['asks'][number] | undefined {
  return room.asks.find((ask) => ask.personId === personId);
}
