import { expect, test } from 'vitest';
import { footnotesIn, readCanonical } from './read-canonical.ts';

test('ASG-17 a text in canonical form is read whole, footnotes by their place', () => {
  const note = { type: 'footnote', attrs: { text: 'Pasient- og brukerrettighetsloven § 3-1' } };
  const canonical = JSON.stringify({
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Hun sa nei.' }, note] },
      { type: 'blockquote', content: [{ type: 'paragraph', content: [note] }] },
    ],
    format: 'mellom-text-1',
  });
  const nodes = readCanonical(canonical);
  expect(nodes.map(({ type }) => type)).toEqual(['paragraph', 'blockquote']);
  expect(nodes[0]?.content[0]).toMatchObject({ type: 'text', text: 'Hun sa nei.', marks: [] });
  expect(footnotesIn(nodes)).toHaveLength(2);
});

test('what is no node of ours is read as nothing', () => {
  for (const odd of ['null', '[]', '{"content":7}', '{"content":[null,1,{"type":{},"marks":[2]}]}'])
    expect(() => readCanonical(odd)).not.toThrow();
});
