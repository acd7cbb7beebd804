import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

/** A line of text as a reader meets it: a heading, a paragraph, a point in a list, a cell. */
export type Block = {
  readonly kind: 'heading' | 'subheading' | 'paragraph' | 'point' | 'task' | 'quote' | 'cell';
  readonly text: string;
};

/** The text of a document, line by line, without the editor. */
export function blocksOf(doc: Y.Doc): Block[] {
  const blocks: Block[] = [];
  walk(doc.getXmlFragment(TEXT_FIELD), 'paragraph', blocks);
  return blocks;
}

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

function walk(parent: Y.XmlFragment, kind: Block['kind'], into: Block[]): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    switch (child.nodeName) {
      case 'paragraph':
        add({ kind, text: textOf(child) }, into);
        break;
      case 'heading':
        add({ kind: level(child) > 2 ? 'subheading' : 'heading', text: textOf(child) }, into);
        break;
      default:
        walk(child, CONTAINERS[child.nodeName] ?? kind, into);
    }
  }
}

const level = (element: Y.XmlElement): number => Number(element.getAttribute('level') ?? 2);

function add(block: Block, into: Block[]): void {
  if (block.text.trim() !== '') into.push(block);
}

/** Marks are left out: bold is no difference in what was said. A footnote stands in brackets where its mark is. */
function textOf(element: Y.XmlElement): string {
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
