import * as z from 'zod/mini';
import { sessionNotes } from '#shared/features/programme/session-notes/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { channel } from '#shared/wire/contract.ts';
import { chatKeeping } from '../programme/keeping/model.ts';
import { agendaFact } from './agenda/facts.ts';
import { agenda } from './agenda/model.ts';
import { evolveAgenda } from './agenda/rules.ts';
import { breakoutFact } from './breakout/facts.ts';
import { breakouts } from './breakout/model.ts';
import { evolveBreakouts } from './breakout/rules.ts';
import { chatFact } from './chat/facts.ts';
import { chat } from './chat/model.ts';
import { evolveChat } from './chat/rules.ts';
import { endingFact } from './ending/facts.ts';
import { ending } from './ending/model.ts';
import { evolveEnding } from './ending/rules.ts';
import { handFact } from './hand-queue/facts.ts';
import { handQueue } from './hand-queue/model.ts';
import { evolveHandQueue } from './hand-queue/rules.ts';
import { moderationFact } from './moderation/facts.ts';
import { notesFact } from './notes/facts.ts';
import { orderFact } from './order/facts.ts';
import { NOTHING_CLOSED, order } from './order/model.ts';
import { evolveOrder } from './order/rules.ts';
import { pauseFact } from './pause/facts.ts';
import { quietPause } from './pause/model.ts';
import { evolvePauses } from './pause/rules.ts';
import { pauseForAllFact } from './pause-for-all/facts.ts';
import { pauseForAll } from './pause-for-all/model.ts';
import { evolvePauseForAll } from './pause-for-all/rules.ts';
import { pollFact } from './poll/facts.ts';
import { poll } from './poll/model.ts';
import { evolvePoll } from './poll/rules.ts';
import { quizFact } from './quiz/facts.ts';
import { quiz } from './quiz/model.ts';
import { evolveQuizzes } from './quiz/rules.ts';
import { rosterFact } from './roster/facts.ts';
import { roster } from './roster/model.ts';
import { evolveRoster } from './roster/rules.ts';
import { roundFact } from './round/facts.ts';
import { round } from './round/model.ts';
import { evolveRound } from './round/rules.ts';

/** What a participant sees of a live session, besides its documents and its sound. */
export const sessionState = z.object({
  title: z.string(),
  courseCode: z.string(),
  endsAt: z.number(),
  notes: sessionNotes,
  roster,
  agenda,
  chat,
  /** How long the chat is kept. */
  chatKeeping,
  handQueue,
  ending,
  /** What teachers have closed. */
  order,
  quietPauses: z.array(quietPause),
  /** For how long a quiet pause counts as being present, by the course's rule. */
  pauseMinutes: z.number(),
  /** Begun by a teacher; over when its time is. */
  pauseForAll: z.nullable(pauseForAll),
  /** A talking circle that goes on. */
  round: z.nullable(round),
  /** What everybody is asked, or was until it is put away. */
  poll: z.nullable(poll),
  /** The rooms it is split into; null while all are together. */
  breakouts: z.nullable(breakouts),
  /** What has been opened to be taken by each for oneself, oldest first. */
  quizzes: z.array(quiz),
});
export type SessionState = z.infer<typeof sessionState>;

export const sessionFact = z.union([
  rosterFact,
  agendaFact,
  notesFact,
  chatFact,
  handFact,
  endingFact,
  moderationFact,
  orderFact,
  pauseFact,
  pauseForAllFact,
  roundFact,
  pollFact,
  breakoutFact,
  quizFact,
]);
export type SessionFact = z.infer<typeof sessionFact>;

