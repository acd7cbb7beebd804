import { assertNever } from '#shared/kernel/assert-never.ts';
import {
  type Accepted,
  accept,
  type Decision,
  type Refused,
  refuse,
} from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import type { PollFact } from './facts.ts';
import {
  FEW,
  type Poll,
  type PollAnswer,
  type PollForm,
  type PollQuestion,
  type PollTotals,
  PREPARED_MAX,
  type Tally,
  WITHHELD_UNDER,
} from './model.ts';

/** Of how many options it is chosen from; 0 where words are asked for. */
export function optionCount(form: PollForm): number {
  switch (form.kind) {
    case 'single':
    case 'many':
      return form.options.length;
    case 'scale':
      return form.steps;
    case 'text':
      return 0;
    default:
      return assertNever(form);
  }
}

export function emptyTally(form: PollForm): Tally {
  return { answers: 0, counts: Array.from({ length: optionCount(form) }, () => 0), texts: [] };
}

/** Asks it, while nothing else that was asked is on the screen. */
export function openPoll(
  on: Poll | null,
  asked: PollQuestion & { readonly id: PollId },
  at: Instant,
): Decision<PollFact, 'poll-on' | 'named-check-in'> {
  if (on) return refuse('poll-on');
  if (isNamedCheckIn(asked)) return refuse('named-check-in');
  const poll = { ...asked, openedAt: at, closedAt: null, answers: 0, totals: null };
  return accept({ type: 'poll-opened', poll });
}

/** Makes one ready, beside those that are. */
export function preparePoll(
  ready: number,
  asked: PollQuestion,
): Accepted<never> | Refused<'named-check-in' | 'too-many-prepared'> {
  if (isNamedCheckIn(asked)) return refuse('named-check-in');
  return ready < PREPARED_MAX ? accept() : refuse('too-many-prepared');
}

const isNamedCheckIn = ({ named, occasion }: PollQuestion) => named && occasion !== 'poll';

/** The answer as it is counted: each choice once, in the order of the options, and words only where they are asked for. */
export function readAnswer(
  form: PollForm,
  { choices, text }: PollAnswer,
): { readonly ok: true; readonly answer: PollAnswer } | Refused<'no-answer' | 'unknown-option'> {
  if (form.kind === 'text')
    return text === '' ? refuse('no-answer') : { ok: true, answer: { choices: [], text } };
  const chosen = [...new Set(choices)].sort((a, b) => a - b);
  if (chosen.some((choice) => choice >= optionCount(form))) return refuse('unknown-option');
  if (chosen.length === 0) return refuse('no-answer');
  if (chosen.length > 1 && form.kind !== 'many') return refuse('unknown-option');
  return { ok: true, answer: { choices: chosen, text: '' } };
}

/** One answer more. Every count is written anew, so that none tells by its age that it was chosen last. */
export function count(tally: Tally, { choices, text }: PollAnswer): Tally {
  return {
    answers: tally.answers + 1,
    counts: tally.counts.map((votes, option) => votes + (choices.includes(option) ? 1 : 0)),
    texts: text === '' ? tally.texts : [...tally.texts, text],
  };
}

/** What all may see when it is closed: nothing under five answers, and of one or two of a kind only that. */
export function totalsOf({ answers, counts, texts }: Tally): PollTotals | null {
  if (answers < WITHHELD_UNDER) return null;
  return {
    answers,
    counts: counts.map((votes) => (votes > 0 && votes <= FEW ? null : votes)),
    texts: [...texts],
  };
}

/** An answer has been counted. All see how many there are: whoever saw the totals twice could tell what came in between. */
export function counted(poll: Poll, tally: Pick<Tally, 'answers'>): Accepted<PollFact> {
  return accept({ type: 'poll-counted', pollId: poll.id, answers: tally.answers });
}

/** Closes it. Closed it stays closed. */
export function closePoll(poll: Poll, tally: Tally, at: Instant): Accepted<PollFact> {
  if (poll.closedAt !== null) return accept();
  const { answers } = tally;
  return accept({
    ...{ type: 'poll-closed', pollId: poll.id, at, answers },
    totals: totalsOf(tally),
  });
}

/** Carries what is on the screen one fact forward. */
export function evolvePoll(on: Poll | null, fact: PollFact): Poll | null {
  if (fact.type === 'poll-opened') return fact.poll;
  if (on?.id !== fact.pollId) return on;
  switch (fact.type) {
    case 'poll-counted':
      return { ...on, answers: fact.answers };
    case 'poll-closed':
      return { ...on, closedAt: fact.at, answers: fact.answers, totals: fact.totals };
    case 'poll-put-away':
      return null;
    default:
      return assertNever(fact);
  }
}
