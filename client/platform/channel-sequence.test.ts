import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactBatch } from '#shared/wire/socket-events.ts';
import {
  after,
  emptySequence,
  hearHead,
  isBehind,
  type Sequence,
  takeBatches,
  takeSnapshot,
} from './channel-sequence.ts';

/** The state is the list of everything that was ever applied: any repeat, loss or disorder shows. */
type Log = readonly string[];
const evolve = (log: Log, fact: string): Log => [...log, fact];
const batch = (revision: number, ...facts: string[]): FactBatch => ({ revision, facts });
const at = (revision: number, log: Log): Sequence<Log> =>
  takeSnapshot(emptySequence<Log>(), revision, log, evolve).sequence;

test('facts that come before the snapshot wait for it, and those it holds are let go', () => {
  const early = takeBatches(emptySequence<Log>(), [batch(4, 'd'), batch(5, 'e')], evolve).sequence;
  expect(early.current).toBeNull();
  const step = takeSnapshot(early, 4, ['a', 'b', 'c', 'd'], evolve);
  expect(step.sequence.current).toEqual({ revision: 5, state: ['a', 'b', 'c', 'd', 'e'] });
  expect(step.facts).toEqual(['e']);
});

test('an empty batch carries the revision forward: it was for others', () => {
  const step = takeBatches(at(3, ['a']), [batch(4), batch(5, 'b')], evolve);
  expect(step.sequence.current).toEqual({ revision: 5, state: ['a', 'b'] });
});

test('a snapshot raises the head: what came out before it is known to exist', () => {
  expect(at(3, ['a']).head).toBe(3);
  const early = takeBatches(emptySequence<Log>(), [batch(9, 'i')], evolve).sequence;
  expect(takeSnapshot(early, 4, [], evolve).sequence.head).toBe(9);
});

test('what tells nothing new leaves the sequence as it is, so that nothing is drawn again', () => {
  const sequence = at(3, ['a']);
  expect(takeSnapshot(sequence, 3, ['other'], evolve).sequence).toBe(sequence);
  expect(hearHead(sequence, 3)).toBe(sequence);
});

test('a gap holds what lies beyond it, and the question starts before it', () => {
  const { sequence } = takeBatches(at(3, []), [batch(5, 'e')], evolve);
  expect(isBehind(sequence)).toBe(true);
  expect(after(sequence)).toBe(3);
  expect(takeBatches(sequence, [batch(4, 'd')], evolve).sequence.current).toEqual({
    revision: 5,
    state: ['d', 'e'],
  });
});

test('a head beyond ours shows a miss in silence; an old head shows nothing', () => {
  expect(isBehind(hearHead(at(3, []), 4))).toBe(true);
  expect(isBehind(hearHead(at(3, []), 2))).toBe(false);
});

test('an older snapshot does not take back what is known', () => {
  const ours = at(7, ['new']);
  expect(takeSnapshot(ours, 6, ['old'], evolve).sequence).toBe(ours);
});

test('X7 duplicates, reordering and drops with later fetches end equal to the model', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }), { maxLength: 30 }),
      fc.array(fc.nat({ max: 40 }), { maxLength: 120 }),
      fc.nat({ max: 30 }),
      (history, deliveries, snapshotAt) => {
        const batches = history.map((facts, index) => batch(index + 1, ...facts));
        const model = (revision: number) => history.slice(0, revision).flat();
        let sequence = emptySequence<Log>();
        const heard: string[] = [];
        let from = 0;
        const keep = (step: { sequence: Sequence<Log>; facts: readonly string[] }) => {
          sequence = step.sequence;
          heard.push(...step.facts);
        };

        deliveries.forEach((pick, turn) => {
          if (turn === deliveries.length >> 1) {
            from = Math.min(snapshotAt, history.length);
            keep(takeSnapshot(sequence, from, model(from), evolve));
          }
          const delivered = batches[pick % Math.max(1, batches.length)];
          if (delivered) keep(takeBatches(sequence, [delivered], evolve));
          if (sequence.current)
            expect(sequence.current.state).toEqual(model(sequence.current.revision));
        });

        if (sequence.current === null) {
          from = 0;
          keep(takeSnapshot(sequence, 0, [], evolve));
        }
        sequence = hearHead(sequence, history.length);
        if (isBehind(sequence))
          keep(takeBatches(sequence, batches.slice(after(sequence) ?? 0), evolve));

        expect(isBehind(sequence)).toBe(false);
        expect(sequence.current).toEqual({
          revision: history.length,
          state: model(history.length),
        });
        expect(sequence.early.size).toBe(0);
        expect(heard).toEqual(history.slice(from).flat());
      },
    ),
    { numRuns: 500 },
  );
});
