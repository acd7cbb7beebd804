import { assertNever } from '#shared/kernel/assert-never.ts';
import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SubmissionId } from '#shared/kernel/ids.ts';
import type { PaperFact } from './facts.ts';
import {
  type Confirmation,
  HAND_IN_ALONE_MS,
  type HandedIn,
  type MemberStanding,
  NOTHING_YET,
  type Paper,
  type PaperState,
  type TextNow,
  type Wait,
} from './model.ts';

/** What somebody asks for, and the id that a submission would have. */
type Asking = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly submissionId: SubmissionId;
};

/**
 * ASG-8, ASG-10: says yes to the text as it stands. The one whose yes was the last that was missing hands it in by it; who
 * answers alone needs nobody else.
 */
export function confirm(
  paper: Paper,
  text: TextNow,
  { by, at, submissionId }: Asking,
): Decision<PaperFact, 'handed-in' | 'nothing-written' | 'only-template'> {
  if (paper.handedIn !== null) return refuse('handed-in');
  if (text.words === 0) return refuse(text.fromTemplate > 0 ? 'only-template' : 'nothing-written');
  const mine = confirmationOf(paper, by);
  const said: PaperFact[] =
    mine?.fingerprint === text.fingerprint
      ? []
      : [{ type: 'confirmed', personId: by, fingerprint: text.fingerprint, at }];
  const next = said.reduce(evolve, paper as PaperState);
  const whole = { ...paper, ...next };
  if (!hasEverybody(whole, text)) return accept(...said);
  return accept(...said, handedIn(whole, text, { by, at, submissionId }));
}

/** ASG-9: takes one's yes back, while nothing is handed in. */
export function withdrawConfirmation(paper: Paper, by: PersonId): Decision<PaperFact, 'handed-in'> {
  if (paper.handedIn !== null) return refuse('handed-in');
  if (!confirmationOf(paper, by)) return accept();
  return accept({ type: 'confirmation-withdrawn', personId: by });
}

/** ASG-20: asks the others to wait, in place of one's yes. Who answers alone has nobody to ask. */
export function askToWait(
  paper: Paper,
  by: PersonId,
  at: Instant,
): Decision<PaperFact, 'handed-in'> {
  if (paper.handedIn !== null) return refuse('handed-in');
  if (waitOf(paper, by) || paper.members.length <= 1) return accept();
  return accept({ type: 'asked-to-wait', personId: by, at });
}

/** ASG-20: the others need not wait any longer. */
export function endWait(paper: Paper, by: PersonId): Decision<PaperFact, 'handed-in'> {
  if (paper.handedIn !== null) return refuse('handed-in');
  return waitOf(paper, by) ? accept({ type: 'wait-ended', personId: by }) : accept();
}

/**
 * ASG-12: hands in without those who are silent, from a day before it is due, and ever after. Who hands in says yes by it.
 * Late is never refused (ASG-13).
 */
export function handIn(
  paper: Paper,
  text: TextNow,
  asking: Asking,
): Decision<PaperFact, 'handed-in' | 'nothing-written' | 'only-template' | 'too-early'> {
  const confirmed = confirm(paper, text, asking);
  if (!confirmed.ok) return confirmed;
  if (confirmed.facts.some(({ type }) => type === 'handed-in')) return confirmed;
  if (!mayGoAlone(paper, asking.at)) return refuse('too-early');
  const whole = { ...paper, ...confirmed.facts.reduce(evolve, paper as PaperState) };
  return accept(...confirmed.facts, handedIn(whole, text, asking));
}

/** ASG-14: until it is due, what was handed in can be taken back, to be written in and confirmed anew. */
export function takeBack(
  paper: Paper,
  by: PersonId,
  at: Instant,
): Decision<PaperFact, 'not-handed-in' | 'too-late'> {
  if (paper.handedIn === null) return refuse('not-handed-in');
  return mayTakeBack(paper, at) ? accept({ type: 'taken-back', by, at }) : refuse('too-late');
}

export function mayTakeBack(paper: Pick<Paper, 'dueAt'>, at: Instant): boolean {
  return at < paper.dueAt;
}

