import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { writtenLine, writtenText } from '#shared/kernel/written.ts';

/** Characters (UTF-16 code units). */
export const QUESTION_MAX = 200;
export const OPTION_MAX = 120;
export const SCALE_END_MAX = 60;
export const ANSWER_TEXT_MAX = 500;
export const OPTIONS_MIN = 2;
export const OPTIONS_MAX = 10;
export const STEPS_MIN = 3;
export const STEPS_MAX = 10;
/** So many can stand ready for one session. */
export const PREPARED_MAX = 20;

/** When fewer have answered, nothing is shown of what they answered. */
export const WITHHELD_UNDER = 5;
/** What so few have chosen is shown as "1–2". */
export const FEW = 2;

/** A check-in at the start and a check-out at the end are asked in the same way, and called by their name. */
export const OCCASIONS = ['poll', 'check-in', 'check-out'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What is chosen from: at least two, and no two alike. */
export const optionsOfAtMost = (most: number) =>
  z.array(writtenLine(OPTION_MAX).check(z.minLength(1))).check(
    z.minLength(OPTIONS_MIN),
    z.maxLength(most),
    z.refine((all) => new Set(all.map((one) => one.toLocaleLowerCase('nb'))).size === all.length),
  );
const options = optionsOfAtMost(OPTIONS_MAX);
const scaleEnd = writtenLine(SCALE_END_MAX);

/** How it is answered: one of the options, any of them, a step from 1 on a scale whose ends may be named, or own words. */
export const pollForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('single'), options }),
  z.object({ kind: z.literal('many'), options }),
  z.object({
    kind: z.literal('scale'),
    steps: z.int().check(z.gte(STEPS_MIN), z.lte(STEPS_MAX)),
    low: scaleEnd,
    high: scaleEnd,
  }),
  z.object({ kind: z.literal('text') }),
]);
export type PollForm = z.infer<typeof pollForm>;

export const pollQuestion = z.object({
  occasion: z.enum(OCCASIONS),
  question: writtenLine(QUESTION_MAX).check(z.minLength(1)),
  form: pollForm,
  /** Whether the session's teachers see who answered what. Said before one answers; a check-in never is. */
  named: z.boolean(),
});
export type PollQuestion = z.infer<typeof pollQuestion>;

/** One that a teacher has made ready for a session, to be asked in it. */
export const preparedPoll = z.extend(pollQuestion, { id: id<'prepared-poll'>() });
export type PreparedPoll = z.infer<typeof preparedPoll>;

/** What one person answers: places in the options from 0, or words. */
export const pollAnswer = z.object({
  choices: z.array(z.int().check(z.gte(0), z.lt(OPTIONS_MAX))).check(z.maxLength(OPTIONS_MAX)),
  text: writtenText(ANSWER_TEXT_MAX),
});
export type PollAnswer = z.infer<typeof pollAnswer>;

/** What all may see of the answers. */
export const pollTotals = z.object({
  /** How many answers this tells of. */
  answers: z.number(),
  /** For each option how many chose it; null stands for one or two. Empty where words are asked for. */
  counts: z.array(z.nullable(z.number())),
  /** Own words, in the order of their letters. */
  texts: z.array(z.string()),
});
export type PollTotals = z.infer<typeof pollTotals>;

/** A question to the participants as everybody in the session sees it. Who has answered stands nowhere in it. */
export const poll = z.extend(pollQuestion, {
  id: id<'poll'>(),
  openedAt: z.number(),
  closedAt: z.nullable(z.number()),
  /** How many have answered by now. */
  answers: z.number(),
  /** Told at the close. */
  totals: z.nullable(pollTotals),
});
export type Poll = z.infer<typeof poll>;

/** What is stored of the answers while it is open: how many chose each option, and the words. */
export type Tally = {
  readonly answers: number;
  readonly counts: readonly number[];
  readonly texts: readonly string[];
};
