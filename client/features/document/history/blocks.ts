import * as Y from 'yjs';
import type { ImageId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { isImageId } from '../images/image-id.ts';

/** A line of text as a reader meets it: a heading, a paragraph, a point in a list, a cell. */
export type Block = {
  readonly kind:
    | 'heading'
    | 'subheading'
    | 'paragraph'
    | 'point'
    | 'numbered'
    | 'task'
    | 'done'
    | 'quote'
    | 'cell'
    | 'image';
  readonly text: string;
  /** Where it stands among its neighbours. Two lines that say the same are the same, also when one has moved up a number. */
  readonly place?: Place;
  /** Of a picture: which. */
  readonly imageId?: ImageId;
  /** How its letters look, stretch by stretch. Left out where nothing is bold, a link or the like. */
  readonly looks?: readonly Look[];
};

/** Letters up to and without `until` that look alike. */
export type Look = { readonly until: number; readonly marks: string };

export type Place = {
  /** Of a numbered point. */
  readonly number?: number;
  /** How far in a point of a list within a list is: from 0. */
  readonly depth?: number;
  /** Of what stands in a cell: rows are counted through all the tables of the text, columns from 0 in each row. */
  readonly row?: number;
  readonly column?: number;
  /** Of what stands in a cell that names its row or column. */
  readonly names?: true;
};

/** The text of a document, line by line, without the editor. */
export function blocksOf(doc: Y.Doc): Block[] {
  return elementsOf(doc)
    .map(({ kind, element, place }) => {
      const runs = runsOf(element);
      const text = runs.map((run) => run.text).join('');
      return { kind, text, ...detailsOf(element, place), ...looksOf(runs) };
    })
    .filter(({ place, text }) => isInCell(place) || text.trim() !== '');
}

/** It stands in its table, also without words. */
export const isInCell = (place: Place | undefined): boolean => place?.row !== undefined;

/** Where a line stands, and which picture it is, as far as there is something to say. */
export function detailsOf(element: Y.XmlElement, place: Place): Pick<Block, 'place' | 'imageId'> {
  const imageId = element.nodeName === 'image' ? element.getAttribute('imageId') : undefined;
  return {
    ...(Object.keys(place).length > 0 && { place }),
    ...(isImageId(imageId) && { imageId }),
  };
}

/** What each line is made of. */
export function elementsOf(doc: Y.Doc): LineElement[] {
  const walking: Walking = { lines: [], rows: 0 };
  walk(doc.getXmlFragment(TEXT_FIELD), { kind: 'paragraph', place: {} }, walking);
  return walking.lines;
}

type LineElement = {
  readonly kind: Block['kind'];
  readonly element: Y.XmlElement;
  readonly place: Place;
};
type Walking = { readonly lines: LineElement[]; rows: number };
type Within = { readonly kind: Block['kind']; readonly place: Place };

/** The same of a version, as the server keeps it. */
export function blocksOfState(state: Uint8Array): Block[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const blocks = blocksOf(doc);
  doc.destroy();
  return blocks;
}

function walk(parent: Y.XmlFragment, within: Within, into: Walking): void {
  parent.toArray().forEach((child, nth) => {
    if (!(child instanceof Y.XmlElement)) return;
    switch (child.nodeName) {
      case 'paragraph':
        into.lines.push({ ...within, element: child });
        break;
      case 'heading':
        into.lines.push({
          kind: level(child) > 2 ? 'subheading' : 'heading',
          element: child,
          place: cellOf(within.place),
        });
        break;
      case 'image':
        into.lines.push({ kind: 'image', element: child, place: cellOf(within.place) });
        break;
      case 'tableRow':
        walk(child, within, into);
        into.rows += 1;
        break;
      default:
        walk(child, insideOf(child, { nth, within, parent, row: into.rows }), into);
    }
  });
}

/** What the lines within an element are, by what it is itself. */
function insideOf(
  element: Y.XmlElement,
  at: {
    readonly nth: number;
    readonly within: Within;
    readonly parent: Y.XmlFragment;
    readonly row: number;
  },
): Within {
  const { depth } = at.within.place;
  const inCell = cellOf(at.within.place);
  const inList: Place = { ...inCell, ...(depth && { depth }) };
  switch (element.nodeName) {
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return {
        ...at.within,
        place: { ...inCell, depth: isInList(at.within) ? (depth ?? 0) + 1 : 0 },
      };
    case 'listItem': {
      const list = at.parent as Y.XmlElement;
      if (list.nodeName !== 'orderedList') return { kind: 'point', place: inList };
      const number = Number(list.getAttribute('start') ?? 1) + at.nth;
      return { kind: 'numbered', place: { ...inList, number } };
    }
    case 'taskItem':
      return { kind: isChecked(element) ? 'done' : 'task', place: inList };
    case 'blockquote':
      return { kind: 'quote', place: inCell };
    case 'tableCell':
    case 'tableHeader': {
      const names = element.nodeName === 'tableHeader';
      return { kind: 'cell', place: { row: at.row, column: at.nth, ...(names && { names }) } };
    }
    default:
      return at.within;
  }
}

/** Of a place, the cell that it is in. */
function cellOf({ row, column, names }: Place): Place {
  if (row === undefined || column === undefined) return {};
  return { row, column, ...(names && { names }) };
}

const isInList = ({ kind }: Within): boolean =>
  ['point', 'numbered', 'task', 'done'].includes(kind);

/** Any value may be an attribute; the type knows of text alone. */
const isChecked = (element: Y.XmlElement): boolean =>
  ['true', 'checked'].includes(String(element.getAttribute('checked')));

const level = (element: Y.XmlElement): number => Number(element.getAttribute('level') ?? 2);

type Run = { readonly text: string; readonly marks: string };

/** A footnote stands in brackets where its mark is. */
function runsOf(element: Y.XmlElement): Run[] {
  // Decoration says nothing, and so nothing has changed in what is said.
  if (element.nodeName === 'image') return [plain(element.getAttribute('alt') ?? '')];
  return element.toArray().flatMap((part): Run[] => {
    if (part instanceof Y.XmlText) {
      return part
        .toDelta()
        .map(({ insert, attributes }: { insert: unknown; attributes?: object }) => ({
          text: typeof insert === 'string' ? insert : '',
          marks: marksOf(attributes ?? {}),
        }));
    }
    if (!(part instanceof Y.XmlElement)) return [];
    if (part.nodeName === 'hardBreak') return [plain('\n')];
    return part.nodeName === 'footnote'
      ? [plain(` [${part.getAttribute('text') ?? ''}]`)]
      : runsOf(part);
  });
}

const plain = (text: string): Run => ({ text, marks: '' });

/** The same marks are the same text, in whatever order they were put on. */
function marksOf(attributes: object): string {
  const marks = Object.entries(attributes).map((mark) => JSON.stringify(mark));
  return marks.sort().join();
}

function looksOf(runs: readonly Run[]): Pick<Block, 'looks'> {
  if (runs.every(({ marks }) => marks === '')) return {};
  let until = 0;
  const looks: Look[] = [];
  for (const { text, marks } of runs) {
    until += text.length;
    if (looks.at(-1)?.marks === marks) looks.pop();
    looks.push({ until, marks });
  }
  return { looks };
}
