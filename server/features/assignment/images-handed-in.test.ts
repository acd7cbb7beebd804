import * as fs from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { setAssignment } from '#shared/features/assignment/assignment/commands.ts';
import { aboutAssignment } from '#shared/features/assignment/assignment/queries.ts';
import * as submissions from '#shared/features/assignment/submission/commands.ts';
import { submissionImageAddress } from '#shared/features/assignment/submission/model.ts';
import { imagesAddress } from '#shared/features/document/images/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, ImageId, PaperId, SubmissionId } from '#shared/kernel/ids.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { can } from '../../access.ts';
import { makeRedraw } from '../../platform/images/redraw.ts';
import { makeLog } from '../../platform/log.ts';
import { newId } from '../../platform/new-id.ts';
import { makeFolderBlobs } from '../../storage/blobs.ts';
import { inTransaction } from '../../storage/transaction.ts';
import { type AppWorld, createAppWorld } from '../../testing/app-world.ts';
import type { Somebody } from '../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../testing/written-school.ts';
import { makeImages } from '../document/public.ts';
import { subjectOf } from '../identity/public.ts';
import { bytesHandedIn, imagesHandedIn } from './public.ts';

let world: AppWorld;
let school: WrittenSchool;
let photo: Buffer;
beforeAll(async () => {
  world = await createAppWorld();
  school = await writeSchool(world);
  await world.test.database.execute(sql`update sign_in set expires_at = 'infinity'`);
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
});
afterAll(() => world.close());

type Begun = {
  readonly paperId: PaperId;
  readonly documentId: DocumentId;
  readonly assignmentId: string;
};

async function begin(): Promise<Begun> {
  const set = await world.call(school.anne, setAssignment, {
    ...{ cohortId: school.cohortId, courseId: school.school.courseId, mode: 'group' },
    ...{ templateId: null, title: 'Rommet', brief: 'Vis rommet.', criteria: [] },
    ...{ dueDay: '2026-12-02', dueTime: '12:00' },
  });
  if (!set.ok) throw new Error(set.refusal);
  const { assignmentId } = set.value;
  const { groupId } = school;
  const opened = await world.call(school.kari, submissions.openPaper, { assignmentId, groupId });
  if (!opened.ok) throw new Error(opened.refusal);
  return { ...opened.value, assignmentId };
}

async function sent(documentId: DocumentId): Promise<ImageId> {
  const said = (await answerTo(documentId)) as { value: { imageId: ImageId } };
  return said.value.imageId;
}

/** What Kari is told who puts a picture into a document. */
async function answerTo(documentId: DocumentId): Promise<unknown> {
  const response = await fetch(world.url + imagesAddress(documentId), {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-mellom': '1',
      origin: world.url,
      cookie: await world.cookieOf(school.kari),
    },
    body: new Uint8Array(photo),
  });
  return response.json();
}

/** Makes a document that nobody has open say some words of Kari’s, and show these pictures. */
async function show(documentId: DocumentId, ...shown: readonly ImageId[]): Promise<void> {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('Stolene sto i ring.')]);
  const images = shown.map((imageId) => {
    const image = new Y.XmlElement('image');
    image.setAttribute('imageId', imageId);
    image.setAttribute('alt', 'Åtte stoler i ring');
    return image;
  });
  doc.getXmlFragment(TEXT_FIELD).push([paragraph, ...images]);
  const authors = { [doc.clientID]: [[Y.getState(doc.store, doc.clientID), school.kari.personId]] };
  await world.test.database.execute(sql`
    insert into document_snapshot (document_id, through_seq, state, authors, at)
    values (${documentId}, 0, ${Buffer.from(Y.encodeStateAsUpdate(doc))}, ${JSON.stringify(authors)}, now())
    on conflict (document_id) do update
      set state = excluded.state, authors = excluded.authors, at = now()`);
}

async function handIn({ paperId, assignmentId }: Begun): Promise<SubmissionId> {
  for (const who of [school.kari, school.ola]) {
    const about = await world.ask(who, aboutAssignment, { assignmentId: assignmentId as never });
    const fingerprint = (about.ok && about.value.papers[0]?.text?.fingerprint) || '';
    const said = await world.call(who, submissions.confirmPaper, { paperId, fingerprint });
    if (!said.ok) throw new Error(said.refusal);
    if (said.value.submissionId) return said.value.submissionId;
  }
  throw new Error('not handed in');
}

const look = async (by: Somebody | null, submissionId: string, imageId: string) =>
  fetch(world.url + submissionImageAddress(submissionId as SubmissionId, imageId as ImageId), {
    headers: by ? { cookie: await world.cookieOf(by) } : {},
  });
const seenBy = async (by: Somebody | null, submissionId: string, imageId: string) =>
  (await look(by, submissionId, imageId)).status;

