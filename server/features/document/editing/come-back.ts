import * as Y from 'yjs';
import type { PersonId } from '#shared/kernel/ids.ts';
import { type Authors, authorAt, type Others, type Spot, stretchAt } from './authors.ts';
import type { GoneLetters, Letters } from './gone-letters.ts';
import { makeOldWords, type Piece } from './old-words.ts';
import type { Known } from './read-update.ts';

/**
 * Whose the words are that a change brings back: those that it, or one before it, has deleted (DOC-13). Whoever undoes, moves or
 * splits what another wrote writes it anew, as Yjs sees it. Nobody is told to have written a word that they never wrote here;
 * where it is not plain that these are the same words, they are whose who brought them.
 *
 * Call at the end of a transaction, while what it deletes can still be read. That is remembered.
 */
export function cameBack(
  transaction: Y.Transaction,
  parts: {
    readonly before: Known;
    readonly authors: Authors;
    readonly gone: GoneLetters;
    readonly by: PersonId | null;
  },
): Others {
  const { before, authors, gone, by } = parts;
  const { store } = transaction.doc;
  const blockOf = makeBlockOf();
  const deleted = deletedNow(transaction, blockOf);
  gone.add([...deleted.values()]);
  const old = makeOldWords({ gone, deletedNow: () => inTheText(deleted) });
  const isNew = ({ client, clock }: Spot) => clock >= (before.get(client) ?? 0);
  const others = new Map<number, [until: number, personId: PersonId | null][]>();

  /** What the change itself wrote first may be another's already. */
  const authorOf = (spot: Spot): PersonId | null => {
    if (!isNew(spot)) return authorAt(authors, spot);
    const found = stretchAt(others.get(spot.client) ?? [], spot.clock);
    return found ? found[1] : by;
  };
  const note = ({ client, clock }: Spot, pieces: readonly Piece[]) => {
    const noted = others.get(client) ?? [];
    others.set(client, noted);
    const add = (until: number, author: PersonId | null) => {
      const last = noted.at(-1);
      if (last?.[1] === author) last[0] = until;
      else if ((last?.[0] ?? before.get(client) ?? 0) < until) noted.push([until, author]);
    };
    add(clock, by);
    let at = clock;
    for (const piece of pieces) {
      for (let nth = 0; nth < piece.length; nth++) {
        add(++at, authorOf({ client: piece.client, clock: piece.clock + nth }));
      }
    }
  };

  for (const [client, structs] of store.clients) {
    const from = before.get(client) ?? 0;
    if (Y.getState(store, client) <= from) continue;
    for (let nth = from === 0 ? 0 : Y.findIndexSS(structs, from); nth < structs.length; nth++) {
      const item = structs[nth];
      if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
      const text = item.content.str;
      const pieces = atItsPlace(item, text, gone) ?? old.find(text, backIn(item, isNew, blockOf));
      if (pieces) note(item.id, pieces);
    }
  }
  return others;
}

/** Where the text around them still stands, an undo puts a copy just before the letters that it brings back. */
function atItsPlace(item: Y.Item, text: string, gone: GoneLetters): readonly Piece[] | null {
  const original = justBehind(item);
  if (!original || !gone.stoodAt(original, text)) return null;
  return [{ client: original.client, clock: original.clock, length: text.length }];
}

/** What something was put before, if it stands there: anything may be named, and what stands in its order cannot be mixed up. */
function justBehind({ right, rightOrigin }: Y.Item): Spot | null {
  if (!right || !rightOrigin) return null;
  const { client, clock } = right.id;
  return client === rightOrigin.client && clock === rightOrigin.clock ? right.id : null;
}

type BlockOf = (item: Y.Item) => Y.Item | null;

/** The block right under the root that something stands in; null for what stands there itself. */
function makeBlockOf(): BlockOf {
  const known = new Map<Y.Item, Y.Item>();
  return (item) => {
    const way: Y.Item[] = [];
    let at = parentOf(item);
    if (!at) return null;
    for (let above = parentOf(at); above && !known.has(at); above = parentOf(at)) {
      way.push(at);
      at = above;
    }
    const block = known.get(at) ?? at;
    for (const each of way) known.set(each, block);
    return block;
  };
}

function parentOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}

const keyOf = ({ client, clock }: Spot) => `${client}:${clock}`;

/** The block that letters in a new text may have come back in: an undo puts the new one just before the deleted one. */
function backIn(item: Y.Item, isNew: (spot: Spot) => boolean, blockOf: BlockOf): string | null {
  const parent = parentOf(item);
  const block = blockOf(item);
  if (!parent || !block || !isNew(parent.id)) return null;
  if (!isNew(block.id)) return keyOf(block.id);
  const original = justBehind(block);
  return original && keyOf(original);
}

type Deleted = Map<Y.Item, Letters>;

function deletedNow(transaction: Y.Transaction, blockOf: BlockOf): Deleted {
  const deleted: Deleted = new Map();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
    const { client, clock } = struct.id;
    const block = blockOf(struct);
    const before = struct.left?.lastId;
    deleted.set(struct, {
      ...{ client, clock },
      text: struct.content.str,
      block: block && keyOf(block.id),
      follows: before?.client === client && before.clock === clock - 1,
    });
  });
  return deleted;
}

/** What was deleted, in the order of each text, as far as nothing stands between. */
function inTheText(deleted: Deleted): Letters[][] {
  const rows: Letters[][] = [];
  for (const text of new Set(Array.from(deleted.keys(), ({ parent }) => parent))) {
    if (!(text instanceof Y.AbstractType)) continue;
    let row: Letters[] = [];
    for (let item = text._start; item !== null; item = item.right) {
      const letters = deleted.get(item);
      if (letters) row.push(letters);
      else if (!item.deleted && item.countable && row.length > 0) {
        rows.push(row);
        row = [];
      }
    }
    if (row.length > 0) rows.push(row);
  }
  return rows;
}
