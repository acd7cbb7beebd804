import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import {
  openStockClient,
  STOCK_VERSIONS,
  type StockClient,
} from '../../../testing/stock-client.ts';
import { until } from '../../../testing/until.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';

let world: AppWorld;
let school: WrittenSchool;
beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());

const open: StockClient[] = [];
async function client(who: 'kari' | 'ola' | 'anne', documentId: never, version: 2 | 3) {
  const cookie = await world.cookieOf(school[who]);
  const made = openStockClient({ url: world.url, cookie, documentId, version });
  open.push(made);
  await made.synced();
  return made;
}

describe.each(STOCK_VERSIONS)('y-websocket %s, as it comes', (version) => {
  test('F43 two people write in one document, and a third who comes later reads all of it', async () => {
    const documentId = (await school.document()) as never;
    const kari = await client('kari', documentId, version);
    const ola = await client('ola', documentId, version === 2 ? 3 : 2);
    kari.type('Makt i små ord');
    ola.type('Å lytte uten å løse');
    await until(() => expect(kari.text()).toContain('lytte'));
    await until(() => expect(ola.text()).toBe(kari.text()));
    const anne = await client('anne', documentId, version);
    expect(anne.text()).toBe(kari.text());
    for (const each of open.splice(0)) each.close();
  });

  test('F44 they see each other, by the names of their sign-in', async () => {
    const documentId = (await school.document()) as never;
    const kari = await client('kari', documentId, version);
    const ola = await client('ola', documentId, version);
    kari.provider.awareness.setLocalStateField('user', { name: 'Rektor', color: 'red' });
    ola.provider.awareness.setLocalStateField('cursor', { anchor: 1 });
    const seen = (by: StockClient, of: StockClient) =>
      by.provider.awareness.getStates().get(of.doc.clientID) as
        | { user?: { name: string } }
        | undefined;
    await until(() => expect(seen(ola, kari)?.user?.name).toBe('Kari Nordmann'));
    await until(() => expect(seen(kari, ola)?.user?.name).toBe('Ola Hansen'));
    ola.close();
    await until(() => expect(seen(kari, ola)).toBeUndefined());
    for (const each of open.splice(0)) each.close();
  });

  test('F49 what was written without a line comes in when there is one again', async () => {
    const documentId = (await school.document()) as never;
    const kari = await client('kari', documentId, version);
    const ola = await client('ola', documentId, version);
    kari.provider.disconnect();
    kari.type('På toget');
    ola.type('Hjemme');
    kari.provider.connect();
    await until(() => {
      expect(ola.text()).toContain('På toget');
      expect(kari.text()).toBe(ola.text());
    });
    for (const each of open.splice(0)) each.close();
  });
});
