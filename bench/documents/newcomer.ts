import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import type { DocumentAddress } from './asks.ts';
import { dialectOf, openLine } from './writer.ts';

const READS_WITHIN_MS = 60_000;
const LOOKS_EVERY_MS = 50;

/**
 * Opens a document with Yjs itself, and reads until it says what is asked for, or time is over.
 * @param quietMs who has been answered and hears nothing more for so long, gives up
 */
export async function readAsNewcomer(
  address: DocumentAddress,
  nth: number,
  enough: (doc: Y.Doc) => boolean,
  quietMs = READS_WITHIN_MS,
): Promise<{ readonly doc: Y.Doc; readonly isEnough: boolean }> {
  const doc = new Y.Doc();
  const dialect = dialectOf(address);
  let changed = false;
  let heardAt = Number.POSITIVE_INFINITY;
  const line = openLine(address, nth, {
    open: () => {
      for (const message of dialect.hello()) line.sendBinary(message);
    },
    binary: (payload) => {
      const heard = dialect.hear(payload);
      if (heard.kind !== 'step-2' && heard.kind !== 'update') return;
      Y.applyUpdate(doc, Uint8Array.from(heard.update));
      changed = true;
      heardAt = performance.now();
    },
    closed: () => undefined,
  });
  const giveUpAt = performance.now() + READS_WITHIN_MS;
  let isEnough = false;
  while (!isEnough && performance.now() < Math.min(giveUpAt, heardAt + quietMs)) {
    await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY_MS));
    if (changed) isEnough = enough(doc);
    changed = false;
  }
  line.cut();
  return { doc, isEnough };
}

/** Every paragraph's words, in an order that does not depend on who came first. */
export function paragraphsOf(doc: Y.Doc): string[] {
  return doc
    .getXmlFragment(TEXT_FIELD)
    .toArray()
    .map((paragraph) =>
      paragraph instanceof Y.XmlElement
        ? paragraph
            .toArray()
            .map((text) => String(text))
            .join('')
        : '',
    )
    .sort();
}
