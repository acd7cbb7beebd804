import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { DOCUMENT_KINDS } from '#shared/wire/access.ts';
import { linePathOf, RIGHT } from '#shared/wire/document-line.ts';
import { newId } from '../platform/new-id.ts';
import { expected } from '../testing/access-cases.ts';
import { readAccessTable } from '../testing/access-table.ts';
import { type AccessWorld, contentOf, populate } from '../testing/access-world.ts';
import { type AppWorld, createAppWorld } from '../testing/app-world.ts';
import { openLineClient } from '../testing/line-client.ts';
import { until } from '../testing/until.ts';

const rows = readAccessTable();
let world: AppWorld;
let access: AccessWorld;
const cookies = new Map<unknown, string>();

beforeAll(async () => {
  world = await createAppWorld();
  access = await populate(world);
  for (const { caller } of access.asking) {
    cookies.set(caller, caller ? await world.cookieOf(caller) : '');
  }
}, 240_000);
afterAll(() => world.close());

/** @returns `HTTP 404` and its like where there is no line */
async function lineTo(path: string, caller: unknown) {
  const cookie = cookies.get(caller) ?? '';
  // A new document with a word in it, as somebody brings it who was away.
  const doc = new Y.Doc();
  return openLineClient({ url: world.url, cookie, path, doc }).catch(
    (error: Error) => error.message,
  );
}

function aWord(): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('word').insert(0, 'ord');
  return Y.encodeStateAsUpdate(doc);
}

describe.for(DOCUMENT_KINDS)('F84 the line to a document: %s', (kind) => {
  test('reading and writing are what the table says, and a line that is refused tells nothing', async () => {
    for (const { case: of, caller, documents } of access.asking) {
      const what = `${of.column} ${of.situation}`;
      const may = (action: 'document/read' | 'document/edit') =>
        expected(rows, { action, kind }, of);
      const documentId = documents.live[kind];
      const before = await contentOf(world.test.database, [documentId as never]);
      const line = await lineTo(linePathOf(documentId), caller);
      if (!may('document/read')) {
        const nobodys = await lineTo(linePathOf(newId<'document'>() as DocumentId), caller);
        expect(line, what).toBe(nobodys);
        expect(line, what).toMatch(/^HTTP 40[14]$/u);
        expect(await contentOf(world.test.database, [documentId as never])).toBe(before);
        continue;
      }
      if (typeof line === 'string') throw new Error(`${what}: ${line}`);
      await until(() => expect(line.whole(), what).toBe(true));
      const mayEdit = may('document/edit');
      const bits = RIGHT.read | RIGHT.awareness | (mayEdit ? RIGHT.write : 0);
      await until(() => expect(line.rights(), what).toBe(bits));
      line.update(aWord());
      await until(() => expect(line.acked(), what).toBe(line.sent()));
      expect(line.refused.map(({ reason }) => reason)).toEqual(mayEdit ? [] : ['read-only']);
      const changed = (await contentOf(world.test.database, [documentId as never])) !== before;
      expect(changed, what).toBe(mayEdit);
      line.close();
    }
  }, 240_000);

  test('what lies in the trash has no line, for anybody', async () => {
    for (const { caller, documents, case: of } of access.asking) {
      if (of.situation !== 'own') continue;
      const line = await lineTo(linePathOf(documents.trashed[kind]), caller);
      expect(line).toBe(caller ? 'HTTP 404' : 'HTTP 401');
    }
  });
});

test('F84 names that are guessed, encoded, in another case, or lead elsewhere are nobody’s', async () => {
  const asking = access.asking.find(({ case: of }) => of.column === 'GM' && of.situation === 'own');
  const own = asking?.documents.live.group ?? '';
  const hex = [...own].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  const names = [
    own.toUpperCase(),
    hex,
    `${own}%00`,
    `${own}/`,
    `${own}%2f..%2f${own}`,
    `../yjs/${own}x`,
    own.slice(0, -1),
    `${own}0`,
    `${own}#`,
    `%2e%2e%2f${own}`,
    own.replace('-', '\u2010'),
    '',
    '%',
    '.',
  ];
  for (const name of names) {
    const line = await lineTo(`/yjs/${name}`, asking?.caller);
    if (typeof line !== 'string') {
      // A browser's own URL parser may make the very name of it, which is no other document.
      line.close();
      expect(new URL(`/yjs/${name}`, world.url).pathname).toBe(`/yjs/${own}`);
      continue;
    }
    expect([name, line]).toEqual([name, 'HTTP 404']);
  }
});

test('F84 a line from another origin, or without a cookie, is refused before it is asked what for', async () => {
  const asking = access.asking.find(({ case: of }) => of.column === 'GM' && of.situation === 'own');
  const path = linePathOf(asking?.documents.live.group as DocumentId);
  const cookie = cookies.get(asking?.caller) ?? '';
  expect(await lineTo(path, null)).toBe('HTTP 401');
  const foreign = await fetch(`${world.url}${path}`, {
    headers: { origin: 'https://evil.example', cookie },
  });
  expect(foreign.status).not.toBe(101);
  await foreign.body?.cancel();
});
