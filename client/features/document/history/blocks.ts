import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/** A line of text as a reader meets it: a heading, a paragraph, a point in a list, a cell. */
export type Block = {
  readonly kind:
    | 'heading'
    | 'subheading'
    | 'paragraph'
    | 'point'
    | 'task'
    | 'quote'
    | 'cell'
    | 'image';
  readonly text: string;
};

/** The text of a document, line by line, without the editor. */
export function blocksOf(doc: Y.Doc): Block[] {
  return elementsOf(doc)
    .map(({ kind, element }) => ({ kind, text: textOf(element) }))
    .filter(({ text }) => text.trim() !== '');
}

/** What each line is made of. */
export function elementsOf(doc: Y.Doc): LineElement[] {
  const lines: LineElement[] = [];
  walk(doc.getXmlFragment(TEXT_FIELD), 'paragraph', lines);
  return lines;
}

type LineElement = { readonly kind: Block['kind']; readonly element: Y.XmlElement };

/** The same of a version, as the server keeps it. */
export function blocksOfState(state: Uint8Array): Block[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const blocks = blocksOf(doc);
  doc.destroy();
  return blocks;
}

const CONTAINERS: Readonly<Record<string, Block['kind']>> = {
  listItem: 'point',
  taskItem: 'task',
  blockquote: 'quote',
  tableCell: 'cell',
  tableHeader: 'cell',
};

function walk(parent: Y.XmlFragment, kind: Block['kind'], into: LineElement[]): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    switch (child.nodeName) {
      case 'paragraph':
        into.push({ kind, element: child });
        break;
      case 'heading':
        into.push({ kind: level(child) > 2 ? 'subheading' : 'heading', element: child });
        break;
      case 'image':
        into.push({ kind: 'image', element: child });
        break;
      default:
        walk(child, CONTAINERS[child.nodeName] ?? kind, into);
    }
  }
}

const level = (element: Y.XmlElement): number => Number(element.getAttribute('level') ?? 2);

/** Marks are left out: bold is no difference in what was said. A footnote stands in brackets where its mark is. */
function textOf(element: Y.XmlElement): string {
  // Decoration says nothing, and so nothing has changed in what is said.
  if (element.nodeName === 'image') return element.getAttribute('alt') ?? '';
  return element
    .toArray()
    .map((part) => {
      if (part instanceof Y.XmlText)
        return part
          .toDelta()
          .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
          .join('');
      if (!(part instanceof Y.XmlElement)) return '';
      if (part.nodeName === 'hardBreak') return '\n';
      return part.nodeName === 'footnote' ? ` [${part.getAttribute('text') ?? ''}]` : textOf(part);
    })
    .join('');
}
