import * as z from 'zod/mini';
import { assertNever } from '#shared/kernel/assert-never.ts';
import { channel } from '#shared/wire/contract.ts';
import { agendaFact } from './agenda/facts.ts';
import { agenda } from './agenda/model.ts';
import { evolveAgenda } from './agenda/rules.ts';
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
import { rosterFact } from './roster/facts.ts';
import { roster } from './roster/model.ts';
import { evolveRoster } from './roster/rules.ts';

/** What a participant sees of a live session, besides its documents and its sound. */
export const sessionState = z.object({
  title: z.string(),
  courseCode: z.string(),
  endsAt: z.number(),
  roster,
  agenda,
  chat,
  handQueue,
  ending,
});
export type SessionState = z.infer<typeof sessionState>;

export const sessionFact = z.union([
  rosterFact,
  agendaFact,
  chatFact,
  handFact,
  endingFact,
  moderationFact,
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
    case 'lead-taken':
    case 'lead-vacated':
      return { ...state, roster: evolveRoster(state.roster, fact) };
    case 'agenda-stepped':
      return { ...state, agenda: evolveAgenda(state.agenda, fact) };
    case 'message-posted':
    case 'message-edited':
    case 'message-deleted':
    case 'message-restored':
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
    case 'session-ended':
      return { ...state, ending: evolveEnding(state.ending, fact) };
    // What hosts did stands in their log, which is asked for.
    case 'participant-removed':
    case 'participant-readmitted':
      return state;
    default:
      return assertNever(fact);
  }
}

export const sessionChannel = channel<SessionState, SessionFact>({
  name: 'session',
  action: 'session/join',
  evolve: evolveSession,
  state: sessionState,
  fact: sessionFact,
});
