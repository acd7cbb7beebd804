import { Schema } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SPAN_MAX, spanOf } from './cell-span.ts';
import { boundSpans } from './table-cells.ts';

const cell = { content: 'text*', attrs: { colspan: { default: 1 }, rowspan: { default: 1 } } };
const schema = new Schema({
  nodes: { doc: { content: 'tableCell+' }, tableCell: cell, tableHeader: cell, text: {} },
});
boundSpans(schema);

test('X18 whatever a span says, it is one that can be drawn', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.double()), (given) => {
      const span = spanOf(given);
      expect(Number.isInteger(span) && span >= 1 && span <= SPAN_MAX).toBe(true);
    }),
  );
  expect(
    [2, '3', 50_000_000, Number.POSITIVE_INFINITY, 0, -1, Number.NaN, null].map(spanOf),
  ).toEqual([2, 3, SPAN_MAX, SPAN_MAX, 1, 1, 1, 1]);
});

test('X18 a stored cell that would be millions of columns wide is made into one that can be drawn', () => {
  for (const type of ['tableCell', 'tableHeader', schema.nodes.tableCell] as const) {
    if (!type) throw new Error('no cells');
    const made = schema.node(type, { colspan: 50_000_000, rowspan: '9e9' });
    expect(made.attrs).toEqual({ colspan: SPAN_MAX, rowspan: SPAN_MAX });
  }
  expect(schema.node('tableCell', { colspan: 2 }).attrs).toEqual({ colspan: 2, rowspan: 1 });
});
