import { isDeepStrictEqual } from 'node:util';
import { homePage } from '#shared/features/programme/calendar/queries.ts';
import { seminarRoomChannel } from '#shared/features/seminar-room/channel.ts';
import * as room from '#shared/features/seminar-room/commands.ts';
import { checkMediaLine, joinSeminarRoom } from '#shared/features/seminar-room/queries.ts';
import * as agenda from '#shared/features/session/agenda/commands.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import { earlierMessages } from '#shared/features/session/chat/queries.ts';
import * as ending from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import * as moderation from '#shared/features/session/moderation/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import * as roster from '#shared/features/session/roster/commands.ts';
import { ownInvitations, sessionDoor } from '#shared/features/session/roster/queries.ts';
import type { DocumentKind } from '#shared/wire/access.ts';
import {
  type AnyChannel,
  type AnyCommand,
  type AnyQuery,
  UNIVERSAL_REFUSALS,
} from '#shared/wire/contract.ts';
import type { Caller } from '../platform/dispatch.ts';
import { newId } from '../platform/new-id.ts';
import { expected, OWN_LISTS, type Right } from './access-cases.ts';
import type { AccessRow } from './access-table.ts';
import type { Asking, Target } from './access-world.ts';

type AnyContract = AnyCommand | AnyQuery | AnyChannel;
type Ask = Target & Pick<Asking, 'ownMessage'>;

/** One way in: how a caller asks, and what comes back as it is on the wire. */
export type DoorUnderTest = {
  readonly name: string;
  ask(caller: Caller | null, contract: AnyContract, input: unknown): Promise<Answered>;
};
export type Answered = { readonly ok: boolean; readonly refusal?: string };

/** A contract, and the kind of document that it is asked about, where its row hangs on that. */
export type Question = {
  readonly contract: AnyContract;
  readonly kind?: DocumentKind;
  readonly input: (of: Ask) => unknown;
};

/** What is asked through every door: each contract, with an input about a target. A channel's is its id. */
export const ASKED: readonly Question[] = [
  { contract: homePage, input: () => ({}) },
  { contract: ownInvitations, input: () => ({}) },
  { contract: sessionDoor, input: ({ sessionId }) => ({ sessionId }) },
  { contract: roster.joinSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: roster.choosePlace, input: ({ sessionId }) => ({ sessionId, place: 'trondheim' }) },
  { contract: sessionChannel, input: ({ sessionId }) => sessionId },
  {
    contract: agenda.stepAgenda,
    input: ({ sessionId, item }) => ({ sessionId, from: null, to: item }),
  },
  { contract: hands.raiseHand, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.lowerHand, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.endWord, input: ({ sessionId }) => ({ sessionId }) },
  { contract: hands.lowerHandOf, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.giveWord, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.callNext, input: ({ sessionId }) => ({ sessionId, expected: newId() }) },
  { contract: hands.endWordOf, input: ({ sessionId }) => ({ sessionId, personId: newId() }) },
  { contract: hands.setQueueOpen, input: ({ sessionId }) => ({ sessionId, open: true }) },
  {
    contract: chat.postMessage,
    input: ({ sessionId, message }) => ({ sessionId, text: 'Hei', replyTo: message }),
  },
  {
    contract: earlierMessages,
    input: ({ sessionId, message }) => ({ sessionId, before: message }),
  },
  {
    contract: chat.editMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage, text: 'Hallo' }),
  },
  {
    contract: chat.deleteMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage }),
  },
  {
    contract: chat.restoreMessage,
    input: ({ sessionId, ownMessage }) => ({ sessionId, messageId: ownMessage, text: 'tilbake' }),
  },
  { contract: moderation.removeParticipant, input: aboutSomebody },
  { contract: moderation.readmitParticipant, input: aboutSomebody },
  { contract: ending.endSession, input: ({ sessionId }) => ({ sessionId }) },
  { contract: ending.undoEnding, input: ({ sessionId }) => ({ sessionId }) },
  { contract: sessionLog, input: ({ sessionId }) => ({ sessionId }) },
  { contract: seminarRoomChannel, input: ({ sessionId }) => sessionId },
  { contract: joinSeminarRoom, input: ({ sessionId }) => ({ sessionId, tab: 'abcdefgh' }) },
  { contract: checkMediaLine, input: () => ({}) },
  { contract: room.muteParticipant, input: aboutSomebody },
  { contract: room.muteEveryone, input: ({ sessionId }) => ({ sessionId }) },
  { contract: room.askToUnmute, input: aboutSomebody },
  { contract: room.answerUnmute, input: ({ sessionId }) => ({ sessionId, willing: true }) },
  { contract: room.lockMicrophones, input: ({ sessionId }) => ({ sessionId, locked: true }) },
  { contract: room.stopSource, input: (of) => ({ ...aboutSomebody(of), source: 'camera' }) },
  { contract: room.setSpotlight, input: aboutSomebody },
  { contract: room.allowScreen, input: (of) => ({ ...aboutSomebody(of), allowed: true }) },
  { contract: room.closeRoom, input: ({ sessionId }) => ({ sessionId }) },
  { contract: room.openRoom, input: ({ sessionId }) => ({ sessionId }) },
];

