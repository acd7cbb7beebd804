import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { PersonId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import {
  type Authors,
  authorsOf,
  authorsToStore,
  noteAuthor,
  sharesOf,
  wordsOf,
} from './authors.ts';
import { cameBack } from './come-back.ts';
import { type GoneLetters, makeGoneLetters } from './gone-letters.ts';
import { changeTo } from './make-like.ts';
import { ownersOf } from './owners.ts';
import { chanceOf } from './testing/random-edits.ts';

const [amina, ingrid] = ['amina', 'ingrid'] as unknown as [PersonId, PersonId];

type Kept = { readonly doc: Y.Doc; readonly authors: Authors; readonly gone: GoneLetters };
const knownOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));
const empty = (): Kept => ({ doc: new Y.Doc(), authors: new Map(), gone: makeGoneLetters([]) });

/** As the server takes a row of its log. */
function take({ doc, authors, gone }: Kept, update: Uint8Array, by: PersonId | null): void {
  const before = knownOf(doc);
  const others = doc.transact((transaction) => {
    Y.applyUpdate(doc, update);
    return cameBack(transaction, { before, authors, gone, by });
  });
  noteAuthor(authors, before, knownOf(doc), by, others);
}

/** As it is stored and read again. */
function fromCold({ doc, authors, gone }: Kept): Kept {
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  const stored = JSON.parse(JSON.stringify([authorsToStore(authors), gone.toStore()]));
  return { doc: again, authors: authorsOf(stored[0]), gone: makeGoneLetters(stored[1]) };
}

/** People who write together, and what is stored: as it goes, and as it is after it was put together before each change. */
function together(...people: (PersonId | null)[]) {
  const live = empty();
  let cold = empty();
  const docs = people.map(() => new Y.Doc());
  const undos = docs.map(
    (doc) =>
      new Y.UndoManager(doc.getXmlFragment(TEXT_FIELD), {
        trackedOrigins: new Set(['keys']),
        captureTimeout: 60_000,
      }),
  );
  const share = () => {
    docs.forEach((doc, nth) => {
      const update = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(live.doc));
      cold = fromCold(cold);
      take(live, update, people[nth] ?? null);
      take(cold, update, people[nth] ?? null);
    });
    for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(live.doc));
  };
  const shares = () => {
    const now = sharesOf(live.doc, live.authors);
    expect(sharesOf(cold.doc, cold.authors)).toEqual(now);
    return Object.fromEntries(now.map(({ personId, words }) => [personId, words]));
  };
  return {
    live,
    shares,
    /** One change of somebody's, stored and seen by all. */
    does(nth: number, change: (root: Y.XmlFragment) => void, goesOn = false) {
      const doc = docs[nth] as Y.Doc;
      if (!goesOn) undos[nth]?.stopCapturing();
      doc.transact(() => change(doc.getXmlFragment(TEXT_FIELD)), 'keys');
      share();
    },
    undo(nth: number) {
      undos[nth]?.undo();
      share();
    },
    redo(nth: number) {
      undos[nth]?.redo();
      share();
    },
  };
}

const block = (name: string, ...texts: string[]) => {
  const made = new Y.XmlElement(name);
  made.insert(
    0,
    texts.map((text) => new Y.XmlText(text)),
  );
  return made;
};
const textAt = (root: Y.XmlFragment, at: number, within = 0) =>
  (root.get(at) as Y.XmlElement).get(within) as Y.XmlText;

/** Words that nobody has written before, letters deleted, marks. */
function writeAtRandom(root: Y.XmlFragment, nth: number, chance: () => number): void {
  const below = (limit: number) => Math.floor(chance() * limit);
  const word = `${['makt', 'språk', 'nærhet', 'tillit'][below(4)]}${String.fromCharCode(97 + nth)} `;
  if (root.length === 0 || chance() < 0.2) {
    root.insert(below(root.length + 1), [block('paragraph', word)]);
    return;
  }
  const text = textAt(root, below(root.length));
  const kind = below(6);
  if (kind === 0 && text.length > 2) text.format(0, below(text.length), { bold: true });
  else if (kind < 3 && text.length > 3) text.delete(below(text.length - 2), 1 + below(2));
  else text.insert(below(text.length + 1), word);
}

