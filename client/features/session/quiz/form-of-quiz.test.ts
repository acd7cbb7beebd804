import { expect, test } from 'vitest';
import { quizContent } from '#shared/features/session/quiz/model.ts';
import {
  addedOption,
  type DraftQuestion,
  draftOf,
  EMPTY_QUIZ,
  type QuizDraft,
  readQuiz,
  withOneMore,
  withoutOne,
  withQuestion,
} from './form-of-quiz.ts';

const option = (text: string, isRight = false) => ({ text, isRight });
const question = (part: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ...{ question: 'Hva er makt?', options: [option('Ja', true), option('Nei')], explanation: '' },
  ...part,
});
const quiz = (...questions: readonly DraftQuestion[]): QuizDraft => ({
  ...{ title: 'Makt', questions: [...questions] },
});

test('of an empty form everything is missing', () => {
  expect(readQuiz(EMPTY_QUIZ)).toEqual({
    ok: false,
    problems: {
      title: true,
      questions: [{ question: true, options: ['missing', 'missing'], right: true }],
      tooLong: false,
    },
  });
});

test('what is right follows its answer, past fields that are empty', () => {
  const options = [option('Nei'), option(' '), option(' Ja ', true), option('', true)];
  const read = readQuiz(quiz(question({ options, explanation: ' Fordi. ' })));
  expect(read).toMatchObject({
    content: { questions: [{ options: ['Nei', 'Ja'], right: [1], explanation: 'Fordi.' }] },
  });
  expect(quizContent.safeParse(read.ok && read.content).success).toBe(true);
});

test('an answer that is right and empty makes none right', () => {
  const options = [option('Nei'), option('Ja'), option('', true)];
  expect(readQuiz(quiz(question({ options })))).toMatchObject({
    problems: { questions: [{ right: true, options: [undefined, undefined, undefined] }] },
  });
});

test('one question that lacks something is told from those that do not', () => {
  const twice = question({ options: [option('Ja', true), option('ja')] });
  expect(readQuiz(quiz(question(), twice))).toMatchObject({
    problems: {
      questions: [{ options: [undefined, undefined] }, { options: [undefined, 'double'] }],
    },
  });
});

test('more than a message holds is too long', () => {
  const long = question({
    ...{ question: 'x'.repeat(200), explanation: 'y'.repeat(500) },
    options: ['a', 'b', 'c'].map((letter) => option(letter.repeat(120), true)),
  });
  expect(readQuiz(quiz(...Array.from({ length: 18 }, () => long)))).toMatchObject({ ok: true });
  expect(readQuiz(quiz(...Array.from({ length: 19 }, () => long)))).toMatchObject({
    problems: { tooLong: true },
  });
});

test('what stands ready is taken up as it was, changed in one place, and read again', () => {
  const read = readQuiz(quiz(question(), question({ options: [option('A'), option('B', true)] })));
  if (!read.ok) throw new Error('not whole');
  const draft = draftOf(read.content);
  expect(readQuiz(draft)).toEqual(read);
  const changed = withQuestion(draft, 1, { question: 'Ny' });
  expect(readQuiz(changed)).toMatchObject({ content: { questions: [{}, { question: 'Ny' }] } });
  expect(withoutOne(withOneMore(draft), 0).questions).toHaveLength(2);
  expect(addedOption(question()).at(-1)).toEqual({ text: '', isRight: false });
});
