import { createSignal } from 'solid-js';
import * as z from 'zod/mini';
import type { PersonId, QuizId } from '#shared/kernel/ids.ts';
import { keptInTab } from '../../../platform/kept-in-tab.ts';

const choices = z.array(z.number());
const keptAttempt = z.object({
  /** At which question one is; as many as there are when one is through. */
  at: z.number(),
  /** What one answered each, or nothing yet. */
  answers: z.array(z.nullable(choices)),
  /** Which of them have been sent off to be counted, now or at an earlier try. */
  told: z.array(z.number()),
});
type Kept = z.infer<typeof keptAttempt>;

export type Attempt = ReturnType<typeof createAttempt>;

/**
 * One's own way through a quiz, in this tab alone (docs/decisions/0078). What one answers first to a question is sent off to
 * be counted; of any later try nobody hears.
 */
export function createAttempt(
  of: { readonly me: PersonId; readonly quizId: QuizId; readonly length: number },
  tell: ((nth: number, choices: readonly number[]) => void) | undefined,
) {
  const kept = keptInTab(`mellom.quiz ${of.me} ${of.quizId}`, keptAttempt);
  const begun = (told: readonly number[]): Kept => ({
    at: 0,
    answers: Array.from({ length: of.length }, () => null),
    told: [...told],
  });
  const before = kept.read();
  const [now, setNow] = createSignal(
    before?.answers.length === of.length ? before : begun(before?.told ?? []),
  );
  const keep = (next: Kept) => {
    setNow(next);
    kept.write(next);
  };
  return {
    at: () => now().at,
    isThrough: () => now().at >= of.length,
    answerTo: (nth: number): readonly number[] | undefined => now().answers[nth] ?? undefined,
    answer(given: readonly number[]): void {
      const { at, answers, told } = now();
      const isFirst = !told.includes(at);
      keep({
        at,
        answers: answers.with(at, [...given]),
        told: isFirst ? [...told, at] : told,
      });
      if (isFirst) tell?.(at, given);
    },
    goTo: (at: number) => keep({ ...now(), at }),
    again: () => keep(begun(now().told)),
  };
}
