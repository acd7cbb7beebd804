import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as history from '#shared/features/document/history/commands.ts';
import * as versions from '#shared/features/document/history/queries.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { createCore } from '../../../core.ts';
import { makeLog } from '../../../platform/log.ts';
import { absentMedia } from '../../../testing/absent-media.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';
import { subjectOf } from '../../identity/public.ts';
import type { Editing, LineEnd } from '../editing/editing.ts';

let world: World;
let school: WrittenSchool;
beforeAll(async () => {
  world = await createWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());

/** Somebody who has a document open, with what the editor undoes by. Each change resolves when it is stored. */
async function opens(who: Somebody, documentId: DocumentId) {
  let { editing }: { editing: Editing } = world.slices.document;
  const doc = new Y.Doc();
  const root = doc.getXmlFragment(TEXT_FIELD);
  // As the editor's plugin for undoing makes it.
  const undos = new Y.UndoManager(root, {
    trackedOrigins: new Set(['keys']),
    deleteFilter: (item) =>
      !(item instanceof Y.Item) ||
      !(item.content instanceof Y.ContentType) ||
      !(item.content.type instanceof Y.XmlText || item.content.type instanceof Y.XmlElement) ||
      item.content.type._length === 0,
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });

  async function changes(change: () => void): Promise<void> {
    const rights = await editing.admit({ ...who, expiresAt: Number.MAX_SAFE_INTEGER }, documentId);
    if (typeof rights === 'string') throw new Error(rights);
    const end: LineEnd = rights({ send: () => undefined, close: () => undefined });
    Y.applyUpdate(doc, (await editing.contentOf(documentId)).state);
    const updates: Uint8Array[] = [];
    const hear = (update: Uint8Array) => updates.push(update);
    doc.on('update', hear);
    change();
    doc.off('update', hear);
    for (const update of updates) {
      await end.message(Uint8Array.from([0, 2, ...varUint(update.length), ...update]));
    }
    await editing.drain();
    end.closed();
  }
  return {
    root,
    does: (change: () => void) =>
      changes(() => {
        undos.stopCapturing();
        doc.transact(change, 'keys');
      }),
    undoes: () => changes(() => undos.undo()),
    /** Comes back to another server, or the same after it was started anew. */
    movesTo(other: Editing): void {
      editing = other;
    },
  };
}

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >> 7)];
}
const paragraph = (text: string) => {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  return made;
};
const textIn = (root: Y.XmlFragment) => (root.get(0) as Y.XmlElement).get(0) as Y.XmlText;

async function must<Value>(reply: Promise<{ ok: boolean; value?: Value }>): Promise<Value> {
  const answered = await reply;
  expect(answered).toMatchObject({ ok: true });
  return answered.value as Value;
}

/** A server that has never had any document open. */
function coldEditing(): Editing {
  const { test: stored, clock, keys } = world;
  const parts = { database: stored.database, clock, keys, log: makeLog('error'), subjectOf };
  const broadcast = { facts: () => undefined, head: () => undefined, signal: () => undefined };
  const core = createCore({ ...parts, media: absentMedia, broadcast });
  core.channels.close();
  return core.slices.document.editing;
}

async function wordsFromCold(documentId: DocumentId) {
  const editing = coldEditing();
  const { shares } = await editing.authorshipOf(documentId);
  await editing.stop();
  return shares.map(({ personId, words }) => [personId, words]);
}

async function words(documentId: DocumentId): Promise<Record<string, number>> {
  const { authors } = await must(world.ask(school.kari, versions.documentAuthors, { documentId }));
  const shown = authors.flatMap(({ personId, words }) => (words > 0 ? [[personId, words]] : []));
  expect(await wordsFromCold(documentId)).toEqual(shown);
  const nameOf = new Map(authors.map(({ personId, displayName }) => [personId, displayName]));
  return Object.fromEntries(shown.map(([who, count]) => [nameOf.get(who as never), count]));
}

/** The log is put together into a snapshot. */
async function rest(): Promise<void> {
  world.clock.advance(15_000);
  await world.slices.document.editing.tick();
}

