import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { linePathOf } from '#shared/wire/document-line.ts';
import { spread, useDataFolder, WATCHDOG_MS } from './testing/killed-server.ts';
import { type LineClient, openLineClient } from './testing/line-client.ts';
import { planWriters } from './testing/planned-writers.ts';
import { freePort, startServer } from './testing/run-server.ts';
import { storedDocument } from './testing/stored-document.ts';

const KILLS = 20;
const DOCUMENTS = 5;
const PEOPLE = 20;
const PACE_MS = 120;

const folder = useDataFolder();

/** Somebody who types word after word, comes back after every kill, and knows which words were called saved. */
class Typist {
  readonly doc = new Y.Doc();
  readonly typed: { readonly word: string; readonly line: LineClient; readonly nth: number }[] = [];
  line: LineClient | null = null;
  going = true;
  readonly address: { readonly url: string; readonly cookie: string; readonly path: string };
  readonly who: number;

  constructor(address: Typist['address'], who: number) {
    this.address = address;
    this.who = who;
  }

  /** Is back when the whole document has come. */
  async back(): Promise<LineClient> {
    for (;;) {
      if (this.line?.whole() && this.line.socket.readyState === 1) return this.line;
      if (!this.line || this.line.socket.readyState > 1) {
        this.line = await openLineClient({ ...this.address, doc: this.doc }).catch(() => null);
      }
      await delay(20);
    }
  }

  async type(): Promise<void> {
    const text = this.doc.getText('t');
    for (let nth = 0; this.going; nth++) {
      const line = await this.back();
      const word = `<${this.who}.${nth}>`;
      // In the middle of what others write, and between two words of theirs.
      const middle = text.toString().lastIndexOf('>', text.length / 2) + 1;
      text.insert(middle, word);
      this.typed.push({ word, line, nth: line.sent() });
      await delay(PACE_MS);
    }
  }

  saved(): string[] {
    return this.typed.filter(({ line, nth }) => line.acked() >= nth).map(({ word }) => word);
  }

  async quiet(): Promise<void> {
    const line = await this.back();
    while (line.acked() < line.sent()) await delay(20);
  }
}

test(`X1 S2 killed ${KILLS} times while ${PEOPLE} people type: every word that was called saved is there, and all read the same`, async () => {
  const plan = planWriters({ documents: DOCUMENTS, people: PEOPLE });
  const { documents, tokens } = await folder.onDatabase(plan);
  const env = { PORT: String(await freePort()), DEMO: 'off', LOG_LEVEL: 'error' };
  let server = await startServer({ dataDir: folder.path(), env });
  const typists = tokens.map(
    (token, who) =>
      new Typist(
        {
          url: server.url,
          cookie: folder.cookieOf(server, token),
          path: linePathOf(documents[who % DOCUMENTS] as DocumentId),
        },
        who,
      ),
  );
  const load = Promise.all(typists.map((typist) => typist.type()));
  const savedBefore = new Set<string>();
  const servingAgainMs: number[] = [];
  const resyncedMs: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    await delay(150 + Math.random() * 600);
    await server.kill9();
    for (const typist of typists) for (const word of typist.saved()) savedBefore.add(word);
    const killedAt = performance.now();
    server = await startServer({ dataDir: folder.path(), env });
    servingAgainMs.push(performance.now() - killedAt);
    const servingAt = performance.now();
    await Promise.race([Promise.all(typists.map((typist) => typist.back())), load]);
    resyncedMs.push(performance.now() - servingAt);
  }
  for (const typist of typists) typist.going = false;
  await load;
  for (const typist of typists) await typist.quiet();
  // What the last one wrote has reached everybody.
  await delay(500);
  for (const typist of typists) typist.line?.close();
  expect(await server.stop()).toBe(0);

  const texts = await folder.onDatabase(async (database) => {
    const all = documents.map((documentId) => storedDocument(database, documentId));
    return (await Promise.all(all)).map((doc) => doc.getText('t').toString());
  });
  for (const [nth, text] of texts.entries()) {
    const readers = typists.filter((_, who) => who % DOCUMENTS === nth);
    for (const { doc } of readers) expect(doc.getText('t').toString()).toBe(text);
  }
  const all = texts.join('');
  expect([...savedBefore].filter((word) => !all.includes(word))).toEqual([]);
  const words = typists.flatMap(({ typed }) => typed.map(({ word }) => word));
  for (const word of words) expect(all.split(word).length - 1, word).toBe(1);
  expect(savedBefore.size).toBeGreaterThan(100);

  process.stderr.write(
    `X1 documents: ${words.length} words, ${savedBefore.size} called saved before a kill, 0 lost; serving again after ${spread(servingAgainMs)}, resynced after ${spread(resyncedMs)}\n`,
  );
  expect(Math.max(...servingAgainMs)).toBeLessThan(WATCHDOG_MS);
  expect(Math.max(...resyncedMs)).toBeLessThan(WATCHDOG_MS);
});
