import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentAuthors } from '#shared/features/document/history/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { linePathOf, TEXT_FIELD } from '#shared/wire/document-line.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { type LineAddress, type LineClient, openLineClient } from '../../../testing/line-client.ts';
import { openStockClient } from '../../../testing/stock-client.ts';
import { until } from '../../../testing/until.ts';
import type { Somebody } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';

let world: AppWorld;
let school: WrittenSchool;
const cookies = new Map<Somebody, string>();
beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
  for (const who of [school.kari, school.ola]) cookies.set(who, await world.cookieOf(who));
});
afterAll(() => world.close());

async function line(
  who: Somebody,
  documentId: DocumentId,
  more: Partial<LineAddress> = {},
): Promise<LineClient> {
  const at = { url: world.url, cookie: cookies.get(who) ?? '', path: linePathOf(documentId) };
  const opened = await openLineClient({ ...at, ...more });
  await until(() => expect(opened.whole()).toBe(true));
  return opened;
}

const type = ({ doc }: { doc: Y.Doc }, text: string) => {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(TEXT_FIELD).push([paragraph]);
};
const read = ({ doc }: { doc: Y.Doc }) => doc.getXmlFragment(TEXT_FIELD).toString();
const settled = (client: LineClient) => until(() => expect(client.acked()).toBe(client.sent()));

test('DOC-41 nobody writes under another’s number: what its owner writes next is stored, and is theirs', async () => {
  const documentId = await school.document();
  const kari = await line(school.kari, documentId);
  type(kari, 'Dette er mitt');
  await settled(kari);
  const ola = await line(school.ola, documentId);
  ola.doc.clientID = kari.doc.clientID;
  type(ola, 'og dette også, sier Ola');
  await until(() => expect(ola.refused.map(({ reason }) => reason)).toEqual(['not-yours']));
  await settled(ola);

  type(kari, 'Og dette');
  await settled(kari);
  const again = await line(school.ola, documentId);
  expect(read(again)).toContain('Og dette');
  expect(read(again)).not.toContain('sier Ola');
  const answer = await world.ask(school.ola, documentAuthors, { documentId });
  if (!answer.ok) throw new Error(answer.refusal);
  expect(answer.value.authors).toMatchObject([{ personId: school.kari.personId, words: 5 }]);
  expect(answer.value.stretches).toMatchObject([
    { client: kari.doc.clientID, personId: school.kari.personId },
  ]);
  for (const each of [kari, ola, again]) each.close();
});

test('DOC-41 a number stays its owner’s when nobody has the document open, and from cold', async () => {
  const documentId = await school.document();
  const doc = new Y.Doc();
  type({ doc }, 'Skrevet før');
  // Through another core on the same database: the app finds it as after a restart.
  const { editing } = world.slices.document;
  await editing.makeLike(documentId, Y.encodeStateAsUpdate(doc), school.kari.personId);
  const kari = await line(school.kari, documentId);
  const [client = 0] = Y.decodeStateVector(Y.encodeStateVector(kari.doc)).keys();
  const ola = await line(school.ola, documentId);
  ola.doc.clientID = client;
  type(ola, 'falsk');
  await until(() => expect(ola.refused.map(({ reason }) => reason)).toEqual(['not-yours']));
  // The same person goes on under it, as on a device that was away.
  kari.doc.clientID = client;
  type(kari, 'ekte');
  await settled(kari);
  expect(kari.refused).toEqual([]);
  for (const each of [kari, ola]) each.close();
});

test('DOC-41 one person on two devices, offline meanwhile, and stock clients that hear each other first', async () => {
  const documentId = await school.document();
  const [phone, desk] = [new Y.Doc(), new Y.Doc()];
  type({ doc: phone }, 'på telefonen');
  // Both copies hold both texts before the server has any: as two tabs of one browser do.
  Y.applyUpdate(desk, Y.encodeStateAsUpdate(phone));
  type({ doc: desk }, 'ved pulten');
  const at = { url: world.url, cookie: cookies.get(school.kari) ?? '', documentId };
  const one = openStockClient({ ...at, doc: desk });
  const other = openStockClient({ ...at, version: 2, doc: phone });
  await Promise.all([one.synced(), other.synced()]);
  const ola = openStockClient({ ...at, cookie: cookies.get(school.ola) ?? '' });
  await ola.synced();
  ola.type('og Ola');
  other.type('og mer');
  await until(() => {
    for (const each of [one, other, ola]) {
      for (const words of ['på telefonen', 'ved pulten', 'og Ola', 'og mer']) {
        expect(each.text()).toContain(words);
      }
    }
  });
  for (const each of [one, other, ola]) each.close();
});

test('DOC-41 nobody shows themselves under another’s number', async () => {
  const documentId = await school.document();
  const kari = await line(school.kari, documentId);
  type(kari, 'Her');
  await settled(kari);
  const ola = await line(school.ola, documentId);
  ola.awareness([[kari.doc.clientID, 50, { renamed: 1 }]]);
  kari.awareness([[kari.doc.clientID, 1, { renamed: 2 }]]);
  await until(() => expect(ola.presence.get(kari.doc.clientID)).toContain('Kari Nordmann'));
  for (const each of [kari, ola]) each.close();
});
