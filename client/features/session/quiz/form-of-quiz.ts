import * as z from 'zod/mini';
import {
  lettersIn,
  QUIZ_WORDS_MAX,
  type QuizContent,
  type QuizQuestion,
} from '#shared/features/session/quiz/model.ts';
import { type AskProblems, problemsOf, trimmed } from '../poll/form-of-poll.ts';

const draftQuestion = z.object({
  question: z.string(),
  options: z.array(z.object({ text: z.string(), isRight: z.boolean() })),
  explanation: z.string(),
});
/** What a teacher is making, with all that was typed. */
export const quizDraft = z.object({ title: z.string(), questions: z.array(draftQuestion) });
export type DraftQuestion = z.infer<typeof draftQuestion>;
export type QuizDraft = z.infer<typeof quizDraft>;

const EMPTY_OPTION = { text: '', isRight: false };
const EMPTY_QUESTION: DraftQuestion = {
  ...{ question: '', options: [EMPTY_OPTION, EMPTY_OPTION], explanation: '' },
};
export const EMPTY_QUIZ: QuizDraft = { title: '', questions: [EMPTY_QUESTION] };

/** One that stands ready, to be changed. */
export function draftOf({ title, questions }: QuizContent): QuizDraft {
  return {
    title,
    questions: questions.map(({ question, options, right, explanation }) => ({
      ...{ question, explanation },
      options: options.map((text, nth) => ({ text, isRight: right.includes(nth) })),
    })),
  };
}

/** One question, changed. */
export function withQuestion(
  draft: QuizDraft,
  nth: number,
  part: Partial<DraftQuestion>,
): QuizDraft {
  const questions = draft.questions.map((one, place) =>
    place === nth ? { ...one, ...part } : one,
  );
  return { ...draft, questions };
}

export const withOneMore = (draft: QuizDraft): QuizDraft => ({
  ...draft,
  questions: [...draft.questions, EMPTY_QUESTION],
});

export const withoutOne = (draft: QuizDraft, nth: number): QuizDraft => ({
  ...draft,
  questions: draft.questions.toSpliced(nth, 1),
});

export const addedOption = ({ options }: DraftQuestion) => [...options, EMPTY_OPTION];

export type QuestionProblems = {
  readonly question: boolean;
  readonly options: AskProblems['options'];
  /** None of them is right. */
  readonly right: boolean;
};
export type QuizProblems = {
  readonly title: boolean;
  readonly questions: readonly QuestionProblems[];
  /** All of it together is more than a quiz can hold. */
  readonly tooLong: boolean;
};

/** The quiz as the server takes it, or what is wrong with it. Empty options count for nothing once there are enough. */
export function readQuiz(
  draft: QuizDraft,
):
  | { readonly ok: true; readonly content: QuizContent }
  | { readonly ok: false; readonly problems: QuizProblems } {
  const title = draft.title.trim();
  const questions = draft.questions.map(readQuestion);
  const problems = {
    title: title === '',
    questions: draft.questions.map(problemsOfQuestion),
    tooLong: lettersIn(questions) > QUIZ_WORDS_MAX,
  };
  const isWhole = problems.questions.every(
    ({ question, options, right }) => !question && !right && !options.some(Boolean),
  );
  return isWhole && !problems.title && !problems.tooLong
    ? { ok: true, content: { title, questions } }
    : { ok: false, problems };
}

const textsOf = ({ options }: DraftQuestion) => options.map(({ text }) => text);

function readQuestion(draft: DraftQuestion): QuizQuestion {
  const filled = draft.options.filter(({ text }) => text.trim() !== '');
  return {
    question: draft.question.trim(),
    options: trimmed(filled.map(({ text }) => text)),
    right: filled.flatMap(({ isRight }, nth) => (isRight ? [nth] : [])),
    explanation: draft.explanation.trim(),
  };
}

function problemsOfQuestion(draft: DraftQuestion): QuestionProblems {
  return {
    question: draft.question.trim() === '',
    options: problemsOf(textsOf(draft)),
    right: readQuestion(draft).right.length === 0,
  };
}
