import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { aboutDocument, searchDocuments } from '#shared/features/document/catalogue/queries.ts';
import { liftQuarantine } from '#shared/features/document/history/commands.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { CLOSE, linePathOf, TEXT_FIELD } from '#shared/wire/document-line.ts';
import { can } from '../../../access.ts';
import { makeLog } from '../../../platform/log.ts';
import { type AppWorld, createAppWorld } from '../../../testing/app-world.ts';
import { type LineClient, openLineClient } from '../../../testing/line-client.ts';
import { until } from '../../../testing/until.ts';
import type { Somebody } from '../../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../../testing/written-school.ts';
import { subjectOf } from '../../identity/public.ts';
import { sweepDocuments } from '../sweep.ts';
import { makeEditing } from './editing.ts';
import { KeeperLost } from './keeper.ts';
import { isUnreadable } from './open-rooms.ts';

let world: AppWorld;
let school: WrittenSchool;
const cookies = new Map<Somebody, string>();
beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());

async function openLine(who: Somebody, documentId: DocumentId): Promise<LineClient> {
  const cookie = cookies.get(who) ?? (await world.cookieOf(who));
  cookies.set(who, cookie);
  return openLineClient({ url: world.url, cookie, path: linePathOf(documentId) });
}

const paragraph = (doc: Y.Doc, text: string) => {
  const made = new Y.XmlElement('paragraph');
  made.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(TEXT_FIELD).push([made]);
};

/** A row of the log, by whatever way it came there: updates, each after its length. */
async function storeRow(documentId: DocumentId, updates: readonly Uint8Array[]): Promise<void> {
  const bytes = Buffer.concat(updates.flatMap((each) => [Buffer.from(varUint(each.length)), each]));
  await world.test.database.execute(sql`
    insert into document_update (document_id, seq, person_id, bytes, at)
    select ${documentId}, coalesce(max(seq), 0) + 1, ${school.kari.personId}, ${bytes}, now()
    from document_update where document_id = ${documentId}`);
}

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >> 7)];
}

const rowsOf = async (table: string, documentId: DocumentId) =>
  (
    await world.test.database.execute(
      sql`select from ${sql.identifier(table)} where document_id = ${documentId}`,
    )
  ).rows.length;
const about = async (who: Somebody, documentId: DocumentId) => {
  const answer = await world.ask(who, aboutDocument, { documentId });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
};

