import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Happened, Meanwhile, Of } from './asks.ts';
import { sayGaps, sayMalformed, sayMutated } from './broken-lines.ts';
import { paragraphsOf, readAsNewcomer } from './newcomer.ts';
import { stall } from './stall.ts';
import { waitFor } from './wait-for.ts';
import { dialectOf, openLine } from './writer.ts';
import { yearsOfEdits } from './years.ts';

export function happen(meanwhile: Meanwhile): Promise<Happened> {
  switch (meanwhile.what) {
    case 'open':
      return openAll(meanwhile);
    case 'mutate':
      return sayMutated(meanwhile);
    case 'malformed':
      return sayMalformed(meanwhile);
    case 'gaps':
      return sayGaps(meanwhile);
    case 'years':
      return writeYears(meanwhile);
    case 'stall':
      return stall(meanwhile);
  }
}

/** Of a large document: a state that was written out anew differs by a few bytes from the one that was put in. */
const WHOLE_SHARE = 0.97;

async function openAll({ document, people, bytes }: Of<'open'>): Promise<Happened> {
  const startedAt = performance.now();
  const dialect = dialectOf(document);
  const openedMs: number[] = [];
  let saidTooEarly = false;
  const lines = Array.from({ length: people }, (_, nth) => {
    let got = 0;
    let isWhole = false;
    const line = openLine(document, nth, {
      open: () => {
        for (const message of dialect.hello()) line.sendBinary(message);
      },
      binary: (payload) => {
        const heard = dialect.hear(payload);
        if (heard.kind !== 'step-2' && heard.kind !== 'update') return;
        got += heard.update.length;
        const wasWhole = isWhole;
        isWhole = got >= bytes * WHOLE_SHARE;
        if (heard.kind === 'step-2' && !isWhole) saidTooEarly = true;
        if (isWhole && !wasWhole) openedMs.push(performance.now() - startedAt);
      },
      closed: () => undefined,
    });
    return line;
  });
  await waitFor(() => openedMs.length === people);
  const tookMs = openedMs.length === people ? performance.now() - startedAt : Infinity;
  for (const line of lines) line.cut();
  return { tookMs, saidTooEarly, openedMs };
}

/** Ends when a newcomer reads what was written. */
async function writeYears(ask: Of<'years'>): Promise<Happened> {
  const startedAt = performance.now();
  const dialect = dialectOf(ask.document);
  let isOpen = false;
  const line = openLine(ask.document, 0, {
    open: () => {
      isOpen = true;
      for (const message of dialect.hello()) line.sendBinary(message);
    },
    binary: () => undefined,
    closed: () => {
      isOpen = false;
    },
  });
  await waitFor(() => isOpen);
  let written = new Y.Doc();
  let nth = 0;
  for (const { update, doc } of yearsOfEdits(ask.operations)) {
    written = doc;
    line.sendBinary(dialect.sync(2, update));
    nth++;
    if (nth % 10 === 0) {
      const early = startedAt + (nth * 1000) / ask.perSecond - performance.now();
      if (early > 1) await delay(early);
    }
  }
  const tookMs = performance.now() - startedAt;
  const expected = String(paragraphsOf(written));
  const says = (doc: Y.Doc) => String(paragraphsOf(doc)) === expected;
  const { isEnough } = await readAsNewcomer(ask.document, 1, says);
  if (!isEnough) throw new Error(`the text is not what was written; the line is ${isOpen}`);
  line.cut();
  return { tookMs, bytes: Y.encodeStateAsUpdate(written).length };
}