function aboutSomebody({ sessionId }: Ask) {
  return { sessionId, personId: newId<'person'>() };
}

export type Result = {
  readonly question: Question;
  readonly contract: AnyContract;
  readonly asking: Asking;
  readonly allowed: boolean;
  readonly answered: Answered;
  /** The same person's same question about ids that nobody has. */
  readonly unknown: Answered;
};

/** Asks everything of everybody through one door: first all that is forbidden, so that it can be seen to change nothing. */
export async function askEverything(
  door: DoorUnderTest,
  rows: ReadonlyMap<number, AccessRow>,
  asking: readonly Asking[],
): Promise<{ forbidden: () => Promise<Result[]>; allowed: () => Promise<Result[]> }> {
  const questions = ASKED.flatMap((question) =>
    asking.map((each) => ({ question, each, may: mayAsk(rows, rightOf(question), each) })),
  );
  const askAll = async (may: boolean) => {
    const results: Result[] = [];
    for (const { question, each } of questions.filter((asked) => asked.may === may)) {
      const { contract, input } = question;
      const { caller, target, ownMessage } = each;
      const unknown = await door.ask(caller, contract, input(nothing()));
      const answered = await door.ask(caller, contract, input({ ...target, ownMessage }));
      results.push({ question, contract, asking: each, allowed: may, answered, unknown });
    }
    return results;
  };
  return { forbidden: () => askAll(false), allowed: () => askAll(true) };
}

export function rightOf({ contract, kind }: Question): Right {
  return { action: contract.action, kind: kind ?? null };
}

/** One's own calendar or list is asked for without an id: a role that has one is enough, whatever lies in it. */
function mayAsk(rows: ReadonlyMap<number, AccessRow>, right: Right, { case: of }: Asking): boolean {
  if (!OWN_LISTS.includes(right.action)) return expected(rows, right, of);
  const gone = of.situation === 'role ended' || of.situation === 'suspended';
  return !gone && expected(rows, right, { ...of, situation: 'own' });
}

function nothing(): Ask {
  return {
    sessionId: newId<'session'>() as never,
    item: newId<'agenda-item'>() as never,
    message: newId<'message'>() as never,
    ownMessage: newId<'message'>() as never,
  };
}

/** What is wrong with an answer, in words; null when the table would give the same. */
export function faultOf({ contract, asking, allowed, answered, unknown }: Result): string | null {
  const { column, situation } = asking.case;
  const what = `${contract.kind} ${contract.name} by ${column}, ${situation}: ${JSON.stringify(answered)}`;
  if (!allowed) {
    const same = JSON.stringify(answered) === JSON.stringify(unknown);
    return same && !answered.ok && ['not-found', 'signed-out'].includes(answered.refusal ?? '')
      ? null
      : `${what} where unknown is ${JSON.stringify(unknown)}`;
  }
  if (answered.ok)
    return isExactly(contract, answered) ? null : `${what} holds more than its contract`;
  return (UNIVERSAL_REFUSALS as readonly string[]).includes(answered.refusal ?? '') ? what : null;
}

/** Does the answer hold what its contract lists, and nothing beside? */
function isExactly(contract: AnyContract, answered: object): boolean {
  const [schema, value] =
    contract.kind === 'channel'
      ? [contract.state, (answered as { snapshot?: unknown }).snapshot]
      : [contract.output, (answered as { value?: unknown }).value];
  const parsed = schema.safeParse(value);
  return parsed.success && isDeepStrictEqual(parsed.data, value);
}
