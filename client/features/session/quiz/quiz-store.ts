import { createMemo, createSignal } from 'solid-js';
import * as z from 'zod/mini';
import * as commands from '#shared/features/session/quiz/commands.ts';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import { openOf } from '#shared/features/session/quiz/rules.ts';
import type { QuizId } from '#shared/kernel/ids.ts';
import { keptInTab } from '../../../platform/kept-in-tab.ts';
import { useWords } from '../../../platform/language.ts';
import type { RosterStore } from '../roster/roster-store.ts';
import type { Room } from '../session-room.ts';
import { words } from './words.ts';

export type QuizStore = ReturnType<typeof createQuizzes>;

/** What has been opened to be taken by each for oneself, and what a teacher does with it. */
export function createQuizzes(room: Room, roster: RosterStore) {
  const t = useWords(words);
  const { sessionId, me } = room;
  const refusals = () => t().refusals;
  const quizzes = createMemo((): readonly Quiz[] => room.session()?.quizzes ?? []);
  const open = createMemo(() => openOf(quizzes()));
  const [shown, show] = createSignal<QuizId>();
  const keptAside = keptInTab(`mellom.quizzes-aside ${me} ${sessionId}`, z.array(z.string()));
  const [aside, setAside] = createSignal<readonly string[]>(keptAside.read() ?? []);
  const [uncounted, setUncounted] = createSignal<{
    readonly quizId: QuizId;
    readonly why: string;
  }>();
  return {
    /** Those that one can take: none, where one is here for what the others say. */
    mine: createMemo(() => (roster.iTakePart() ? quizzes() : [])),
    open,
    /** The one that is open, to whoever takes part, as long as one has neither been through it nor put its line away. */
    offered: createMemo(() => {
      const now = open();
      if (!now || !roster.iTakePart()) return undefined;
      return roster.steers() || !aside().includes(now.id) ? now : undefined;
    }),
    /** It is not offered any more: it stays under the agenda. */
    putAside(id: QuizId): void {
      if (aside().includes(id)) return;
      setAside([...aside(), id]);
      keptAside.write([...aside()]);
    },

    /** The one that lies over the room. */
    shown: createMemo(() => quizzes().find(({ id }) => id === shown())),
    show: (id: QuizId | undefined) => show(() => id),

    /** Sends off what one answered first, to be counted. What one is told of it meanwhile does not wait for that. */
    async count(quizId: QuizId, nth: number, choices: readonly number[]): Promise<void> {
      const given = { sessionId, quizId, nth, choices: [...choices] };
      const outcome = await room.send(commands.answerQuiz, given);
      if (outcome.ok) return;
      const isLate = outcome.refusal === 'quiz-closed';
      setUncounted({ quizId, why: isLate ? t().wasLate : t().notCounted });
    },
    countWaits: () => room.waits(commands.answerQuiz),
    /** Why something that one answered was not counted, in words. */
    uncounted(id: QuizId): string | undefined {
      const now = uncounted();
      return now?.quizId === id ? now.why : undefined;
    },

    opensWaits: () => room.waits(commands.openQuiz),
    /** Whether it is open. */
    async openOne(quizId: QuizId): Promise<boolean> {
      if (room.sends(commands.openQuiz) || room.waits(commands.openQuiz)) return false;
      const input = { sessionId, quizId };
      return (await room.attempt(commands.openQuiz, input, refusals)) !== undefined;
    },
    closesWaits: () => room.waits(commands.closeQuiz),
    close: (quizId: QuizId) => room.attempt(commands.closeQuiz, { sessionId, quizId }, refusals),
  };
}
