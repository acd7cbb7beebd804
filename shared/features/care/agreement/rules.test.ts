import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeAgreement as command } from './commands.ts';
import { writeAgreement } from './rules.ts';

type Version = { version: number; text: string };

test('F40 AGREE-2 AGREE-3 whatever people write from whatever they saw, versions follow each other, and nobody’s words are lost unseen', () => {
  const write = fc.record({ back: fc.nat(2), text: fc.constantFrom('a', 'b', 'c', 'd') });
  fc.assert(
    fc.property(fc.array(write), (writes) => {
      const all: Version[] = [];
      for (const { back, text } of writes) {
        const current = all.at(-1) ?? null;
        const from = Math.max(0, all.length - back);
        const decision = writeAgreement(current, { from, text });
        if (!decision.ok) {
          expect(from).not.toBe(all.length);
          continue;
        }
        all.push(...decision.facts);
        // Accepted: they had seen what stood there, or wrote the same.
        if (decision.facts.length > 0) expect(from).toBe(all.length - 1);
        expect(all.at(-1)?.text).toBe(text);
      }
      expect(all.map(({ version }) => version)).toEqual(all.map((_, nth) => nth + 1));
      for (const [nth, { text }] of all.entries()) expect(text).not.toBe(all[nth - 1]?.text);
    }),
  );
});

test('AGREE-5 an empty text, one too long, and one that cannot be read are refused', () => {
  const sessionId = '01900000-0000-7000-8000-000000000000';
  const accepts = (text: unknown) => command.input.safeParse({ sessionId, from: 0, text }).success;
  expect(accepts('Alle kan si pass.\n\nVi spør før vi gir råd.')).toBe(true);
  expect(accepts('a'.repeat(4_000))).toBe(true);
  for (const bad of ['', '  \n', 'a'.repeat(4_001), 'a\u0000', '\udfff', 1])
    expect(accepts(bad), String(bad)).toBe(false);
});
