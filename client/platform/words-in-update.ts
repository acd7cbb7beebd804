import { ContentString, ContentType, decodeUpdate, Item } from 'yjs';

/**
 * The words that Yjs updates bring, in the order in which they were typed, with a line for each new block: what a
 * person can copy out when their changes were refused. What the updates delete is nobody's loss and left out.
 */
export function wordsInUpdates(updates: readonly Uint8Array[]): string {
  let words = '';
  for (const update of updates) {
    for (const struct of decodeUpdate(update).structs) {
      if (!(struct instanceof Item)) continue;
      if (struct.content instanceof ContentString) words += struct.content.str;
      else if (struct.content instanceof ContentType && words !== '' && !words.endsWith('\n'))
        words += '\n';
    }
  }
  return words.trim();
}