/** Each fact belongs to one topic; a fact without a topic does not compile. */
export function evolveSession(state: SessionState, fact: SessionFact): SessionState {
  switch (fact.type) {
    case 'participant-joined':
    case 'line-lost':
    case 'line-back':
    case 'participant-left':
    case 'place-chosen':
    case 'shown-as':
    case 'lead-taken':
    case 'lead-vacated':
      return { ...state, roster: evolveRoster(state.roster, fact) };
    case 'agenda-stepped':
    case 'agenda-item-added':
    case 'agenda-item-changed':
    case 'agenda-item-moved':
    case 'agenda-item-removed':
    case 'agenda-filled':
      return { ...state, agenda: evolveAgenda(state.agenda, fact) };
    case 'notes-written':
      return { ...state, notes: fact.notes };
    case 'message-posted':
    case 'message-edited':
    case 'message-deleted':
    case 'message-restored':
    case 'chat-erased':
    case 'message-hidden':
    case 'message-unhidden':
    case 'message-reacted':
      return { ...state, chat: evolveChat(state.chat, fact) };
    case 'hand-raised':
    case 'hand-lowered':
    case 'word-given':
    case 'word-ended':
    case 'queue-opened':
    case 'queue-closed':
      return { ...state, handQueue: evolveHandQueue(state.handQueue, fact) };
    case 'ending-begun':
    case 'ending-undone':
      return { ...state, ending: evolveEnding(state.ending, fact) };
    case 'session-ended':
      // What was closed for the session's sake goes with it.
      return { ...state, ending: evolveEnding(state.ending, fact), order: NOTHING_CLOSED };
    case 'session-locked':
    case 'session-unlocked':
    case 'chat-closed':
    case 'chat-opened':
      return { ...state, order: evolveOrder(state.order, fact) };
    case 'pause-started':
    case 'pause-ended':
      return { ...state, quietPauses: evolvePauses(state.quietPauses, fact) };
    case 'pause-for-all-started':
    case 'pause-for-all-lengthened':
    case 'pause-for-all-ended':
    case 'ready-counted':
      return { ...state, pauseForAll: evolvePauseForAll(state.pauseForAll, fact) };
    case 'round-started':
    case 'turn-moved':
    case 'turn-written':
    case 'voice-note-given':
    case 'ring-ordered':
    case 'ring-joined':
    case 'round-ended':
      return { ...state, round: evolveRound(state.round, fact) };
    case 'poll-opened':
    case 'poll-counted':
    case 'poll-closed':
    case 'poll-put-away':
      return { ...state, poll: evolvePoll(state.poll, fact) };
    case 'breakouts-opened':
    case 'people-moved':
    case 'member-placed':
    case 'choice-given':
    case 'return-moved':
    case 'breakouts-ended':
    case 'help-called':
    case 'help-ended':
    case 'minute-asked':
    case 'minute-answered':
    case 'knocked':
    case 'knock-answered':
    case 'breakout-hands':
      return { ...state, breakouts: evolveBreakouts(state.breakouts, fact) };
    case 'quiz-opened':
    case 'quiz-closed':
      return { ...state, quizzes: evolveQuizzes(state.quizzes, fact) };
    // What hosts did stands in their log, which is asked for.
    case 'participant-removed':
    case 'participant-readmitted':
      return state;
    default:
      return assertNever(fact);
  }
}

/**
 * What nobody needs to read later: who is away, which would stay as a log of bad days; how long each had the word in a
 * round, which would tell who let it pass, and what was written there; when each answer to a question came; and that words
 * are gone.
 */
const UNKEPT: ReadonlySet<SessionFact['type']> = new Set([
  'pause-started',
  'pause-ended',
  'round-started',
  'turn-moved',
  'turn-written',
  'voice-note-given',
  'ring-ordered',
  'ring-joined',
  'round-ended',
  'poll-opened',
  'poll-counted',
  'poll-closed',
  'poll-put-away',
  'chat-erased',
]);

export const sessionChannel = channel<SessionState, SessionFact>({
  name: 'session',
  action: 'session/join',
  unkept: ({ type }) => UNKEPT.has(type),
  evolve: evolveSession,
  state: sessionState,
  fact: sessionFact,
});
