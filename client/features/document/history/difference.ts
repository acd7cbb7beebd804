import { firstPast } from '#shared/kernel/first-past.ts';
import { type Block, isInCell, type Look, type Place } from './blocks.ts';

export type Part = {
  /** `restyled`: the same words, bold or a link where they were not, or the other way about. */
  readonly change: 'same' | 'added' | 'removed' | 'restyled';
  readonly text: string;
};

/** One line in the difference: a line that is in both has parts that say what of it was changed. */
export type Difference = {
  readonly kind: Block['kind'];
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly parts: readonly Part[];
  /** What has become of the line itself, whatever became of its words. */
  readonly turned?: 'ticked' | 'unticked' | 'restyled';
  /** Where the line stands now, or stood, when it is gone. */
  readonly place?: Place | undefined;
  readonly imageId?: Block['imageId'];
};

/** From this share of common words on, two lines are one that was changed, not two. In a cell one common word is enough. */
const LIKENESS_MIN = 0.4;
/** One word alone is in many lines. */
const WORDS_OF_A_LINE = 2;
/** Above this many comparisons the whole is taken as replaced, rather than letting an old phone wait. */
const COMPARISONS_MAX = 2_000_000;

/** What has to be changed in the earlier text to become the later one. */
export function differenceOf(before: readonly Block[], after: readonly Block[]): Difference[] {
  const found: Difference[] = [];
  let removed: Block[] = [];
  let added: Block[] = [];
  const flush = () => {
    found.push(...changedLines(removed, added));
    removed = [];
    added = [];
  };
  const rows = new Map([...wordsOfRows(before), ...wordsOfRows(after)]);
  // One cell without words is as another: what stands beside it tells them apart.
  const same = (a: Block, b: Block) =>
    a.kind === b.kind &&
    a.text === b.text &&
    a.imageId === b.imageId &&
    (a.text !== '' || rows.get(a) === rows.get(b));
  for (const step of align(before, after, same)) {
    if (step.type === 'same') {
      flush();
      found.push(lineBetween(step.item, step.now));
    } else if (step.type === 'removed') removed.push(step.item);
    else added.push(step.item);
  }
  flush();
  return found;
}

/** A line as it stands, with nothing said about it. */
export function unchanged({ text, looks: _, ...block }: Block): Difference {
  return { ...block, change: 'same', parts: [{ change: 'same', text }] };
}

/** So many places were changed: what a person would count. */
export function changesIn(differences: readonly Difference[]): number {
  return differences.filter(({ change }) => change !== 'same').length;
}

/** Something was changed, and no word, box or picture. */
export function isFormattingAlone(differences: readonly Difference[]): boolean {
  const changed = differences.filter(({ change }) => change !== 'same');
  return (
    changed.length > 0 &&
    changed.every(
      ({ change, parts, turned = 'restyled' }) =>
        change === 'changed' &&
        turned === 'restyled' &&
        parts.every((part) => part.change === 'same' || part.change === 'restyled'),
    )
  );
}

/** Between two lines that stayed: pairs that are alike are one line that was changed. */
function changedLines(removed: readonly Block[], added: readonly Block[]): Difference[] {
  const alike = (a: Block, b: Block) => {
    if (a.imageId !== b.imageId) return false;
    const like = likeness(a.text, b.text);
    if (!areSameColumn(a, b)) return like >= LIKENESS_MIN || isWithin(a.text, b.text);
    return like > 0 || a.text === '' || b.text === '';
  };
  const lines: Difference[] = [];
  const whole = ({ text, looks: _, ...block }: Block, change: 'added' | 'removed'): Difference => ({
    ...block,
    change,
    parts: [{ change, text }],
  });
  for (const step of align(removed, added, alike)) {
    if (step.type === 'same') lines.push(lineBetween(step.item, step.now));
    else lines.push(whole(step.item, step.type));
  }
  return lines;
}

/** One line that stands in both texts, and what has become of it. */
function lineBetween(before: Block, now: Block): Difference {
  const { text, looks, ...block } = now;
  const turned = turnOf(before, now);
  const isPlain = !before.looks && !looks;
  if (!turned && isPlain && before.text === text) return unchanged(now);
  const parts = wordsBetween(before, now);
  if (!turned && parts.every(({ change }) => change === 'same')) return unchanged(now);
  return { ...block, change: 'changed', parts, ...(turned && { turned }) };
}

function turnOf(before: Block, now: Block): Difference['turned'] {
  if (before.kind === 'task' && now.kind === 'done') return 'ticked';
  if (before.kind === 'done' && now.kind === 'task') return 'unticked';
  const isSame =
    before.kind === now.kind &&
    before.place?.names === now.place?.names &&
    (before.place?.depth ?? 0) === (now.place?.depth ?? 0);
  return isSame ? undefined : 'restyled';
}

