import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { RoundFact } from './facts.ts';
import type { HeldRound, Round, WrittenTurn } from './model.ts';
import type { VoiceNote } from './voice-note.ts';

/** Who can have the word: whoever sits in the session and has not stepped away. A seat that is held for a lost line counts. */
export type Here = ReadonlySet<PersonId>;

/** What has happened, and the round as it is then; null when it is over. */
export type RoundStep = {
  readonly ok: true;
  readonly facts: readonly RoundFact[];
  readonly held: HeldRound | null;
};

type Begun = Pick<Round, 'id' | 'prompt' | 'about' | 'minutes' | 'by'> & {
  readonly ring: Round['ring'];
};

/** Begins one with everybody who is here: those of `ring` first, the others after them. */
export function startRound(
  held: HeldRound | null,
  { ring: wanted, ...begun }: Begun,
  here: Here,
  at: Instant,
): RoundStep | Refused<'round-on'> {
  if (held) return refuse('round-on');
  const ring = [...new Set([...wanted, ...here])].filter((one) => here.has(one));
  const empty: Round = {
    ...begun,
    ...{ startedAt: at, ring, turn: null, next: null, been: [], written: [], voiceNotes: [] },
  };
  const next = given(empty, ring, here, at);
  return step([{ type: 'round-started', round: next.round }], next);
}

/**
 * Their turn is over; with `again` it comes once more when the others have had theirs. Nothing keeps that it was said, so that
 * whoever heard no answer says it again: a turn that has been is over all the same.
 */
export function giveOn(
  held: HeldRound,
  personId: PersonId,
  again: boolean,
  here: Here,
  at: Instant,
): RoundStep | Refused<'not-your-turn'> {
  const { round, toCome } = held;
  if (round.turn?.personId !== personId)
    return round.been.includes(personId) ? step([], held) : refuse('not-your-turn');
  const left = again ? [...toCome, personId] : toCome;
  return moved(held, { ...round, turn: null }, left, here, at, personId);
}

/** What was written in place of being said is shown, and their turn is over. */
export function writeTurn(
  held: HeldRound,
  turn: WrittenTurn,
  here: Here,
): RoundStep | Refused<'not-your-turn'> {
  if (held.round.turn?.personId !== turn.personId)
    return giveOn(held, turn.personId, false, here, turn.at);
  const fact: RoundFact = { type: 'turn-written', turn };
  const round = { ...held.round, written: [...held.round.written, turn] };
  const on = giveOn({ ...held, round }, turn.personId, false, here, turn.at);
  return on.ok ? step([fact, ...on.facts], on.held) : on;
}

/** What was recorded in place of being said is there to be heard, and their turn is over. */
export function giveVoiceNote(
  held: HeldRound,
  note: VoiceNote,
  here: Here,
): RoundStep | Refused<'not-your-turn'> {
  if (held.round.turn?.personId !== note.personId) return refuse('not-your-turn');
  const fact: RoundFact = { type: 'voice-note-given', note };
  const round = { ...held.round, voiceNotes: [...held.round.voiceNotes, note] };
  const on = giveOn({ ...held, round }, note.personId, false, here, note.at);
  return on.ok ? step([fact, ...on.facts], on.held) : on;
}

/** The word goes on from somebody who cannot use it just now, if they still have it: theirs waits at the end. */
export function moveTurnOn(
  held: HeldRound,
  from: PersonId,
  here: Here,
  at: Instant,
): RoundStep | Refused<'already-moved'> {
  const { round, toCome } = held;
  if (round.turn?.personId !== from) return refuse('already-moved');
  return moved(held, { ...round, turn: null }, [...toCome, from], here, at);
}

/**
 * Somebody comes next, and stands in the ring after whoever has the word. Whoever has had a turn is refused, though theirs
 * may come once more: else a try would tell.
 */
export function setNextTurn(
  held: HeldRound,
  personId: PersonId,
  here: Here,
  at: Instant,
): RoundStep | Refused<'has-been' | 'not-here'> {
  const { round, toCome } = held;
  if (round.been.includes(personId) || round.turn?.personId === personId) return refuse('has-been');
  if (!here.has(personId) || !toCome.includes(personId)) return refuse('not-here');
  const left = [personId, ...toCome.filter((one) => one !== personId)];
  const others = round.ring.filter((one) => one !== personId);
  const after = round.turn ? others.indexOf(round.turn.personId) + 1 : 0;
  const ring = others.toSpliced(after, 0, personId);
  const next = given({ ...round, ring }, left, here, at);
  return step([{ type: 'ring-ordered', ring, next: next.round.next }], next);
}

