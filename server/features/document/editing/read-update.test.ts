import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fitInto, MalformedUpdate, readUpdate } from './read-update.ts';
import { chanceOf, typeAtRandom } from './testing/random-edits.ts';

const known = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

/** Every update that two documents make while they are edited at random and told to each other. */
function updatesOf(seed: number): { readonly updates: Uint8Array[]; readonly doc: Y.Doc } {
  const chance = chanceOf(seed);
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const doc of [one, two]) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'told') return;
      updates.push(update);
      Y.applyUpdate(doc === one ? two : one, update, 'told');
    });
  }
  for (let nth = 0; nth < 60; nth++) typeAtRandom(nth % 2 ? one : two, chance);
  return { updates, doc: one };
}

describe('reading an update', () => {
  test('DOC-20 what Yjs writes is read as Yjs reads it', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const { updates, doc } = updatesOf(seed);
      for (const update of [...updates, Y.encodeStateAsUpdate(doc), Y.mergeUpdates(updates)]) {
        const shape = readUpdate(update);
        const ends = new Map<number, number>();
        for (const { client, to } of shape.spans) ends.set(client, to);
        expect(ends).toEqual(Y.parseUpdateMeta(update).to);
        expect(shape.deletes).toBe(Y.decodeUpdate(update).ds.clients.size > 0);
      }
    }
  });

  test('DOC-20 updates in their order fit, and one left out is a gap for what builds on it', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { updates } = updatesOf(seed);
      const doc = new Y.Doc();
      for (const [nth, update] of updates.entries()) {
        expect(fitInto(readUpdate(update), known(doc)).kind).toBe('fits');
        Y.applyUpdate(doc, update);
        expect(doc.store.pendingStructs).toBeNull();
        // Whatever fits is applied whole; whatever does not would have been parked.
        const later = updates[nth + 2];
        if (!later) continue;
        const trial = new Y.Doc();
        Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
        const before = known(trial);
        Y.applyUpdate(trial, later);
        const parked = trial.store.pendingStructs !== null || trial.store.pendingDs !== null;
        expect(fitInto(readUpdate(later), before).kind).toBe(parked ? 'gap' : 'fits');
      }
    }
  });

  test('DOC-21 bytes of the second version, cut bytes, bytes too many and documents within are no updates', () => {
    const { doc } = updatesOf(7);
    const whole = Y.encodeStateAsUpdate(doc);
    const within = new Y.Doc();
    within.getMap('m').set('inner', new Y.Doc());
    // biome-ignore lint/plugin: the bytes that nobody else may make
    const second = Y.encodeStateAsUpdateV2(doc);
    const bad = [
      second,
      whole.subarray(0, whole.length - 1),
      Uint8Array.from([...whole, 0]),
      new Uint8Array(0),
      Y.encodeStateAsUpdate(within),
      // A client twice, a length of nothing, a clock that runs away.
      Uint8Array.from([2, 1, 5, 0, 0, 1, 1, 5, 1, 0, 1, 0]),
      Uint8Array.from([1, 1, 5, 0, 0, 0, 0]),
      Uint8Array.from([1, 1, 5, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f, 0]),
    ];
    for (const bytes of bad) expect(() => readUpdate(bytes)).toThrow(MalformedUpdate);
  });

  test('DOC-21 whatever mutated bytes are taken, Yjs can apply too', () => {
    const chance = chanceOf(11);
    const { updates, doc } = updatesOf(11);
    let taken = 0;
    for (let nth = 0; nth < 20_000; nth++) {
      const bytes = Uint8Array.from(updates[nth % updates.length] ?? []);
      for (let flips = 0; flips <= nth % 3; flips++) {
        bytes[Math.floor(chance() * bytes.length)] = Math.floor(chance() * 256);
      }
      const trial = new Y.Doc();
      Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
      const before = known(trial);
      let fits = false;
      try {
        fits = fitInto(readUpdate(bytes), before).kind === 'fits';
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedUpdate);
      }
      if (!fits) continue;
      taken++;
      expect(() => Y.applyUpdate(trial, bytes)).not.toThrow();
      expect(trial.store.pendingStructs).toBeNull();
    }
    expect(taken).toBeGreaterThan(100);
  }, 120_000);
});
