import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';

type Block = Y.XmlElement | Y.XmlText;

/**
 * The change that makes a document say what another one says, or null when it does already. Blocks that are the same at the
 * beginning and at the end stay as they are, and with them everybody's place in them.
 */
export function changeTo(doc: Y.Doc, wanted: Y.Doc): Uint8Array | null {
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

  copy.transact(() => {
    const gone = now.length - start - end;
    if (gone > 0) root.delete(start, gone);
    root.insert(
      start,
      then.slice(start, then.length - end).map((block) => block.clone() as Block),
    );
  });
  const change = Y.encodeStateAsUpdate(copy, before);
  copy.destroy();
  return change;
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
