import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type WebSocket as PeerSocket, WebSocketServer } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { MESSAGE, RIGHT } from '#shared/wire/document-line.ts';
import { memoryStore } from './device-store.ts';
import { keptCopy } from './document-copy.ts';
import {
  type DocumentProvider,
  makeDocumentProvider,
  type ProviderParts,
} from './document-provider.ts';
import { keptRefusedWords } from './refused-words.ts';

const documentId = '018f0000-0000-7000-8000-000000000001' as DocumentId;
const ALL = RIGHT.read | RIGHT.write | RIGHT.awareness;

/** The other end of the line, in the test's hand: it stores nothing before the test says so. */
async function openPeer() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const doc = new Y.Doc();
  const lines = new Set<PeerSocket>();
  let rights = ALL;
  let storing = true;
  let refusing: string | undefined;
  /** Counted messages that wait for their ack, by line. */
  const counts = new Map<PeerSocket, number>();

  const say = (to: PeerSocket, type: number, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    to.send(encoding.toUint8Array(encoder));
  };
  const number = (to: PeerSocket, type: number, n: number) =>
    say(to, type, (encoder) => encoding.writeVarUint(encoder, n));

  function store(line: PeerSocket, update: Uint8Array): void {
    const n = (counts.get(line) ?? 0) + 1;
    counts.set(line, n);
    if (refusing !== undefined) {
      const reason = refusing;
      say(line, MESSAGE.refused, (encoder) => {
        encoding.writeVarUint(encoder, n);
        encoding.writeVarString(encoder, reason);
      });
      if (storing) number(line, MESSAGE.acked, n);
      return;
    }
    Y.applyUpdate(doc, update, line);
    if (storing) number(line, MESSAGE.acked, n);
  }

  server.on('connection', (line) => {
    lines.add(line);
    line.on('close', () => lines.delete(line));
    line.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE.askAcks) return number(line, MESSAGE.rights, rights);
      if (type !== MESSAGE.sync) return;
      const kind = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (kind !== sync.messageYjsSyncStep1) return store(line, body);
      say(line, MESSAGE.sync, (encoder) => sync.writeSyncStep2(encoder, doc, body));
    });
    say(line, MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc));
  });
  doc.on('update', (update: Uint8Array, from: unknown) => {
    for (const line of lines)
      if (line !== from) say(line, MESSAGE.sync, (encoder) => sync.writeUpdate(encoder, update));
  });
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    doc,
    lines,
    setStoring(now: boolean) {
      storing = now;
      if (now) for (const line of lines) number(line, MESSAGE.acked, counts.get(line) ?? 0);
    },
    refuse: (reason: string | undefined) => {
      refusing = reason;
    },
    setRights(bits: number) {
      rights = bits;
      for (const line of lines) number(line, MESSAGE.rights, bits);
    },
    end: (code: number) => {
      for (const line of lines) line.close(code);
    },
    cut: () => {
      for (const line of lines) line.terminate();
    },
    close: () => {
      for (const line of lines) line.terminate();
      server.close();
    },
  };
}

let peer: Awaited<ReturnType<typeof openPeer>>;
let store = memoryStore();
let own = true;
let verdict: 'gone' | 'signed-out' | 'unknown' = 'unknown';
const open: DocumentProvider[] = [];

