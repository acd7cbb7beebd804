import { Extension } from '@tiptap/core';
import { TableCell, TableHeader } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';

/**
 * Over so many columns or rows a cell reaches at the most: as many as word processors let a table have. Every column is
 * drawn, so that one cell that says millions would hold up the browser of whoever opens its document.
 */
export const SPAN_MAX = 63;

const SPANS = ['colspan', 'rowspan'] as const;

/** A whole number from 1 to `SPAN_MAX`, whatever stands there. */
export function spanOf(given: unknown): number {
  // Nothing else is a span, and an object that is asked for its number may throw.
  const isSpan = typeof given === 'number' || typeof given === 'string';
  const number = isSpan ? Math.floor(Number(given)) : 1;
  return number >= 1 ? Math.min(number, SPAN_MAX) : 1;
}

const ofPasted = Object.fromEntries(
  SPANS.map((name) => [
    name,
    { default: 1, parseHTML: (cell: HTMLElement) => spanOf(cell.getAttribute(name)) },
  ]),
);

/**
 * Lets the nodes that are made from a document's stored text have spans that can be drawn. The text itself stays as it is:
 * whoever only reads writes nothing.
 */
export function boundSpans(schema: Schema): void {
  const make = schema.node.bind(schema);
  schema.node = (type, attrs, ...more) => {
    const name = typeof type === 'string' ? type : type.name;
    const isCell = name === TableCell.name || name === TableHeader.name;
    return make(type, isCell ? withSpans(attrs) : attrs, ...more);
  };
}

function withSpans(attrs: Readonly<Record<string, unknown>> | null | undefined) {
  const said = SPANS.filter((name) => attrs?.[name] !== undefined);
  return { ...attrs, ...Object.fromEntries(said.map((name) => [name, spanOf(attrs?.[name])])) };
}

/** The cells of tables, pasted or stored, with spans that can be drawn. */
export const tableCells = [
  ...[TableCell, TableHeader].map((cell) =>
    cell.extend({
      addAttributes() {
        return { ...this.parent?.(), ...ofPasted };
      },
    }),
  ),
  Extension.create({
    name: 'boundSpans',
    onBeforeCreate() {
      boundSpans(this.editor.schema);
    },
  }),
];
