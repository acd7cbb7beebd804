import { Extension } from '@tiptap/core';
import { TableCell, TableHeader } from '@tiptap/extension-table';
import type { Schema } from '@tiptap/pm/model';
import { spanOf } from './cell-span.ts';

const SPANS = ['colspan', 'rowspan'] as const;

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
