import { CAPTION_LENGTH_MAX } from '#shared/features/session/captions/model.ts';
import type { CaptionId, PersonId } from '#shared/kernel/ids.ts';
import { type Abbreviations, writeOut, writeOutEnded } from './abbreviations.ts';

/** Somebody who can be said to speak, and what they are called. */
export type Named = { readonly personId: PersonId; readonly name: string };

/** One line as it goes out. */
export type WrittenLine = {
  readonly captionId: CaptionId;
  readonly speaker: PersonId | null;
  readonly text: string;
  readonly done: boolean;
};

/** What a captioner's field holds: the line that is written on, and the one before it, which can be taken up again. */
export type Writing = {
  readonly captionId: CaptionId;
  readonly text: string;
  readonly speaker: PersonId | null;
  readonly last: WrittenLine | null;
};

/** What a press came to: what the field holds now, where the caret stands, and what goes out. */
export type Step = {
  readonly writing: Writing;
  readonly caret: number;
  readonly out: readonly WrittenLine[];
};

/** "@" and the beginning of a name, at the beginning of a line: whose words they are. */
const WHO = /^@(\S+)\s$/u;

export const startWriting = (captionId: CaptionId): Writing => ({
  captionId,
  text: '',
  speaker: null,
  last: null,
});

const lineOf = ({ captionId, text, speaker }: Writing, done: boolean): WrittenLine => ({
  captionId,
  speaker,
  text: text.trim(),
  done,
});

/** What stands in the field after a press of a key, and where the caret is. */
export function type(
  writing: Writing,
  typed: { readonly text: string; readonly caret: number },
  with_: {
    readonly abbreviations: Abbreviations;
    readonly people: readonly Named[];
    readonly newId: () => CaptionId;
  },
): Step {
  const speaker = whoSpeaks(typed.text, with_.people);
  if (speaker) return { writing: { ...writing, text: '', speaker }, caret: 0, out: [] };
  // Nothing is written out while text goes.
  const grows = typed.text.length > writing.text.length;
  const before = typed.text.slice(0, typed.caret);
  const written = grows ? writeOutEnded(before, with_.abbreviations) : before;
  const next = { ...writing, text: written + typed.text.slice(typed.caret) };
  return breakLine({ writing: next, caret: written.length, out: [] }, with_.newId);
}

/** Enter: the line is done, and the next one begins. */
export function endLine(
  writing: Writing,
  with_: { readonly abbreviations: Abbreviations; readonly newId: () => CaptionId },
): Step {
  const whole = { ...writing, text: writeOut(writing.text, with_.abbreviations) };
  const line = lineOf(whole, true);
  if (line.text === '') return { writing: { ...writing, text: '' }, caret: 0, out: [] };
  const { speaker } = writing;
  return {
    writing: { captionId: with_.newId(), text: '', speaker, last: line },
    caret: 0,
    out: [line],
  };
}

/** Backspace in an empty field: the line that was sent last is written on again. */
export function takeUpLast(writing: Writing): Step | undefined {
  const { last } = writing;
  if (!last || writing.text !== '') return undefined;
  const { captionId, text } = last;
  return {
    writing: { captionId, text, speaker: last.speaker, last: null },
    caret: text.length,
    out: [],
  };
}

/** A line that grows beyond what one holds goes on as the next one, from its last space. */
function breakLine(step: Step, newId: () => CaptionId): Step {
  const { writing } = step;
  const line = lineOf(writing, false);
  if (line.text.length <= CAPTION_LENGTH_MAX) return { ...step, out: [...step.out, line] };
  const space = writing.text.lastIndexOf(' ', CAPTION_LENGTH_MAX);
  const at = space > 0 ? space : CAPTION_LENGTH_MAX;
  const done = lineOf({ ...writing, text: writing.text.slice(0, at) }, true);
  const text = writing.text.slice(space > 0 ? at + 1 : at);
  const next = { captionId: newId(), text, speaker: writing.speaker, last: done };
  const caret = Math.max(0, step.caret - (writing.text.length - text.length));
  return breakLine({ writing: next, caret, out: [...step.out, done] }, newId);
}

/** Whose name begins so: the first in the list, which is that of the people. */
function whoSpeaks(text: string, people: readonly Named[]): PersonId | undefined {
  const begun = WHO.exec(text)?.[1]?.toLocaleLowerCase();
  if (!begun) return undefined;
  return people.find(({ name }) => name.toLocaleLowerCase().startsWith(begun))?.personId;
}
