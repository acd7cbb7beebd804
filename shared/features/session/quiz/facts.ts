import * as z from 'zod/mini';
import { quiz } from './model.ts';

export const quizFact = z.discriminatedUnion('type', [
  z.object({ type: z.literal('quiz-opened'), quiz }),
  /** No more answers are counted. It can be taken all the same, by each for oneself. */
  z.object({ type: z.literal('quiz-closed'), quizId: quiz.shape.id, at: z.number() }),
]);
export type QuizFact = z.infer<typeof quizFact>;
