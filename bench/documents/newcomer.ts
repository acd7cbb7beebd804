import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import type { DocumentAddress } from './asks.ts';
import { dialectOf, openLine } from './writer.ts';

const READS_WITHIN_MS = 20_000;
const LOOKS_EVERY_MS = 50;

/** Opens a document with Yjs itself, and reads until it says what is asked for, or time is over. */
export async function readAsNewcomer(
  address: DocumentAddress,
  nth: number,
  enough: (doc: Y.Doc) => boolean,
  withinMs = READS_WITHIN_MS,
): Promise<{ readonly doc: Y.Doc; readonly isEnough: boolean }> {
  const doc = new Y.Doc();
  const dialect = dialectOf(address);
  let changed = true;
  const line = openLine(address, nth, {
    open: () => {
      for (const message of dialect.hello()) line.sendBinary(message);
    },
    binary: (payload) => {
      const heard = dialect.hear(payload);
      if (heard.kind !== 'step-2' && heard.kind !== 'update') return;
      Y.applyUpdate(doc, Uint8Array.from(heard.update));
      changed = true;
    },
    closed: () => undefined,
  });
  const giveUpAt = performance.now() + withinMs;
  let isEnough = false;
  while (!isEnough && performance.now() < giveUpAt) {
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