describe('DOC-13 words that come back are whose they were', () => {
  const [A, I] = [0, 1];
  function begun() {
    const group = together(amina, ingrid);
    group.does(I, (root) => root.push([block('paragraph', 'Siri ber om innsyn i journalen. ')]));
    group.does(A, (root) => textAt(root, 0).insert(32, 'Ny setning av Amina.'));
    expect(group.shares()).toEqual({ ingrid: 6, amina: 4 });
    return group;
  }

  test('F48 when somebody undoes that they deleted them', () => {
    const group = begun();
    for (let nth = 0; nth < 3; nth++) {
      if (nth === 0) group.does(I, (root) => textAt(root, 0).delete(32, 20));
      else group.redo(I);
      expect(group.shares()).toEqual({ ingrid: 6 });
      group.undo(I);
      expect(group.shares()).toEqual({ ingrid: 6, amina: 4 });
    }
  });

  test('F48 when a whole block is gone, in one press or letter by letter', () => {
    const group = begun();
    group.does(I, (root) => root.delete(0, 1));
    expect(group.shares()).toEqual({});
    group.undo(I);
    expect(group.shares()).toEqual({ ingrid: 6, amina: 4 });

    for (let left = 52; left > 0; left--) {
      group.does(I, (root) => textAt(root, 0).delete(left - 1, 1), left < 52);
    }
    group.does(I, (root) => root.delete(0, 1), true);
    expect(group.shares()).toEqual({});
    group.undo(I);
    expect(group.live.doc.getXmlFragment(TEXT_FIELD).toString()).toContain('av Amina.');
    expect(group.shares()).toEqual({ ingrid: 6, amina: 4 });
  });

  test('F48 also short ones, of two who wrote the same, and a letter put into another’s word', () => {
    const group = begun();
    group.does(A, (root) => root.push([block('bulletList', 'Ja ', 'Spåk ')]));
    group.does(I, (root) => textAt(root, 1, 1).insert(2, 'r'));
    group.does(I, (root) => (root.get(1) as Y.XmlElement).insert(2, [new Y.XmlText('Ja ')]));
    const before = group.shares();
    expect(before).toEqual({ ingrid: 7, amina: 6 });
    group.does(I, (root) => root.delete(0, 2));
    group.undo(I);
    expect(group.shares()).toEqual(before);
  });

  test('F48 when somebody splits, joins, moves or turns into a heading what others wrote', () => {
    const group = begun();
    const before = group.shares();
    const anew = (parts: string[], name = 'paragraph') =>
      group.does(I, (root) => {
        root.insert(
          root.length,
          parts.map((text) => block(name, text)),
        );
        root.delete(0, root.length - parts.length);
      });
    anew(['Siri ber om innsyn i journalen. Ny setning av Amina.'], 'heading');
    expect(group.shares()).toEqual(before);
    group.does(I, (root) => {
      textAt(root, 0).delete(38, 14);
      root.push([block('heading', 'ning av Amina.')]);
    });
    expect(group.shares()).toEqual({ ingrid: 6, amina: 5 });
    group.does(I, (root) => {
      root.delete(1, 1);
      textAt(root, 0).insert(38, 'ning av Amina.');
    });
    expect(group.shares()).toEqual(before);
    // Cut, and put in elsewhere later.
    group.does(I, (root) => textAt(root, 0).delete(32, 20));
    group.does(I, (root) => root.insert(0, [block('paragraph', 'Ny setning av Amina.')]));
    expect(group.shares()).toEqual(before);
  });

  test('F48 and what a template said stays nobody’s', () => {
    const group = together(null, ingrid);
    group.does(0, (root) => root.push([block('paragraph', 'Hva er saken?')]));
    group.does(1, (root) => textAt(root, 0).insert(13, ' Vår sak.'));
    for (const take of [
      (root: Y.XmlFragment) => root.delete(0, 1),
      (root: Y.XmlFragment) => textAt(root, 0).delete(0, 13),
    ]) {
      group.does(1, take);
      group.undo(1);
      expect(group.shares()).toEqual({ ingrid: 2 });
      expect(wordsOf(group.live.doc, group.live.authors)).toEqual({ words: 2, fromTemplate: 3 });
    }
  });

  test('DOC-41 and the number that they come back under is whose who brings them', () => {
    const group = begun();
    group.does(I, (root) => textAt(root, 0).delete(32, 20));
    group.undo(I);
    const owners = ownersOf(group.live.authors, knownOf(group.live.doc));
    expect(owners.map(([, owner]) => owner).sort()).toEqual([amina, ingrid]);
  });
});

