import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Ends, hashOfLink, type Link, makeWalk } from './chain.ts';

const word = fc.stringMatching(/^[a-z][a-z-]{1,10}$/);
const fields = fc.record({
  atMs: fc.nat(),
  actorId: fc.option(fc.uuid()),
  subjectId: fc.option(fc.uuid()),
  action: word,
  object: fc.option(word, { nil: '' }),
  outcome: fc.constantFrom('done', 'refused'),
});
const chains = fc
  .tuple(fc.array(fields, { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 500 }), word)
  .map(([all, firstSeq, beforeFirst]): { links: Link[]; ends: Ends } => {
    let before = beforeFirst;
    const links = all.map((each, nth) => {
      const link = { seq: firstSeq + nth, ...each };
      before = hashOfLink(before, link);
      return { ...link, hash: before };
    });
    return {
      links,
      ends: { firstSeq, beforeFirst, lastSeq: firstSeq + links.length - 1, lastHash: before },
    };
  });

function brokenAt(links: readonly Link[], ends: Ends): number | null {
  const walk = makeWalk(ends);
  for (const link of links) walk.step(link);
  return walk.end();
}

test('AUDIT-3 a chain as it was written holds', () => {
  fc.assert(
    fc.property(chains, ({ links, ends }) => {
      expect(brokenAt(links, ends)).toBeNull();
    }),
  );
});

test('AUDIT-3 a line that was changed is found where it stands', () => {
  const changed = fc.tuple(chains, fc.nat(), fields);
  fc.assert(
    fc.property(changed, ([{ links, ends }, nth, other]) => {
      const at = nth % links.length;
      const was = links[at] as Link;
      const now = { ...was, ...other };
      fc.pre(hashOfLink('', was) !== hashOfLink('', now));
      expect(brokenAt(links.with(at, now), ends)).toBe(was.seq);
      // Also by somebody who knows how the hash is made: the next line gives it away, or the end.
      const before = links[at - 1]?.hash ?? ends.beforeFirst;
      const forged = { ...now, hash: hashOfLink(before, now) };
      const found = brokenAt(links.with(at, forged), ends);
      expect(found).toBe(was.seq + 1);
    }),
  );
});

test('AUDIT-3 a line that is missing, also the last, and lines that changed places are found', () => {
  fc.assert(
    fc.property(chains, fc.nat(), ({ links, ends }, nth) => {
      const at = nth % links.length;
      const missing = links.filter((_, other) => other !== at);
      expect(brokenAt(missing, ends)).toBe(links[at]?.seq);
      const other = (at + 1) % links.length;
      const swapped = links.with(at, links[other] as Link).with(other, links[at] as Link);
      expect(brokenAt(swapped, ends)).not.toBeNull();
      const renumbered = swapped.map((link, place) => ({ ...link, seq: ends.firstSeq + place }));
      fc.pre(
        hashOfLink('', { ...links[at], seq: 0 } as Link) !==
          hashOfLink('', { ...links[other], seq: 0 } as Link),
      );
      expect(brokenAt(renumbered, ends)).not.toBeNull();
    }),
  );
});