/** Of each cell: what its row says. */
function wordsOfRows(blocks: readonly Block[]): Map<Block, string> {
  const found = new Map<Block, string>();
  let row: Block[] = [];
  const end = () => {
    for (const cell of row) found.set(cell, row.map(({ text }) => text).join('|'));
    row = [];
  };
  for (const block of blocks) {
    if (!isInCell(block.place) || row[0]?.place?.row !== block.place?.row) end();
    if (isInCell(block.place)) row.push(block);
  }
  end();
  return found;
}

const areSameColumn = (a: Block, b: Block): boolean =>
  isInCell(a.place) && isInCell(b.place) && a.place?.column === b.place?.column;

type Token = { readonly text: string; readonly look: string };

/** Words with their signs, and spaces. A footnote ends with its bracket: what is written right behind it does not change its last word. */
function tokens({ text, looks = [] }: Block): Token[] {
  return Array.from(text.matchAll(/\s+|[^\s\]]*\]|[^\s\]]+/gu), ({ 0: word, index }) => ({
    text: word,
    look: lookOf(looks, index, index + word.length),
  }));
}

/** How the letters of a word look, counted from its own first. */
function lookOf(looks: readonly Look[], from: number, to: number): string {
  let found = '';
  for (let at = firstPast(looks, ({ until }) => until <= from); at < looks.length; at += 1) {
    const { until, marks } = looks[at] as Look;
    if (until >= to) return found + marks;
    found += `${until - from}${marks}`;
  }
  return found;
}

/** How many of their words two lines have in common, whatever signs stand by them: from 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, other] = [bareWords(a), bareWords(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  const most = Math.max(one.size, other.size);
  return most === 0 ? 0 : common / most;
}

/** Whether all the words of one stand in the other, however much was written around them. */
function isWithin(a: string, b: string): boolean {
  const [one, other] = [bareWords(a), bareWords(b)];
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return few.size >= WORDS_OF_A_LINE && [...few].every((word) => many.has(word));
}

const bareWords = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);

/** Word by word; neighbours of one kind are put together. */
function wordsBetween(before: Block, now: Block): Part[] {
  const parts: { change: Part['change']; text: string }[] = [];
  for (const step of align(tokens(before), tokens(now), (a, b) => a.text === b.text)) {
    const isRestyled = step.type === 'same' && isOtherLook(step.item, step.now);
    const change = isRestyled ? 'restyled' : step.type;
    const last = parts.at(-1);
    if (last?.change === change) last.text += step.item.text;
    else parts.push({ change, text: step.item.text });
  }
  return parts.length === 0 ? [{ change: 'same', text: '' }] : parts;
}

const isOtherLook = (before: Token, now: Token): boolean => before.look !== now.look;

type Step<Item> =
  | { readonly type: 'removed' | 'added'; readonly item: Item }
  /** `item` is the earlier one, `now` what it became. */
  | { readonly type: 'same'; readonly item: Item; readonly now: Item };

/** The longest common order of two lists (Hunt and McIlroy's table), with what comes before removals after them. */
function align<Item>(
  before: readonly Item[],
  after: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): Step<Item>[] {
  let start = 0;
  let [endA, endB] = [before.length, after.length];
  const at = (list: readonly Item[], index: number) => list[index] as Item;
  while (start < Math.min(endA, endB) && same(at(before, start), at(after, start))) start += 1;
  while (endA > start && endB > start && same(at(before, endA - 1), at(after, endB - 1))) {
    endA -= 1;
    endB -= 1;
  }
  const kept = (from: number, to: number, shift: number): Step<Item>[] =>
    Array.from({ length: to - from }, (_, index) => ({
      type: 'same',
      item: at(before, from + index),
      now: at(after, from + index + shift),
    }));
  return [
    ...kept(0, start, 0),
    ...alignMiddle(before.slice(start, endA), after.slice(start, endB), same),
    ...kept(endA, before.length, endB - endA),
  ];
}

function alignMiddle<Item>(
  before: readonly Item[],
  after: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): Step<Item>[] {
  const removed = (item: Item): Step<Item> => ({ type: 'removed', item });
  const added = (item: Item): Step<Item> => ({ type: 'added', item });
  const width = after.length + 1;
  if (before.length * width > COMPARISONS_MAX) return [...before.map(removed), ...after.map(added)];
  /** Length of the longest common order of what is left from (row, column) on. */
  const table = new Uint32Array((before.length + 1) * width);
  const equal = new Uint8Array(before.length * width);
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const here = row * width + column;
      equal[here] = same(before[row] as Item, after[column] as Item) ? 1 : 0;
      table[here] = equal[here]
        ? (table[here + width + 1] ?? 0) + 1
        : Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
    }
  }
  const steps: Step<Item>[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const here = row * width + column;
    const [item, now] = [before[row] as Item, after[column] as Item];
    if (row < before.length && column < after.length && equal[here]) {
      steps.push({ type: 'same', item, now });
      row += 1;
      column += 1;
    } else if (
      column === after.length ||
      (row < before.length && (table[here + width] ?? 0) >= (table[here + 1] ?? 0))
    ) {
      steps.push(removed(item));
      row += 1;
    } else {
      steps.push(added(now));
      column += 1;
    }
  }
  return steps;
}
