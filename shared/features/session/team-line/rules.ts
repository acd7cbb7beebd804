import { assertNever } from '#shared/kernel/assert-never.ts';
import { type Accepted, accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { GuestMark } from '../roster/model.ts';
import type { TeamDeskFact, TeamLineFact } from './facts.ts';
import {
  TEAM_LINE_MESSAGES_MAX,
  type TeamDesk,
  type TeamLine,
  type TeamMessage,
  type TeamMessageId,
  type TeamThread,
} from './model.ts';

type Written = Extract<TeamDeskFact, { type: 'team-line-written' }>;
type Read = Extract<TeamDeskFact, { type: 'team-line-read' }>;
export type TeamDraft = Pick<TeamMessage, 'id' | 'by' | 'byName' | 'text' | 'lang'>;

/** Whose line it is, and what stands on it already. */
export type LineOf = {
  readonly personId: PersonId;
  readonly name: string;
  readonly guest?: GuestMark | undefined;
  readonly count: number;
  /** Whether the person, on pause, has just now asked to be looked in on or talked to (PAUSE-4). */
  readonly wishes: boolean;
};

/** The person's own words to the team. */
export function writeToTeam(
  line: LineOf,
  draft: TeamDraft,
  at: Instant,
): Decision<Written, 'line-full'> {
  return written(line, { ...draft, fromTeam: false, at });
}

/** A teacher's answer: to what the person has written, or to what they wish for. */
export function answerOnTeamLine(
  line: LineOf,
  draft: TeamDraft,
  at: Instant,
): Decision<Written, 'line-full' | 'nothing-written'> {
  if (line.count === 0 && !line.wishes) return refuse('nothing-written');
  return written(line, { ...draft, fromTeam: true, at });
}

function written(
  { personId, name, guest, count }: LineOf,
  message: TeamMessage,
): Decision<Written, 'line-full'> {
  if (count >= TEAM_LINE_MESSAGES_MAX) return refuse('line-full');
  return accept({ type: 'team-line-written', personId, name, ...(guest && { guest }), message });
}

/** The team has read as far as this message. Read again, or from further back, changes nothing. */
export function readTeamLine(
  thread: Pick<TeamThread, 'personId' | 'readTo'> & {
    readonly messages: readonly Pick<TeamMessage, 'id' | 'fromTeam'>[];
  },
  readTo: TeamMessageId,
): Accepted<Read> {
  const at = (id: TeamMessageId | null) => thread.messages.findIndex((one) => one.id === id);
  const message = thread.messages[at(readTo)];
  if (!message || message.fromTeam || at(readTo) <= at(thread.readTo)) return accept();
  return accept({ type: 'team-line-read', personId: thread.personId, readTo });
}

export function evolveTeamLine(line: TeamLine, fact: TeamLineFact): TeamLine {
  return { messages: [...line.messages, fact.message] };
}

export function evolveTeamDesk(desk: TeamDesk, fact: TeamDeskFact): TeamDesk {
  const known = desk.threads.some((thread) => thread.personId === fact.personId);
  switch (fact.type) {
    case 'team-line-written': {
      const { type: _, message, ...whose } = fact;
      const { personId } = whose;
      if (!known)
        return { threads: [...desk.threads, { ...whose, messages: [message], readTo: null }] };
      return changeThread(desk, personId, (thread) => ({
        ...thread,
        messages: [...thread.messages, message],
      }));
    }
    case 'team-line-read':
      return changeThread(desk, fact.personId, (thread) => ({ ...thread, readTo: fact.readTo }));
    default:
      return assertNever(fact);
  }
}

function changeThread(
  { threads }: TeamDesk,
  personId: PersonId,
  change: (thread: TeamThread) => TeamThread,
): TeamDesk {
  return { threads: threads.map((one) => (one.personId === personId ? change(one) : one)) };
}

/** The person's words that none of the teachers has seen. */
export function unreadOn({ messages, readTo }: TeamThread): number {
  const seen = messages.findIndex((message) => message.id === readTo);
  return messages.slice(seen + 1).filter((message) => !message.fromTeam).length;
}

/** Whether the person has the last word: then they wait for an answer, or have said thanks. */
export function waitsForAnswer({ messages }: Pick<TeamThread, 'messages'>): boolean {
  return messages.at(-1)?.fromTeam === false;
}

/** Those who wait first, the newest words on top. */
export function inWaitingOrder(threads: readonly TeamThread[]): TeamThread[] {
  const lastAt = ({ messages }: TeamThread) => messages.at(-1)?.at ?? 0;
  return [...threads].sort(
    (a, b) =>
      Number(waitsForAnswer(b)) - Number(waitsForAnswer(a)) ||
      lastAt(b) - lastAt(a) ||
      (a.personId < b.personId ? -1 : 1),
  );
}