/** Two sweeps a week apart, with files that have lain long enough. */
async function sweep(imageId: ImageId): Promise<void> {
  const folder = path.join(world.dataDir, 'images');
  const old = new Date(Date.now() - 2 * 60 * 60_000);
  const { clock } = world;
  const { database } = world.test;
  const log = makeLog('error');
  const redraw = makeRedraw({ log });
  const images = makeImages({
    ...{ database, clock, log, can, subjectOf, redraw, blobs: makeFolderBlobs(folder) },
    keptElsewhere: (names) => imagesHandedIn(database, names),
    bytesElsewhere: bytesHandedIn,
  });
  await images.sweep();
  clock.advance(8 * DAY_MS);
  await fs.utimes(path.join(folder, imageId.slice(-2), imageId), old, old);
  await images.sweep();
  redraw.stop();
}

describe('F56 ASG-19 the pictures of what was handed in', () => {
  test('are shown to whoever may read it, asked each time, and to nobody else', async () => {
    const begun = await begin();
    const imageId = await sent(begun.documentId);
    const notShown = await sent(begun.documentId);
    await show(begun.documentId, imageId);
    const submissionId = await handIn(begun);
    for (const reader of [school.kari, school.ola, school.anne]) {
      const seen = await look(reader, submissionId, imageId);
      expect(seen.status).toBe(200);
      expect(Object.fromEntries(seen.headers)).toMatchObject({
        'content-type': 'image/webp',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-cache',
      });
      expect((await sharp(Buffer.from(await seen.arrayBuffer())).metadata()).format).toBe('webp');
    }
    const no = [
      await look(school.siri, submissionId, imageId),
      await look(school.kari, newId(), imageId),
      await look(school.kari, submissionId, newId()),
      // It lay in the document, and was no part of the text.
      await look(school.kari, submissionId, notShown),
      await look(school.kari, submissionId, '..%2f..%2fkey'),
      await look(school.kari, '%00', imageId),
    ];
    for (const each of no) {
      expect([each.status, await each.text()]).toEqual([404, '{"ok":false,"refusal":"not-found"}']);
      expect(each.headers.get('cache-control')).toBe('no-store');
    }
    expect(await seenBy(null, submissionId, imageId)).toBe(401);

    // Whoever may no longer read it sees them no longer.
    const { database } = world.test;
    await database.execute(sql`
      delete from group_member where group_id = ${school.groupId} and person_id = ${school.ola.personId}`);
    expect(await seenBy(school.ola, submissionId, imageId)).toBe(404);
    await school.school.addToGroup(school.ola, school.groupId);
  });

  test('stay when it is taken back, when the group takes them out, and when the document is gone', async () => {
    const begun = await begin();
    const { documentId, paperId } = begun;
    const imageId = await sent(documentId);
    await show(documentId, imageId);
    const first = await handIn(begun);
    const back = { paperId, submissionId: first };
    expect((await world.call(school.ola, submissions.takeBackSubmission, back)).ok).toBe(true);
    expect(await seenBy(school.anne, first, imageId)).toBe(404);

    await show(documentId);
    await sweep(imageId);
    const { database } = world.test;
    const { rows } = await database.execute(sql`
      select from document_image where document_id = ${documentId}`);
    expect(rows).toEqual([]);
    expect(await seenBy(school.kari, first, imageId)).toBe(200);
    const second = await handIn(begun);
    expect(await seenBy(school.kari, second, imageId)).toBe(404);

    await database.execute(sql`delete from document where id = ${documentId}`);
    await sweep(imageId);
    expect(await seenBy(school.kari, first, imageId)).toBe(200);
    const change = database.execute(sql`delete from submission_image where image_id = ${imageId}`);
    await expect(change).rejects.toMatchObject({
      cause: { message: expect.stringContaining('never changed or deleted') },
    });
  });

  test('are the document’s own: the name of another’s picture shows nothing', async () => {
    const elsewhere = await school.document('personal');
    const imageId = await sent(elsewhere);
    const begun = await begin();
    await show(begun.documentId, imageId);
    const submissionId = await handIn(begun);
    for (const who of [school.ola, school.anne, school.kari]) {
      expect(await seenBy(who, submissionId, imageId)).toBe(404);
    }
  });

  test('IMG-6 take the room of whoever put them in for as long as they are kept, and once', async () => {
    const { database } = world.test;
    const room = () =>
      inTransaction(database, 'view', (tx) => bytesHandedIn(tx, school.kari.personId));
    const before = await room();
    const begun = await begin();
    const { documentId, paperId } = begun;
    const imageId = await sent(documentId);
    await show(documentId, imageId);
    const first = await handIn(begun);
    expect(await room(), 'it is counted where the document has it').toBe(before);
    const back = { paperId, submissionId: first };
    await world.call(school.ola, submissions.takeBackSubmission, back);
    await handIn(begun);
    const { rows } = await database.execute<{ bytes: number }>(sql`
      select bytes from document_image where image_id = ${imageId}`);
    await database.execute(sql`delete from document where id = ${documentId}`);
    expect((await room()) - before, 'handed in twice, and lying once').toBe(rows[0]?.bytes);

    const large = await begin();
    const another = await sent(large.documentId);
    await show(large.documentId, another);
    await database.execute(sql`
      update document_image set bytes = 500 * 1024 * 1024 where image_id = ${another}`);
    await handIn(large);
    await database.execute(sql`delete from document where id = ${large.documentId}`);
    expect(await answerTo(await school.document())).toEqual({ ok: false, refusal: 'no-room' });
  });
});