async function writtenByTwo() {
  const documentId = await school.document();
  const [kari, ola] = [await opens(school.kari, documentId), await opens(school.ola, documentId)];
  await kari.does(() => kari.root.push([paragraph('Siri ber om innsyn i journalen. ')]));
  await ola.does(() => textIn(ola.root).insert(32, 'Ny setning av Ola.'));
  const before = { 'Kari Nordmann': 6, 'Ola Hansen': 4 };
  expect(await words(documentId)).toEqual(before);
  return { documentId, kari, ola, before };
}

test('F48 DOC-13 whoever undoes that they deleted another’s words does not become their author', async () => {
  const { documentId, kari, before } = await writtenByTwo();
  for (const rests of [false, true]) {
    for (const gone of [() => textIn(kari.root).delete(32, 18), () => kari.root.delete(0, 1)]) {
      await kari.does(gone);
      expect(await words(documentId)).not.toHaveProperty('Ola Hansen');
      // Between the two, and after them.
      if (rests) await rest();
      await kari.undoes();
      expect(await words(documentId)).toEqual(before);
      if (rests) await rest();
      expect(await words(documentId)).toEqual(before);
    }
  }
});

test('F47 F48 DOC-12 a version that is brought back brings its authors, and the history says who brought it', async () => {
  const { documentId, kari, ola, before } = await writtenByTwo();
  const { versionId } = await must(
    world.call(school.ola, history.nameVersion, { documentId, name: 'Begges' }),
  );
  await kari.does(() => textIn(kari.root).delete(32, 18));
  await must(world.call(school.kari, history.restoreVersion, { documentId, versionId }));
  expect(await words(documentId)).toEqual(before);
  const { versions: all } = await must(
    world.ask(school.ola, versions.documentVersions, { documentId }),
  );
  expect(all[0]).toMatchObject({ byName: 'Kari Nordmann', restored: { name: 'Begges' } });
  const { rows } = await world.test.database.execute(
    sql`select act from document_log where document_id = ${documentId} and by_id = ${school.kari.personId}`,
  );
  expect(rows).toContainEqual({ act: 'restored' });

  await rest();
  expect(await words(documentId)).toEqual(before);
  await ola.does(() => textIn(ola.root).insert(50, ' Mer.'));
  expect(await words(documentId)).toEqual({ ...before, 'Ola Hansen': 5 });
});

test('F48 DOC-13 DOC-41 a template’s words stay nobody’s, and whoever undid goes on under their own number', async () => {
  const documentId = await school.document();
  const template = new Y.Doc();
  template.getXmlFragment(TEXT_FIELD).insert(0, [paragraph('Hva handler saken om?')]);
  await world.test.database.execute(sql`
    insert into document_snapshot (document_id, through_seq, state, authors, at)
    values (${documentId}, 0, ${Buffer.from(Y.encodeStateAsUpdate(template))}, '{}', now())
    on conflict (document_id) do update set state = excluded.state`);
  const kari = await opens(school.kari, documentId);
  await kari.does(() => kari.root.delete(0, 1));
  await kari.undoes();
  expect(kari.root.toString()).toContain('Hva handler');
  expect(await words(documentId)).toEqual({});
  // All that stands under her number is nobody's: the number is hers all the same.
  const later = coldEditing();
  kari.movesTo(later);
  await kari.does(() => textIn(kari.root).insert(21, ' Om makt.'));
  expect(await wordsFromCold(documentId)).toEqual([[school.kari.personId, 2]]);
  await later.stop();
});

test('DOC-13 what was deleted is kept whatever it is, half an emoji and a null too', async () => {
  const { documentId, kari, before } = await writtenByTwo();
  await kari.does(() => textIn(kari.root).insert(0, 'Å\u0000 🚪🚪 \ud83d '));
  await kari.does(() => textIn(kari.root).delete(0, 4));
  await kari.does(() => textIn(kari.root).delete(0, 5));
  await rest();
  const { rows } = await world.test.database.execute(
    sql`select from document_update where document_id = ${documentId}`,
  );
  expect(rows).toEqual([]);
  expect(await words(documentId)).toEqual(before);
});