/** Ends it. */
export function endRound(by: PersonId | null, at: Instant): RoundStep {
  return step([{ type: 'round-ended', by, at }], null);
}

/**
 * What follows when people have come, gone, stepped away or come back: whoever is new stands last, a turn whose holder is
 * gone waits at the end, and the word is given where nobody has it. With nobody left it is over.
 */
export function followPeople(held: HeldRound, here: Here, at: Instant): RoundStep {
  if (here.size === 0) return endRound(null, at);
  const { round } = held;
  const joined = [...here].filter((one) => !round.ring.includes(one));
  const facts = joined.map((personId): RoundFact => ({ type: 'ring-joined', personId }));
  const holder = round.turn?.personId;
  const gone = holder !== undefined && !here.has(holder) ? holder : undefined;
  const ring = [...round.ring, ...joined];
  const left = [...held.toCome, ...joined, ...(gone ? [gone] : [])];
  const after = moved(held, { ...round, ring, turn: gone ? null : round.turn }, left, here, at);
  return step([...facts, ...after.facts], after.held);
}

/** Takes a person out of it as if they had never been in: what is kept of them goes. */
export function withoutPerson(held: HeldRound, personId: PersonId): HeldRound {
  const others = (people: readonly PersonId[]) => people.filter((one) => one !== personId);
  const { round } = held;
  return {
    toCome: others(held.toCome),
    round: {
      ...round,
      ring: others(round.ring),
      been: others(round.been),
      turn: round.turn?.personId === personId ? null : round.turn,
      next: round.next === personId ? null : round.next,
      written: round.written.filter((turn) => turn.personId !== personId),
      voiceNotes: round.voiceNotes.filter((note) => note.personId !== personId),
    },
  };
}

/** Carries it one fact forward. */
export function evolveRound(round: Round | null, fact: RoundFact): Round | null {
  switch (fact.type) {
    case 'round-started':
      return fact.round;
    case 'turn-moved': {
      const { turn, next } = fact;
      return round && { ...round, turn, next, been: withBeen(round.been, fact.been) };
    }
    case 'turn-written':
      return round && { ...round, written: [...round.written, fact.turn] };
    case 'voice-note-given':
      return round && { ...round, voiceNotes: [...round.voiceNotes, fact.note] };
    case 'ring-ordered':
      return round && { ...round, ring: fact.ring, next: fact.next };
    case 'ring-joined':
      return round && { ...round, ring: [...round.ring, fact.personId] };
    case 'round-ended':
      return null;
    default:
      return assertNever(fact);
  }
}

/** The word to the first who is here, where nobody has it, and who gets it after. */
function given(round: Round, toCome: Round['ring'], here: Here, at: Instant): HeldRound {
  const first = round.turn ? undefined : toCome.find((one) => here.has(one));
  const turn = first === undefined ? round.turn : { personId: first, since: at };
  const left = first === undefined ? toCome : toCome.toSpliced(toCome.indexOf(first), 1);
  const next = left.find((one) => here.has(one)) ?? null;
  return { round: { ...round, turn, next }, toCome: left };
}

function moved(
  before: HeldRound,
  round: Round,
  toCome: Round['ring'],
  here: Here,
  at: Instant,
  been: PersonId | null = null,
): RoundStep {
  const { round: next, toCome: left } = given(round, toCome, here, at);
  const held = { round: { ...next, been: withBeen(next.been, been) }, toCome: left };
  const { turn: had, next: after } = before.round;
  const isSame =
    been === null &&
    had?.personId === next.turn?.personId &&
    had?.since === next.turn?.since &&
    after === next.next;
  const fact: RoundFact = { type: 'turn-moved', turn: next.turn, next: next.next, been };
  return step(isSame ? [] : [fact], held);
}

function withBeen(been: Round['been'], personId: PersonId | null): Round['been'] {
  return personId === null || been.includes(personId) ? been : [...been, personId];
}

function step(facts: readonly RoundFact[], held: HeldRound | null): RoundStep {
  return { ok: true, facts, held };
}
