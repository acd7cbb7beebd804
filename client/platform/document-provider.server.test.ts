import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { DOCUMENT_BYTES_MAX, TEXT_FIELD } from '#shared/wire/document-line.ts';
import { type AppWorld, createAppWorld } from '../../server/testing/app-world.ts';
import { type WrittenSchool, writeSchool } from '../../server/testing/written-school.ts';
import { type DeviceStore, memoryStore } from './device-store.ts';
import { type DocumentProvider, makeDocumentProvider } from './document-provider.ts';

type Who = 'kari' | 'ola' | 'anne';
let world: AppWorld;
let school: WrittenSchool;
const open: DocumentProvider[] = [];
const cookies = new Map<Who, string>();
let cookie = '';

/** A browser's socket brings the cookie by itself. */
class SignedInSocket extends NodeSocket {
  constructor(address: string) {
    super(address, { headers: { cookie, origin: world.url } });
  }
}

beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
  vi.stubGlobal('WebSocket', SignedInSocket);
}, 120_000);
afterAll(async () => {
  vi.unstubAllGlobals();
  await world.close();
});
afterEach(async () => {
  for (const provider of open.splice(0)) await provider.close();
});

async function openAs(
  who: Who,
  documentId: DocumentId,
  store: DeviceStore = memoryStore(),
): Promise<DocumentProvider> {
  cookie = cookies.get(who) ?? (await world.cookieOf(school[who]));
  cookies.set(who, cookie);
  const provider = makeDocumentProvider({
    documentId,
    address: `${world.url.replace('http', 'ws')}/yjs`,
    store: Promise.resolve(store),
    keepsCopies: () => true,
    whyNot: async () => 'unknown',
  });
  open.push(provider);
  await until(() => expect(provider.line().status).toBe('whole'));
  return provider;
}

const until = (what: () => void) => vi.waitFor(what, { timeout: 10_000, interval: 20 });
const textOf = ({ doc }: DocumentProvider) => doc.getXmlFragment(TEXT_FIELD).toString();
function write({ doc }: DocumentProvider, words: string): void {
  const block = new Y.XmlElement('paragraph');
  block.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment(TEXT_FIELD).push([block]);
}
const saved = (provider: DocumentProvider) => until(() => expect(provider.save()).toBe('saved'));

it('F43 what one writes is stored, and the other sees it', async () => {
  const documentId = (await school.document()) as DocumentId;
  const kari = await openAs('kari', documentId);
  const ola = await openAs('ola', documentId);
  write(kari, 'Makt i små ord');
  await until(() => expect(textOf(ola)).toContain('Makt i små ord'));
  await saved(kari);
  const [row] = (
    await world.test.database.execute(
      sql`select count(*)::int as n from document_update where document_id = ${documentId}::uuid`,
    )
  ).rows;
  expect(row?.n).toBeGreaterThan(0);
});

it('F44 they see each other by the names of their sign-in', async () => {
  const documentId = (await school.document()) as DocumentId;
  const kari = await openAs('kari', documentId);
  const ola = await openAs('ola', documentId);
  await until(() => {
    const seen = ola.awareness.getStates().get(kari.doc.clientID) as { user?: { name: string } };
    expect(seen?.user?.name).toBe('Kari Nordmann');
  });
});

it('F49 what was written before the line came up is stored once', async () => {
  const documentId = (await school.document()) as DocumentId;
  const store = memoryStore();
  const before = await openAs('kari', documentId, store);
  write(before, 'Hjemme');
  await saved(before);
  await before.close();
  const again = makeDocumentProvider({
    documentId,
    address: `${world.url.replace('http', 'ws')}/yjs`,
    store: Promise.resolve(store),
    keepsCopies: () => true,
    whyNot: async () => 'unknown',
  });
  open.push(again);
  await until(() => expect(again.shown()).toBe(true));
  write(again, 'På toget');
  await until(() => expect(again.line().status).toBe('whole'));
  await saved(again);
  const ola = await openAs('ola', documentId);
  expect(textOf(ola).match(/På toget/g)).toHaveLength(1);
  expect(textOf(ola).match(/Hjemme/g)).toHaveLength(1);
});

it('whoever only reads is told so, and what they write anyway is refused in words', async () => {
  const documentId = (await school.document()) as DocumentId;
  const anne = await openAs('anne', documentId);
  await until(() => expect(anne.rights()).toMatchObject({ read: true, write: false }));
  write(anne, 'Fra underviseren');
  await until(() => expect(anne.line()).toEqual({ status: 'refused', why: 'read-only' }));
  expect(anne.refusedWords()).toBe('Fra underviseren');
});

it('F43 what two people write at once ends as one text', async () => {
  const documentId = (await school.document()) as DocumentId;
  const all = [await openAs('kari', documentId), await openAs('ola', documentId)];
  for (let n = 0; n < 20; n += 1) for (const provider of all) write(provider, `ord ${n}`);
  for (const provider of all) await saved(provider);
  await until(() => expect(textOf(all[0] as never)).toBe(textOf(all[1] as never)));
  expect(textOf(all[0] as never).match(/ord/g)).toHaveLength(40);
});

it('DOC-22 of two pastes of which one fits, the first is stored, and only the second’s words are there to copy', async () => {
  const documentId = (await school.document()) as DocumentId;
  const kari = await openAs('kari', documentId);
  write(kari, 'x'.repeat(DOCUMENT_BYTES_MAX - 200 * 1024));
  await saved(kari);
  const store = memoryStore();
  const ola = await openAs('ola', documentId, store);
  const [first, second] = ['y'.repeat(150 * 1024), 'z'.repeat(150 * 1024)];
  write(ola, first);
  write(ola, second);
  await until(() => expect(ola.line()).toEqual({ status: 'refused', why: 'document-full' }));
  expect(ola.save()).toBe('not-saved');
  expect(ola.refusedWords() === second).toBe(true);
  await until(() => expect(textOf(kari).includes(first)).toBe(true));
  expect(textOf(kari).includes('z')).toBe(false);
  await vi.waitFor(async () =>
    expect([...(await store.all('drafts')).values()]).toEqual([
      { words: second, why: 'document-full' },
    ]),
  );
}, 60_000);
