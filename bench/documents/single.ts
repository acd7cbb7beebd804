import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import type { WebSocketLine } from '../generator/websocket-line.ts';
import type { DocumentAnswers, DocumentAsks } from './asks.ts';
import { paragraphsOf, readAsNewcomer } from './newcomer.ts';
import { FIRST_CLOCK, letterUpdate, startOf, textUntil } from './typing.ts';
import { dialectOf, openLine } from './writer.ts';

/** Beyond so much a sender waits: what is measured is what the server takes, not what it can be sent. */
const IN_FLIGHT = 500;
const GROWS_WITHIN_MS = 90_000;
const PUT_BY = 31_337;

/** What one person does with one document, before something is measured on it. */
export function makeSingle() {
  let idle: WebSocketLine[] = [];

  async function put(ask: DocumentAsks['put']): Promise<DocumentAnswers['put']> {
    const dialect = dialectOf(ask.document);
    const line = openLine(ask.document, 0, {
      open: () => {
        for (const message of dialect.hello()) line.sendBinary(message);
        line.sendBinary(dialect.sync(1, Buffer.from(ask.update, 'base64')));
      },
      binary: () => undefined,
      closed: () => undefined,
    });
    const { isEnough } = await readAsNewcomer(
      ask.document,
      1,
      (doc) => paragraphsOf(doc).join('').length === ask.length,
    );
    line.cut();
    if (!isEnough) throw new Error('a large document was not taken');
    return {};
  }

  /** One reader says how far it has come. */
  async function grow({
    document,
    letters,
  }: DocumentAsks['grow']): Promise<DocumentAnswers['grow']> {
    const startedAt = performance.now();
    const dialect = dialectOf(document);
    const until = FIRST_CLOCK + letters;
    let reached = FIRST_CLOCK;
    let opened = 0;
    const open = (nth: number, binary: (payload: Buffer) => void) => {
      const line = openLine(document, nth, {
        open: () => {
          opened++;
          for (const message of dialect.hello()) line.sendBinary(message);
        },
        binary,
        closed: () => undefined,
      });
      return line;
    };
    const reader = open(0, (payload) => {
      const heard = dialect.hear(payload);
      if (heard.kind !== 'update') return;
      // A server may put several letters together.
      const { to } = Y.parseUpdateMeta(Uint8Array.from(heard.update));
      reached = Math.max(reached, to.get(PUT_BY) ?? 0);
    });
    const writer = open(1, () => undefined);
    while (opened < 2) await delay(5);
    await delay(500);
    writer.sendBinary(dialect.sync(2, startOf(PUT_BY)));
    const giveUpAt = performance.now() + GROWS_WITHIN_MS;
    for (let clock = FIRST_CLOCK; clock < until; clock++) {
      writer.sendBinary(dialect.sync(2, letterUpdate(PUT_BY, clock)));
      while (clock - reached > IN_FLIGHT) {
        if (performance.now() > giveUpAt)
          throw new Error(`${clock} letters within ${GROWS_WITHIN_MS / 1_000} s`);
        await delay(1);
      }
    }
    const expected = textUntil(PUT_BY, until);
    const { isEnough } = await readAsNewcomer(
      document,
      2,
      (doc) => paragraphsOf(doc).join('') === expected,
    );
    reader.cut();
    writer.cut();
    if (!isEnough) throw new Error('not every letter arrived');
    return { tookMs: performance.now() - startedAt };
  }

  async function beIdle(ask: DocumentAsks['idle']): Promise<DocumentAnswers['idle']> {
    let opened = 0;
    for (const [nth, document] of ask.documents.entries()) {
      const dialect = dialectOf(document);
      for (let n = 0; n < ask.linesEach; n++) {
        let isFirst = true;
        const line = openLine(document, nth + n, {
          open: () => {
            for (const message of dialect.hello()) line.sendBinary(message);
          },
          binary: (payload) => {
            if (!isFirst || dialect.hear(payload).kind !== 'step-2') return;
            isFirst = false;
            opened++;
            if (n === 0) line.sendBinary(dialect.sync(2, startOf(PUT_BY + nth)));
          },
          closed: () => undefined,
        });
        idle.push(line);
        while (idle.length - opened > 20) await delay(2);
      }
    }
    while (opened < idle.length) await delay(5);
    return {};
  }

  return {
    put,
    grow,
    idle: beIdle,
    leave(): void {
      for (const line of idle) line.cut();
      idle = [];
    },
  };
}