function openDocument(address = peer.address, before?: ProviderParts['before']): DocumentProvider {
  const provider = makeDocumentProvider({
    documentId,
    address,
    store: Promise.resolve(store),
    keepsCopies: () => own,
    whyNot: async () => verdict,
    ...(before && { before }),
  });
  open.push(provider);
  return provider;
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment('text').toString();
function write(doc: Y.Doc, words: string): void {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('text').push([block]);
}
const until = (what: () => void) => vi.waitFor(what, { timeout: 5_000, interval: 10 });
const saved = (provider: DocumentProvider) => until(() => expect(provider.save()).toBe('saved'));
const whole = (provider: DocumentProvider) =>
  until(() => expect(provider.line().status).toBe('whole'));

beforeEach(async () => {
  peer = await openPeer();
  store = memoryStore();
  own = true;
  verdict = 'unknown';
});
afterEach(async () => {
  for (const provider of open.splice(0)) await provider.close();
  peer.close();
});

it('F43 what one writes the other sees', async () => {
  const [one, other] = [openDocument(), openDocument()];
  await whole(one);
  await whole(other);
  write(one.doc, 'Sammen');
  await until(() => expect(textOf(other.doc)).toContain('Sammen'));
  await saved(one);
});

it('DOC-26 "Lagret" waits for the ack', async () => {
  const provider = openDocument();
  await whole(provider);
  expect(provider.save()).toBe('saved');
  peer.setStoring(false);
  write(provider.doc, 'Ikke ennå');
  await until(() => expect(textOf(peer.doc)).toContain('Ikke ennå'));
  expect(provider.save()).toBe('saving');
  peer.setStoring(true);
  await saved(provider);
});

it('F49 what is written without a line is kept, and merges when it is back', async () => {
  const provider = openDocument();
  await whole(provider);
  write(provider.doc, 'Før tunnelen');
  await saved(provider);
  peer.cut();
  await until(() => expect(provider.line().status).toBe('offline'));
  write(provider.doc, 'I tunnelen');
  expect(provider.save()).toBe('offline-unsaved');
  write(peer.doc, 'Hjemme');
  provider.tryNow();
  await whole(provider);
  await saved(provider);
  expect(textOf(provider.doc)).toBe(textOf(peer.doc));
  expect(textOf(peer.doc)).toContain('I tunnelen');
  expect(textOf(peer.doc).match(/I tunnelen/g)).toHaveLength(1);
});

it('F49 opens from the device without a server, and merges later', async () => {
  const before = openDocument();
  await whole(before);
  write(before.doc, 'Lest før');
  await saved(before);
  await before.close();

  const nobody = 'ws://127.0.0.1:9';
  const offline = openDocument(nobody);
  await until(() => expect(offline.shown()).toBe(true));
  expect(textOf(offline.doc)).toContain('Lest før');
  write(offline.doc, 'På toget');
  await until(() => expect(offline.save()).toBe('offline-unsaved'));
  await offline.close();

  const back = openDocument();
  await whole(back);
  await saved(back);
  expect(textOf(peer.doc)).toContain('På toget');
});

it('DOC-28 a device that is not marked as own keeps only what is unsaved', async () => {
  own = false;
  const provider = openDocument();
  await whole(provider);
  peer.setStoring(false);
  write(provider.doc, 'Underveis');
  await until(async () => expect((await keptCopy(store, documentId))?.unsaved).toBeTruthy());
  peer.setStoring(true);
  await saved(provider);
  await until(async () => expect(await keptCopy(store, documentId)).toBeUndefined());
});

it('DOC-27 words that are refused can be copied out, and nothing of them stays in the copy', async () => {
  const provider = openDocument();
  await whole(provider);
  write(provider.doc, 'Dette gikk inn');
  await saved(provider);
  peer.refuse('read-only');
  write(provider.doc, 'Dette kom for seint');
  await until(() => expect(provider.line()).toEqual({ status: 'refused', why: 'read-only' }));
  expect(provider.refusedWords()).toBe('Dette kom for seint');
  expect(provider.save()).toBe('not-saved');
  await until(async () => {
    expect([...(await store.all('drafts')).values()]).toEqual([
      { why: 'read-only', words: 'Dette kom for seint' },
    ]);
    expect(await keptCopy(store, documentId)).toBeUndefined();
  });
});

it('DOC-27 words of a second refusal stand beside those of the first', async () => {
  for (const words of ['Først dette', 'så dette']) {
    peer.refuse(undefined);
    const provider = openDocument();
    await whole(provider);
    peer.refuse('read-only');
    write(provider.doc, words);
    await until(() => expect(provider.line().status).toBe('refused'));
    await provider.close();
  }
  await until(async () =>
    expect([...(await store.all('drafts')).values()]).toEqual([
      { why: 'read-only', words: 'Først dette\nså dette' },
    ]),
  );
});

it('DOC-27 what was written without a line is refused once, also on a device that is slow to put it away', async () => {
  const quick = memoryStore();
  store = {
    ...quick,
    async remove(...which) {
      await new Promise((done) => setTimeout(done, 200));
      await quick.remove(...which);
    },
  };
  const earlier = openDocument();
  await whole(earlier);
  write(earlier.doc, 'Står der');
  await saved(earlier);
  await earlier.close();
  const offline = openDocument('ws://127.0.0.1:9');
  await until(() => expect(offline.shown()).toBe(true));
  write(offline.doc, 'En gang');
  await offline.close();
  peer.setRights(RIGHT.read);
  peer.refuse('frozen');
  const provider = openDocument();
  await until(() => expect(provider.line()).toEqual({ status: 'refused', why: 'frozen' }));

  const anew = openDocument(peer.address, { closed: provider.close(), givenUp: true });
  await whole(anew);
  await saved(anew);
  expect(textOf(anew.doc)).not.toContain('En gang');
  expect(await keptRefusedWords(store, documentId)).toEqual({ why: 'frozen', words: 'En gang' });
  expect((await keptCopy(store, documentId))?.unsaved).toBeFalsy();
});

it('DOC-27 what is given up is not read again from a device that could not put it away', async () => {
  const sound = memoryStore();
  let full = false;
  store = {
    ...sound,
    async remove(...which) {
      if (full) throw new Error('full');
      await sound.remove(...which);
    },
  };
  const provider = openDocument();
  await whole(provider);
  write(provider.doc, 'Står der');
  await saved(provider);
  await until(async () => expect(await keptCopy(store, documentId)).toBeTruthy());
  full = true;
  peer.refuse('frozen');
  write(provider.doc, 'En gang');
  await until(() => expect(provider.line().status).toBe('refused'));
  peer.setRights(RIGHT.read);
  const anew = openDocument(peer.address, { closed: provider.close(), givenUp: true });
  await whole(anew);
  expect(textOf(anew.doc)).toContain('Står der');
  expect(textOf(anew.doc)).not.toContain('En gang');
});

it('F49 a text that begins anew waits for what the one before it keeps', async () => {
  const quick = memoryStore();
  store = {
    ...quick,
    async put(...what) {
      await new Promise((done) => setTimeout(done, 200));
      await quick.put(...what);
    },
  };
  const provider = openDocument();
  await whole(provider);
  peer.cut();
  await until(() => expect(provider.line().status).toBe('offline'));
  write(provider.doc, 'Like før');
  const anew = openDocument('ws://127.0.0.1:9', { closed: provider.close(), givenUp: false });
  await until(() => expect(anew.shown()).toBe(true));
  expect(textOf(anew.doc)).toContain('Like før');
});

it('DOC-22 a change that was refused ends the line when those before it are settled: only its own words are lost', async () => {
  const provider = openDocument();
  await whole(provider);
  await saved(provider);
  peer.setStoring(false);
  write(provider.doc, 'Får plass');
  await until(() => expect(textOf(peer.doc)).toContain('Får plass'));
  peer.refuse('document-full');
  write(provider.doc, 'For mye');
  write(provider.doc, 'og det etterpå');
  // Both answers lie before this one, on the same line.
  peer.setRights(ALL & ~RIGHT.awareness);
  await until(() => expect(provider.rights()?.awareness).toBe(false));
  expect(provider.save()).toBe('saving');
  peer.setStoring(true);
  await until(() => expect(provider.line()).toEqual({ status: 'refused', why: 'document-full' }));
  expect(provider.save()).toBe('not-saved');
  expect(provider.refusedWords()).toBe('For mye\nog det etterpå');
});

it('DOC-27 a document that is no longer ours closes, with what was unsaved in words', async () => {
  const provider = openDocument();
  await whole(provider);
  peer.setStoring(false);
  write(provider.doc, 'Siste setning');
  await until(() => expect(textOf(peer.doc)).toContain('Siste setning'));
  verdict = 'gone';
  peer.end(4403);
  await until(() => expect(provider.line().status).toBe('gone'));
  expect(provider.refusedWords()).toBe('Siste setning');
});

it('DOC-28 an ended sign-in takes nothing from the device', async () => {
  const provider = openDocument();
  await whole(provider);
  peer.setStoring(false);
  write(provider.doc, 'Mitt ennå');
  peer.end(4401);
  await until(() => expect(provider.line()).toEqual({ status: 'refused', why: 'signed-out' }));
  expect(provider.refusedWords()).toBe('');
  await until(async () => expect((await keptCopy(store, documentId))?.unsaved).toBeTruthy());
});

it('rights change on the open line; a reader sends nothing', async () => {
  peer.setRights(RIGHT.read);
  const provider = openDocument();
  await whole(provider);
  await until(() => expect(provider.rights()?.write).toBe(false));
  peer.refuse('read-only');
  peer.setRights(ALL);
  await until(() => expect(provider.rights()?.write).toBe(true));
  expect(provider.line().status).toBe('whole');
});

it('a change too large for an update goes as a whole, and is stored', async () => {
  const provider = openDocument();
  await whole(provider);
  write(provider.doc, 'x'.repeat(300 * 1024));
  await saved(provider);
  expect(textOf(peer.doc).length).toBeGreaterThan(300 * 1024);
});