describe('DOC-13 nobody is told to have written what they did not', () => {
  function gone() {
    const group = together(amina, ingrid);
    group.does(0, (root) => root.push([block('paragraph', 'Jeg har ikke sett det. Å, ja.')]));
    group.does(1, (root) => root.push([block('paragraph', 'Ingrids.')]));
    return group;
  }

  test('F48 not by letters and words of theirs that are put together otherwise', () => {
    for (const said of ['Jeg har sett', 'ikke', 'jeg', 'Jatt', 'Jeg', 'kke sett det', 'i', 'Å']) {
      const group = gone();
      group.does(1, (root) => textAt(root, 0).delete(0, 29));
      group.does(1, (root) => textAt(root, 0).insert(0, said));
      expect(group.shares().amina, said).toBeUndefined();
    }
  });

  test('F48 not by a block that only looks like one that came back', () => {
    for (const said of ['Jatt', 'Jeg har sagt det', 'ett', 'kke', 'Ja, det har jeg sett']) {
      const group = gone();
      // Just before the deleted block, as an undo would put it.
      group.does(1, (root) => root.delete(0, 1));
      group.does(1, (root) => root.insert(0, [block('paragraph', said)]));
      expect(group.shares().amina, said).toBeUndefined();
    }
  });

  test('F48 not by letters of theirs that are named one by one, in another order', () => {
    const group = gone();
    let at = { client: 0, clock: 0 };
    group.does(1, (root) => {
      at = textAt(root, 0)._start?.id ?? at;
      textAt(root, 0).delete(0, 29);
    });
    group.does(1, (root) => {
      const doc = root.doc as Y.Doc;
      let left: Y.Item | null = null;
      for (const letter of 'keder') {
        const there = Y.createID(at.client, at.clock + 'Jeg har ikke sett det.'.indexOf(letter));
        doc.transact((change) => {
          const right = Y.getItemCleanStart(change, there);
          const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID));
          const said: Y.Item = new Y.Item(
            ...([id, left, left?.lastId ?? null, right, right.id, textAt(root, 0), null] as const),
            new Y.ContentString(letter),
          );
          said.integrate(change, 0);
          left = said;
        });
      }
    });
    expect(group.live.doc.getXmlFragment(TEXT_FIELD).toString()).toContain('keder');
    expect(group.shares()).toEqual({ ingrid: 2 });
  });

  test('F48 a word at the place of a deleted one is whose who types it', () => {
    const group = gone();
    group.does(1, (root) => {
      textAt(root, 0).delete(0, 29);
      textAt(root, 0).insert(0, 'H');
    });
    group.does(1, (root) => textAt(root, 0).insert(1, 'un har ikke sett noe.'));
    expect(group.shares()).toEqual({ ingrid: 6 });
  });

  test('F48 whatever is deleted and undone, everybody has what they had, or whoever undid it a little more', () => {
    const seeds = 60;
    let same = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const chance = chanceOf(seed);
      const group = together(amina, ingrid);
      for (let nth = 0; nth < 12; nth++)
        group.does(nth % 2, (root) => writeAtRandom(root, nth, chance));
      const root = group.live.doc.getXmlFragment(TEXT_FIELD);
      const [before, said] = [group.shares(), root.toString()];
      group.does(1, (theirs) => theirs.delete(0, 1 + Math.floor(chance() * (theirs.length - 1))));
      group.undo(1);
      expect(root.toString(), `seed ${seed}`).toBe(said);
      const after = group.shares();
      expect(after.amina ?? 0, `seed ${seed}`).toBeLessThanOrEqual(before.amina ?? 0);
      const total = (shares: Record<string, number>) =>
        Object.values(shares).reduce((sum, words) => sum + words, 0);
      expect(total(after), `seed ${seed}`).toBe(total(before));
      if ((after.amina ?? 0) === (before.amina ?? 0)) same++;
    }
    expect(same).toBeGreaterThanOrEqual(seeds * 0.9);
  });
});

test('DOC-12 a version that is brought back has the authors that it had', () => {
  const group = together(amina, ingrid, null);
  group.does(2, (root) => root.push([block('heading', 'Saken')]));
  group.does(0, (root) => root.push([block('paragraph', 'Seks ord som Amina alene skrev.')]));
  group.does(1, (root) => textAt(root, 1).insert(9, 'gode '));
  const version = new Y.Doc();
  Y.applyUpdate(version, Y.encodeStateAsUpdate(group.live.doc));
  const before = group.shares();
  group.does(1, (root) => root.delete(0, 2));
  const { doc, authors } = group.live;
  const change = changeTo(doc, version, authors);
  const known = knownOf(doc);
  Y.applyUpdate(doc, change?.update as Uint8Array);
  noteAuthor(authors, known, knownOf(doc), ingrid, authorsOf(change?.whose ?? {}));
  expect(
    Object.fromEntries(sharesOf(doc, authors).map(({ personId, words }) => [personId, words])),
  ).toEqual(before);
  expect(wordsOf(doc, authors)).toEqual({ words: 7, fromTemplate: 1 });
  expect(ownersOf(authors, knownOf(doc)).filter(([, owner]) => owner === ingrid)).toHaveLength(2);
});

test('DOC-13 what was deleted is remembered to a measure, the newest longest', () => {
  const gone = makeGoneLetters([]);
  for (let nth = 0; nth < 30; nth++) {
    const text = String(nth % 10).repeat(10_000);
    gone.add([{ client: 1, clock: nth * 10_000, text, block: null, follows: false }]);
  }
  expect(gone.stoodAt({ client: 1, clock: 0 }, '000')).toBe(false);
  expect(gone.stoodAt({ client: 1, clock: 299_990 }, '9999999999')).toBe(true);
  expect(gone.toStore().reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
    100_000,
  );
});
