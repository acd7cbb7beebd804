import { batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import * as commands from '#shared/features/session/poll/commands.ts';
import type { PollQuestion } from '#shared/features/session/poll/model.ts';
import type { PollId, PreparedPollId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createLate } from '../../../platform/late.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { createAnswerDraft } from './answer-draft.ts';
import { createAsking } from './asking.ts';
import { createOwnAnswer } from './own-answer.ts';
import { words } from './words.ts';

/** A press that takes longer has to say so. */
const NOTICED_MS = 500;

export type PollStore = ReturnType<typeof createPoll>;

/** What everybody is asked, one's own answer to it, and what a teacher does with it. */
export function createPoll(room: Room, roster: RosterStore) {
  const t = useWords(words);
  const { sessionId } = room;
  const refusals = () => t().refusals;
  const poll = createMemo(() => room.session()?.poll ?? undefined);
  const pollId = createMemo(() => poll()?.id);
  const isOpen = createMemo(() => poll()?.closedAt === null);
  const openId = createMemo(() => (isOpen() ? pollId() : undefined));
  const own = createOwnAnswer(room, openId);
  const known = createMemo(() => room.session() !== undefined);
  const { draft, write, forget, missedOf } = createAnswerDraft(sessionId, openId, known);
  const [changing, setChanging] = createSignal(false);
  const [asideId, setAsideId] = createSignal<PollId>();
  createEffect(
    on([own.isAnswered, openId], ([answered]) => {
      setChanging(false);
      if (answered) forget();
    }),
  );
  // What was refused of one question says nothing of the next.
  createEffect(on(pollId, (now) => now === undefined && room.dismissProblem(), { defer: true }));
  const sendsLong = createLate(() => room.sends(commands.answerPoll), NOTICED_MS);
  const asking = createAsking();

  return {
    isOn: createMemo(() => poll() !== undefined),
    poll,
    pollId,
    isOpen,
    /** How many have answered, and of how many who are here now and are asked. */
    sum: () => t().sum(poll()?.answers ?? 0, roster.takingPart().length),
    /** One is asked oneself. */
    asksMe: roster.iTakePart,

    said: own.said,
    isKnown: own.isKnown,
    isAnswered: own.isAnswered,
    ownAnswer: own.answer,
    draft,
    write,
    isChanging: changing,
    /** What one had begun when it was closed: it was not counted. */
    missed: () => (isOpen() ? undefined : missedOf(pollId())),
    /** Takes up a named answer again; it counts as it is until another is sent. */
    change() {
      const given = own.answer();
      if (given) write(given);
      setChanging(true);
    },
    leaveAsIs() {
      setChanging(false);
      forget();
    },
    /** What one's own answer waits for, when it is not through. */
    waits: (): 'line' | 'storage' | 'sending' | undefined =>
      room.waits(commands.answerPoll) ?? (sendsLong() ? 'sending' : undefined),
    async answer(): Promise<void> {
      const now = poll();
      if (!now || room.sends(commands.answerPoll) || room.waits(commands.answerPoll)) return;
      const given = draft();
      const input = { sessionId, pollId: now.id, ...given };
      const answered = await room.attempt(commands.answerPoll, input, refusals);
      if (!answered) return;
      const { before } = answered;
      batch(() => {
        own.setSaid({ pollId: now.id, answer: now.named ? given : null, before });
        // Another question may have come meanwhile, and what is begun of its answer stays.
        if (pollId() !== now.id) return;
        setChanging(false);
        forget();
      });
    },

    /** Set aside on one's own screen: a group may be in the middle of something. */
    isAside: () => asideId() !== undefined && asideId() === pollId(),
    setAside: (aside: boolean) => setAsideId(aside ? pollId() : undefined),

    asking,
    opensWaits: () => room.waits(commands.openPoll),
    /** Whether it is asked. */
    async open(asked: PollQuestion, prepared: PreparedPollId | null): Promise<boolean> {
      if (room.sends(commands.openPoll) || room.waits(commands.openPoll)) return false;
      const input = { sessionId, ...asked, prepared };
      const opened = (await room.attempt(commands.openPoll, input, refusals)) !== undefined;
      if (opened && prepared === null) asking.forget(asked.occasion);
      return opened;
    },
    closesWaits: () => room.waits(commands.closePoll),
    close: () => {
      const id = openId();
      return id && room.attempt(commands.closePoll, { sessionId, pollId: id }, refusals);
    },
    putAway: () => {
      const id = pollId();
      return id && room.attempt(commands.putPollAway, { sessionId, pollId: id }, refusals);
    },
  };
}
