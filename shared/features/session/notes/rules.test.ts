import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_NOTES } from '#shared/features/programme/session-notes/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeNotes } from './rules.ts';

const anne = 'anne' as PersonId;
const { version: _, ...empty } = NO_NOTES;

test('F39 NOTES-2 what was written since it was seen is not overwritten, and the same words are no change', () => {
  const before = { ...NO_NOTES, topics: 'Makt', version: 4 };
  const notes = { ...empty, topics: 'Språk' };
  expect(writeNotes(before, { seen: 3, notes }, anne, 1)).toEqual({
    ...{ ok: false, refusal: 'notes-changed' },
  });
  expect(writeNotes(before, { seen: 4, notes }, anne, 1)).toMatchObject({
    facts: [{ type: 'notes-written', notes: { ...notes, version: 5 }, by: anne, at: 1 }],
  });
  const same = { ...empty, topics: 'Makt' };
  expect(writeNotes(before, { seen: 4, notes: same }, anne, 1)).toEqual({ ok: true, facts: [] });
});

test('NOTES-2 whatever two teachers write from what they last saw, each text that is kept was written over one that its writer had seen', () => {
  const writing = fc.record({ teacher: fc.nat(1), looks: fc.boolean(), text: fc.string() });
  fc.assert(
    fc.property(fc.array(writing, { maxLength: 40 }), (acts) => {
      let now = NO_NOTES;
      const seen = [now, now];
      for (const { teacher, looks, text } of acts) {
        if (looks) seen[teacher] = now;
        const screen = seen[teacher] ?? now;
        const asked = { seen: screen.version, notes: { ...empty, topics: text } };
        const decision = writeNotes(now, asked, anne, 1);
        expect(decision.ok).toBe(screen.version === now.version);
        if (!decision.ok) continue;
        expect(screen).toEqual(now);
        now = decision.facts[0]?.notes ?? now;
        seen[teacher] = now;
      }
    }),
  );
});
