import fc from 'fast-check';
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
import { makeOwners, ownersOf } from './owners.ts';
import { chanceOf, typeAtRandom } from './testing/random-edits.ts';

const PEOPLE = ['kari', 'ola', 'siri'] as const;
type Kept = { readonly doc: Y.Doc; readonly authors: Authors };

const knownOf = (doc: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(doc));

function take({ doc, authors }: Kept, update: Uint8Array, personId: PersonId | null): void {
  const before = knownOf(doc);
  Y.applyUpdate(doc, update);
  noteAuthor(authors, before, knownOf(doc), personId);
}

/** As it is put together: the state as one update, and whose it is as JSON. */
function putTogether({ doc, authors }: Kept): Kept {
  const again = new Y.Doc();
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc));
  return { doc: again, authors: authorsOf(JSON.parse(JSON.stringify(authorsToStore(authors)))) };
}

describe('DOC-13 who wrote how much', () => {
  test('F48 is the same however often the log has been put together, and says who pressed the keys', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 5 }), fc.boolean()), {
          minLength: 5,
          maxLength: 60,
        }),
        (seed, turns) => {
          const chance = chanceOf(seed);
          const clients = PEOPLE.map(() => new Y.Doc());
          const whole: Kept = { doc: new Y.Doc(), authors: new Map() };
          let compacted: Kept = { doc: new Y.Doc(), authors: new Map() };
          for (const [who, edits, rests] of turns) {
            const client = clients[who] as Y.Doc;
            Y.applyUpdate(client, Y.encodeStateAsUpdate(whole.doc, Y.encodeStateVector(client)));
            for (let nth = 0; nth < edits; nth++) typeAtRandom(client, chance);
            const update = Y.encodeStateAsUpdate(client, Y.encodeStateVector(whole.doc));
            for (const kept of [whole, compacted]) take(kept, update, PEOPLE[who] as PersonId);
            if (rests) compacted = putTogether(compacted);
          }
          const shares = sharesOf(whole.doc, whole.authors);
          expect(sharesOf(compacted.doc, compacted.authors)).toEqual(shares);
          // The keys were pressed on these clients: what stands there now, counted by hand.
          const counted = new Map(PEOPLE.map((person) => [person as string, 0]));
          const walk = (node: Y.XmlFragment | Y.XmlElement) => {
            for (const child of node.toArray()) {
              if (child instanceof Y.XmlElement) walk(child);
              if (!(child instanceof Y.XmlText)) continue;
              for (let item = child._start; item; item = item.right) {
                if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
                const client = item.id.client;
                const person = PEOPLE[clients.findIndex(({ clientID }) => clientID === client)];
                counted.set(
                  person ?? '',
                  (counted.get(person ?? '') ?? 0) + item.content.str.length,
                );
              }
            }
          };
          walk(whole.doc.getXmlFragment(TEXT_FIELD));
          for (const person of PEOPLE) {
            const share = shares.find(({ personId }) => personId === (person as string));
            expect(share?.characters ?? 0).toBe(counted.get(person));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test('what a template said stays nobody’s, whoever goes on under its number', () => {
    const template = new Y.Doc();
    template.getXmlFragment(TEXT_FIELD).insert(0, [new Y.XmlText('ord fra malen')]);
    const made: Kept = { doc: new Y.Doc(), authors: new Map() };
    Y.applyUpdate(made.doc, Y.encodeStateAsUpdate(template));
    template.getXmlFragment(TEXT_FIELD).insert(1, [new Y.XmlText(' nytt')]);
    take(made, Y.encodeStateAsUpdate(template), 'kari' as PersonId);
    expect(sharesOf(made.doc, made.authors)).toEqual([
      { personId: 'kari', words: 1, characters: 5 },
    ]);
    const owners = makeOwners(ownersOf(new Map(), knownOf(made.doc)));
    expect(owners.isOthers(template.clientID, 'kari' as PersonId)).toBe(true);
  });
});

describe('DOC-41 a client number', () => {
  const [kari, ola] = ['kari', 'ola'] as unknown as [PersonId, PersonId];

  test('is whose it was first, also while that is not stored yet', () => {
    const owners = makeOwners([[1, kari]]);
    expect(owners.isOthers(1, kari)).toBe(false);
    expect(owners.isOthers(1, ola)).toBe(true);
    expect(owners.isOthers(2, ola)).toBe(false);
    owners.take([2], ola);
    owners.take([2], kari);
    expect(owners.isOthers(2, kari)).toBe(true);
    owners.forgetTaken();
    expect(owners.isOthers(2, kari)).toBe(false);
    owners.take([2], ola);
    owners.store([{ client: 2, from: 0, to: 3 }], ola);
    owners.forgetTaken();
    expect(owners.isOthers(2, kari)).toBe(true);
  });
});

test('F56 ASG-10 what a template said is nobody’s word, in a picture and a footnote as in the text', () => {
  const picture = (alt: string) => {
    const made = new Y.XmlElement('image');
    made.setAttribute('alt', alt);
    return made;
  };
  const template = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Hvem har'), new Y.XmlElement('hardBreak')]);
  paragraph.insert(2, [new Y.XmlText(' makt her')]);
  template.getXmlFragment(TEXT_FIELD).insert(0, [paragraph, picture('Et møterom')]);
  const kept: Kept = { doc: new Y.Doc(), authors: new Map() };
  take(kept, Y.encodeStateAsUpdate(template), null);
  expect(wordsOf(kept.doc, kept.authors)).toEqual({ words: 0, fromTemplate: 6 });

  const kari = new Y.Doc();
  Y.applyUpdate(kari, Y.encodeStateAsUpdate(kept.doc));
  const root = kari.getXmlFragment(TEXT_FIELD);
  (paragraphOf(root).get(2) as Y.XmlText).insert(9, ', tror vi');
  root.insert(2, [picture('Tre stoler')]);
  take(kept, Y.encodeStateAsUpdate(kari), 'kari' as PersonId);
  expect(wordsOf(kept.doc, kept.authors)).toEqual({ words: 4, fromTemplate: 6 });
});

test('F48 DOC-13 what each has written adds up to what is handed in: pictures, footnotes and new lines too', () => {
  const kept: Kept = { doc: new Y.Doc(), authors: new Map() };
  const [kari, ola] = [new Y.Doc(), new Y.Doc()];
  const paragraph = new Y.XmlElement('paragraph');
  const note = new Y.XmlElement('footnote');
  note.setAttribute('text', 'Aftenposten i går');
  const line = new Y.XmlElement('hardBreak');
  paragraph.insert(0, [new Y.XmlText('Ord'), line, new Y.XmlText('her'), note]);
  kari.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  take(kept, Y.encodeStateAsUpdate(kari), 'kari' as PersonId);
  Y.applyUpdate(ola, Y.encodeStateAsUpdate(kept.doc));
  const picture = new Y.XmlElement('image');
  picture.setAttribute('alt', 'Tre stoler');
  ola.getXmlFragment(TEXT_FIELD).insert(1, [picture]);
  take(kept, Y.encodeStateAsUpdate(ola), 'ola' as PersonId);
  expect(sharesOf(kept.doc, kept.authors)).toEqual([
    { personId: 'kari', words: 5, characters: 23 },
    { personId: 'ola', words: 2, characters: 10 },
  ]);
  expect(wordsOf(kept.doc, kept.authors)).toEqual({ words: 7, fromTemplate: 0 });
});

const paragraphOf = (root: Y.XmlFragment) => root.get(0) as Y.XmlElement;
