import {
  type Occasion,
  OPTIONS_MIN,
  type PollForm,
  type PollQuestion,
} from '#shared/features/session/poll/model.ts';
import { READY_QUESTIONS } from './ready-questions.ts';

/** In the order in which they are offered. */
export const KINDS = [
  'single',
  'many',
  'scale',
  'text',
] as const satisfies readonly PollForm['kind'][];
export type Kind = (typeof KINDS)[number];

/** As many steps as a scale has unless somebody wants it otherwise. */
const USUAL_STEPS = 5;

/** What a teacher is about to ask, with all that was typed: also what another kind of question would not use. */
export type AskDraft = {
  readonly question: string;
  readonly kind: Kind;
  readonly options: readonly string[];
  readonly steps: number;
  readonly low: string;
  readonly high: string;
  readonly named: boolean;
};

const EMPTY: AskDraft = {
  ...{ question: '', kind: 'single', options: ['', ''] },
  ...{ steps: USUAL_STEPS, low: '', high: '', named: false },
};

/** What one begins from: an empty form, or for a check-in a question that stands ready. */
export function beginningOf(occasion: Occasion): AskDraft {
  return occasion === 'poll' ? EMPTY : { ...EMPTY, kind: 'scale', ...READY_QUESTIONS[occasion] };
}

export type AskProblems = {
  readonly question: boolean;
  /** For each field, in their order. */
  readonly options: readonly ('missing' | 'double' | undefined)[];
};

/** What is asked, as the server takes it, or what is wrong with it. Empty fields count for nothing once there are enough. */
export function readAsk(
  occasion: Occasion,
  draft: AskDraft,
):
  | { readonly ok: true; readonly asked: PollQuestion }
  | { readonly ok: false; readonly problems: AskProblems } {
  const question = draft.question.trim();
  const options = hasOptions(draft.kind) ? problemsOf(draft.options) : [];
  if (question === '' || options.some(Boolean))
    return { ok: false, problems: { question: question === '', options } };
  const named = occasion === 'poll' && draft.named;
  return { ok: true, asked: { occasion, question, named, form: formOf(draft) } };
}

export const hasOptions = (kind: Kind): boolean => kind === 'single' || kind === 'many';

/** As the server reads them. */
export const trimmed = (options: readonly string[]) => options.map((option) => option.trim());

/** What is wrong with each of the fields: two have to be filled, and no two alike. */
export function problemsOf(options: readonly string[]): AskProblems['options'] {
  // As the contract tells them apart.
  const read = trimmed(options).map((option) => option.toLocaleLowerCase('nb'));
  let lacking = OPTIONS_MIN - read.filter(Boolean).length;
  return read.map((option, nth) => {
    if (option !== '') return read.indexOf(option) < nth ? 'double' : undefined;
    lacking -= 1;
    return lacking >= 0 ? 'missing' : undefined;
  });
}

function formOf({ kind, options, steps, low, high }: AskDraft): PollForm {
  switch (kind) {
    case 'single':
    case 'many':
      return { kind, options: trimmed(options).filter(Boolean) };
    case 'scale':
      return { kind, steps, low: low.trim(), high: high.trim() };
    case 'text':
      return { kind };
  }
}