describe('X18 a document in quarantine', () => {
  test('DOC-36 is opened again from its last good state by whoever may restore, and by nobody else', async () => {
    const documentId = await school.document('group', 'Ble syk');
    const before = await openLine(school.kari, documentId);
    await until(() => expect(before.whole()).toBe(true));
    paragraph(before.doc, 'Siste gode setning');
    await until(() => expect(before.acked()).toBe(before.sent()));
    // Builds on something that was never stored.
    const lacking = new Y.Doc();
    lacking.getText('t').insert(0, 'a');
    const known = Y.encodeStateVector(lacking);
    lacking.getText('t').insert(1, 'b');
    await storeRow(documentId, [Y.encodeStateAsUpdate(lacking, known)]);
    paragraph(before.doc, 'Kom for sent');
    expect(await before.closed).toBe(CLOSE.quarantined);
    await until(async () =>
      expect(await rowsOf('document_set_aside', documentId)).toBeGreaterThan(1),
    );

    expect(await about(school.ola, documentId)).toMatchObject({
      quarantined: true,
      rights: { edit: false, restore: false, lift: true },
    });
    expect((await about(school.anne, documentId)).rights.lift).toBe(false);
    for (const who of [school.anne, school.siri]) {
      const refused = await world.call(who, liftQuarantine, { documentId });
      expect(refused).toEqual({ ok: false, refusal: 'not-found' });
    }
    const still = await openLine(school.ola, documentId);
    expect(await still.closed).toBe(CLOSE.quarantined);

    expect(await world.call(school.ola, liftQuarantine, { documentId })).toMatchObject({
      ok: true,
    });
    // A second press changes nothing.
    expect(await world.call(school.kari, liftQuarantine, { documentId })).toMatchObject({
      ok: true,
    });
    const opened = await openLine(school.ola, documentId);
    await until(() => expect(opened.whole()).toBe(true));
    const text = opened.doc.getXmlFragment(TEXT_FIELD).toString();
    expect(text).toContain('Siste gode setning');
    expect(text, 'what was acknowledged before anybody knew').toContain('Kom for sent');
    paragraph(opened.doc, 'Vi går videre');
    await until(() => expect(opened.acked()).toBe(opened.sent()));
    expect(opened.refused).toEqual([]);
    expect(await about(school.kari, documentId)).toMatchObject({
      quarantined: false,
      rights: { edit: true, lift: false },
    });
    const { rows } = await world.test.database.execute<{ act: string; by: string | null }>(sql`
      select act, by_id as by from document_log
      where document_id = ${documentId} and act in ('quarantined', 'lifted') order by at`);
    expect(rows).toEqual([
      { act: 'quarantined', by: null },
      { act: 'lifted', by: school.ola.personId },
    ]);
    const found = await world.ask(school.kari, searchDocuments, { text: 'setning' });
    expect(found.ok && found.value.hits.map(({ item }) => item.documentId)).toContain(documentId);
    opened.close();

    await sweepDocuments(world.test.database, world.clock.now() + 31 * DAY_MS);
    expect(await rowsOf('document_set_aside', documentId)).toBe(0);
  });

  test('DOC-36 is not opened before its last good state has been found', async () => {
    const documentId = await school.document();
    await world.test.database.execute(
      sql`update document set quarantined_at = now() where id = ${documentId}`,
    );
    const doc = new Y.Doc();
    paragraph(doc, 'Ligger der');
    await storeRow(documentId, [Y.encodeStateAsUpdate(doc)]);
    // The server stopped while it looked: asking makes it look again.
    const lift = () => world.call(school.kari, liftQuarantine, { documentId });
    expect(await lift()).toEqual({ ok: false, refusal: 'not-ready' });
    await until(async () => expect(await lift()).toMatchObject({ ok: true }));
    const opened = await openLine(school.kari, documentId);
    await until(() =>
      expect(opened.doc.getXmlFragment(TEXT_FIELD).toString()).toContain('Ligger der'),
    );
    opened.close();
  });
});

describe('DOC-37 a text that hangs', () => {
  /** Each of these looks at all before it: Yjs takes some minutes for a few hundred kilobytes. */
  function tangled(count: number): Uint8Array[] {
    return Array.from({ length: count }, (_, nth) => {
      const client = varUint(nth + 1);
      // One client, one struct from clock 0 on: a letter at the beginning of the text `t`. Deletes nothing.
      return Uint8Array.from([1, 1, ...client, 0, 4, 1, 1, 0x74, 1, 0x78, 0]);
    });
  }

  test('ends its thread, and others go on; the second time it is put into quarantine, with what was last put together', async () => {
    const [sick, well] = [await school.document(), await school.document()];
    const { database } = world.test;
    const good = new Y.Doc();
    paragraph(good, 'Det som var samlet');
    await database.execute(sql`
      insert into document_snapshot (document_id, through_seq, state, authors, at)
      values (${sick}, 0, ${Buffer.from(Y.encodeStateAsUpdate(good))}, '{}', now())`);
    await storeRow(sick, tangled(15_000));
    const { clock } = world;
    const parts = { database, clock, log: makeLog('error'), can, subjectOf };
    const editing = makeEditing({ ...parts, answersWithinMs: 3_000 });
    await expect(editing.authorshipOf(sick)).rejects.toThrow(KeeperLost);
    const other = new Y.Doc();
    paragraph(other, 'Her går det videre');
    await editing.makeLike(well, Y.encodeStateAsUpdate(other), school.ola.personId);
    expect((await editing.contentOf(well)).text).toBe('Her går det videre');

    await expect(editing.authorshipOf(sick)).rejects.toThrow(KeeperLost);
    await until(async () => expect((await about(school.kari, sick)).quarantined).toBe(true));
    await until(async () => expect(await rowsOf('document_set_aside', sick)).toBe(1));
    await expect(editing.contentOf(sick)).rejects.toSatisfy(isUnreadable);
    expect(await world.call(school.kari, liftQuarantine, { documentId: sick })).toMatchObject({
      ok: true,
    });
    expect((await editing.contentOf(sick)).text).toBe('Det som var samlet');
    await editing.stop();
  }, 60_000);
});
