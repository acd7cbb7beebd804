import type {
  Poll,
  PollAnswer,
  PollForm,
  PollTotals,
} from '#shared/features/session/poll/model.ts';
import { optionCount } from '#shared/features/session/poll/rules.ts';

/** Of those who have answered, in whole per cent. */
export const percentOf = (count: number, answers: number): number =>
  answers === 0 ? 0 : Math.round((100 * count) / answers);

/** What there is to choose from, in words; numbers where it is a scale, and nothing where words are asked for. */
export function optionsOf(form: PollForm): readonly string[] {
  return 'options' in form
    ? form.options
    : Array.from({ length: optionCount(form) }, (_, nth) => String(nth + 1));
}

/** What an end of a scale means, of the step that is one and has a name. */
export function endOf(form: PollForm, nth: number): string {
  if (form.kind !== 'scale') return '';
  if (nth === 0) return form.low;
  return nth === form.steps - 1 ? form.high : '';
}

export type ResultRow = {
  readonly option: string;
  /** What it means, at the end of a scale; else empty. */
  readonly means: string;
  /** Null stands for one or two, and has no share. */
  readonly count: number | null;
  readonly percent: number | null;
  /** How long its bar is, in percent of the longest there can be. */
  readonly length: number;
};

/** Between one and two: the bar of those tells no more than their figure. */
const AS_FEW = 1.5;

/** One row for each option, in their order. */
export function resultRows({ form }: Pick<Poll, 'form'>, totals: PollTotals): readonly ResultRow[] {
  return optionsOf(form).map((option, nth) => {
    const count = totals.counts[nth] === undefined ? 0 : totals.counts[nth];
    return {
      option,
      means: endOf(form, nth),
      count,
      percent: count === null ? null : percentOf(count, totals.answers),
      length: percentOf(count ?? AS_FEW, totals.answers),
    };
  });
}

/** What somebody answered, part by part. */
export function answerParts(form: PollForm, { choices, text }: PollAnswer): readonly string[] {
  if (form.kind === 'text') return [text];
  const options = optionsOf(form);
  return choices.map((nth) => options[nth] ?? '').filter(Boolean);
}
