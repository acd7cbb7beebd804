import * as Y from 'yjs';
import type { PersonId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { type Authors, authorAt, type Spot, type StoredAuthors, stringsIn } from './authors.ts';
import type { Change } from './keeper-protocol.ts';

type Block = Y.XmlElement | Y.XmlText;

/**
 * The change that makes a document say what another one says, or null when it does already. Blocks that are the same at the
 * beginning and at the end stay as they are, and with them everybody's place in them. What comes back is whose it was (DOC-12).
 */
export function changeTo(doc: Y.Doc, wanted: Y.Doc, authors: Authors): Change | null {
  // On a copy: what is stored comes first, also for a change of our own.
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  const root = copy.getXmlFragment(TEXT_FIELD);
  const [now, then] = [blocksOf(root), blocksOf(wanted.getXmlFragment(TEXT_FIELD))];
  const [nowKeys, thenKeys] = [now.map(keyOf), then.map(keyOf)];

  let start = 0;
  const shorter = Math.min(now.length, then.length);
  while (start < shorter && nowKeys[start] === thenKeys[start]) start++;
  let end = 0;
  while (end < shorter - start && nowKeys.at(-1 - end) === thenKeys.at(-1 - end)) end++;
  if (start + end === now.length && start + end === then.length) return null;

  const back = then.slice(start, then.length - end);
  copy.transact(() => {
    const gone = now.length - start - end;
    if (gone > 0) root.delete(start, gone);
    root.insert(
      start,
      back.map((block) => block.clone() as Block),
    );
  });
  const update = Y.encodeStateAsUpdate(copy, before);
  const whose = whoseCopies(blocksOf(root).slice(start, start + back.length), back, authors);
  copy.destroy();
  return { update, whose };
}

/** Whose each copied letter is, by the number of its copy: its first one's. So is what an element says by an attribute. */
function whoseCopies(
  copies: readonly Block[],
  originals: readonly Block[],
  authors: Authors,
): StoredAuthors {
  const spots = originals.flatMap((block) => [...spotsIn(block)]);
  const found = copies
    .flatMap((block) => [...spotsIn(block)])
    .map(({ client, clock }, nth) => {
      const original = spots[nth];
      return { client, clock, author: original ? authorAt(authors, original) : null };
    })
    .sort((a, b) => a.clock - b.clock);
  const whose: Record<number, [until: number, personId: PersonId | null][]> = {};
  for (const { client, clock, author } of found) {
    const theirs = whose[client] ?? [];
    whose[client] = theirs;
    const last = theirs.at(-1);
    // What lies between is no word: it goes with the word before.
    if (last?.[1] === author) last[0] = clock + 1;
    else {
      if (last) last[0] = clock;
      theirs.push([clock + 1, author]);
    }
  }
  return whose;
}

/** The letters in their order, and before them where an element says something, in the order of its attributes' names. */
function* spotsIn(block: Block): Generator<Spot> {
  if (block instanceof Y.XmlText) {
    for (const { content, client, clock } of stringsIn(block)) {
      for (let at = 0; at < content.length; at++) yield { client, clock: clock + at };
    }
    return;
  }
  if (block._item) yield block._item.id;
  for (const name of Object.keys(block.getAttributes()).sort()) {
    const said = block._map.get(name);
    if (said) yield said.lastId;
  }
  for (const inner of blocksOf(block)) yield* spotsIn(inner);
}

function blocksOf(root: Y.XmlFragment): Block[] {
  return root
    .toArray()
    .filter((each): each is Block => each instanceof Y.XmlElement || each instanceof Y.XmlText);
}

/** What a block says and how, as text: two with the same are the same to a reader. */
function keyOf(block: Block): string {
  if (block instanceof Y.XmlText) return JSON.stringify(block.toDelta());
  const attributes = Object.entries(block.getAttributes()).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([block.nodeName, attributes, blocksOf(block).map(keyOf)]);
}