/** ASG-12: whether those who have confirmed need not wait for the others. */
export function mayGoAlone(paper: Pick<Paper, 'dueAt'>, at: Instant): boolean {
  return at >= paper.dueAt - HAND_IN_ALONE_MS;
}

/** ASG-13: to the millisecond; what comes at the very time is not late. */
export function isLate(at: Instant, dueAt: Instant): boolean {
  return at > dueAt;
}

export function confirmationOf(paper: PaperState, personId: PersonId): Confirmation | undefined {
  return paper.confirmations.find((each) => each.personId === personId);
}

export function waitOf(paper: PaperState, personId: PersonId): Wait | undefined {
  return paper.waits.find((each) => each.personId === personId);
}

/**
 * ASG-11: how a member stands to a text. A yes to an earlier one stays in sight, and is no yes to this one.
 * @param text null where there is none, or none that can be read
 */
export function standingOf(
  paper: PaperState,
  personId: PersonId,
  text: Pick<TextNow, 'fingerprint'> | null,
): MemberStanding {
  const said = confirmationOf(paper, personId);
  if (!said) return 'silent';
  return said.fingerprint === text?.fingerprint ? 'confirmed' : 'earlier-text';
}

/** ASG-11: how many of them say yes to this very text. */
export function countConfirmed(
  paper: PaperState,
  members: readonly PersonId[],
  text: Pick<TextNow, 'fingerprint'> | null,
): number {
  return members.filter((each) => standingOf(paper, each, text) === 'confirmed').length;
}

/** Whether every member says yes to this text. Who has left the group is not waited for. */
function hasEverybody(paper: Paper, text: TextNow): boolean {
  return countConfirmed(paper, paper.members, text) === paper.members.length;
}

function handedIn(paper: Paper, text: TextNow, { by, at, submissionId }: Asking): PaperFact {
  const members = paper.members.map((personId) => ({
    personId,
    standing: standingOf(paper, personId, text),
  }));
  const late = isLate(at, paper.dueAt);
  const { fingerprint, words } = text;
  const made: HandedIn = { submissionId, at, late, fingerprint, words, by, members };
  return { type: 'handed-in', handedIn: made };
}

/** Old state and a fact make the new state; the same on the server and in every browser. */
export function evolve(state: PaperState, fact: PaperFact): PaperState {
  switch (fact.type) {
    case 'confirmed': {
      const { personId, fingerprint, at } = fact;
      const confirmations = inOrder([
        ...without(state.confirmations, personId),
        { personId, fingerprint, at },
      ]);
      return { ...state, confirmations, waits: without(state.waits, personId) };
    }
    case 'confirmation-withdrawn':
      return { ...state, confirmations: without(state.confirmations, fact.personId) };
    case 'asked-to-wait': {
      const { personId, at } = fact;
      const waits = inOrder([...without(state.waits, personId), { personId, at }]);
      return { ...state, waits, confirmations: without(state.confirmations, personId) };
    }
    case 'wait-ended':
      return { ...state, waits: without(state.waits, fact.personId) };
    case 'handed-in':
      return { ...state, waits: [], handedIn: fact.handedIn, takenBack: null };
    // Whoever takes back means to change it: everybody is asked anew (ASG-14).
    case 'taken-back':
      return { ...NOTHING_YET, takenBack: { by: fact.by, at: fact.at } };
    default:
      return assertNever(fact);
  }
}

type Said = { readonly personId: PersonId };

function without<Each extends Said>(said: readonly Each[], personId: PersonId): Each[] {
  return said.filter((each) => each.personId !== personId);
}

/** Whoever was first: the server reads them in the same order. */
function inOrder<Each extends Said>(said: readonly Each[]): Each[] {
  return [...said].sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

/** Who confirmed, who confirmed an earlier text and who was silent, for every receipt there is of it. */
export function namedByStanding(
  members: readonly { readonly displayName: string; readonly standing: MemberStanding }[],
): Readonly<Record<MemberStanding, readonly string[]>> {
  const of = (standing: MemberStanding) =>
    members.filter((each) => each.standing === standing).map(({ displayName }) => displayName);
  return {
    confirmed: of('confirmed'),
    'earlier-text': of('earlier-text'),
    silent: of('silent'),
  };
}
