import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as commands from '#shared/features/assignment/assignment/commands.ts';
import * as queries from '#shared/features/assignment/assignment/queries.ts';
import { paperChannel } from '#shared/features/assignment/channel.ts';
import * as submissions from '#shared/features/assignment/submission/commands.ts';
import { NOTHING_YET } from '#shared/features/assignment/submission/model.ts';
import { handIns, submissionQuery } from '#shared/features/assignment/submission/queries.ts';
import { evolve } from '#shared/features/assignment/submission/rules.ts';
import { renameDocument, trashDocument } from '#shared/features/document/catalogue/commands.ts';
import { aboutDocument, documentList } from '#shared/features/document/catalogue/queries.ts';
import { nameVersion, restoreVersion } from '#shared/features/document/history/commands.ts';
import { freezeDocument, thawDocument } from '#shared/features/document/sharing/commands.ts';
import { DAY_MS, HOUR_MS } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  DocumentId,
  GroupId,
  PaperId,
  SubmissionId,
} from '#shared/kernel/ids.ts';
import { MESSAGE, RIGHT, TEXT_FIELD } from '#shared/wire/document-line.ts';
import { makeLog } from '../../platform/log.ts';
import type { Letter } from '../../platform/mail.ts';
import { newId } from '../../platform/new-id.ts';
import { momentOf } from '../../storage/moment.ts';
import { somebodyWaits } from '../../testing/somebody-waits.ts';
import { until } from '../../testing/until.ts';
import { createWorld, type Somebody, WORLD_STARTS_AT, type World } from '../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../testing/written-school.ts';
import { prepareDocument } from '../document/public.ts';
import { makeLetterPost } from '../identity/public.ts';
import { statesOf } from './paper-states.ts';
import { erasePersonalData, exportPersonalData } from './personal-data.ts';
import { makeTextsSaid } from './texts-said.ts';

let world: World;
let school: WrittenSchool;
beforeAll(async () => {
  world = await createWorld();
  school = await writeSchool(world);
  // Days pass in these tests, and nobody signs in anew.
  await world.test.database.execute(sql`update sign_in set expires_at = 'infinity'`);
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(WORLD_STARTS_AT));

const brief = {
  title: 'Makt i møtet',
  brief: 'Velg et møte der noen bestemte mer enn de sa.',
  criteria: ['Situasjonen er tydelig.', 'Makten er vist, ikke bare nevnt.'],
  dueDay: '2026-10-02',
  dueTime: '23:59',
};
const DUE_AT = Date.UTC(2026, 9, 2, 21, 59);

async function set(more: Partial<Parameters<typeof given>[0]> = {}): Promise<AssignmentId> {
  const reply = await world.call(school.anne, commands.setAssignment, given(more));
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value.assignmentId;
}
function given(more: { mode?: 'group' | 'individual'; templateId?: DocumentId | null } = {}) {
  const { cohortId } = school;
  const { courseId } = school.school;
  return { cohortId, courseId, mode: 'group' as const, templateId: null, ...brief, ...more };
}

const about = async (who: Somebody, assignmentId: AssignmentId) => {
  const reply = await world.ask(who, queries.aboutAssignment, { assignmentId });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
};

type Begun = { readonly paperId: PaperId; readonly documentId: DocumentId };

async function begin(
  who: Somebody,
  assignmentId: AssignmentId,
  holder: { groupId: GroupId } | { personId: Somebody['personId'] } = { groupId: school.groupId },
): Promise<Begun> {
  const reply = await world.call(who, submissions.openPaper, { assignmentId, ...holder });
  if (!reply.ok) throw new Error(reply.refusal);
  return reply.value;
}

/** Somebody types a paragraph, as a line does. @returns whether it was taken */
async function write(who: Somebody, documentId: DocumentId, text: string): Promise<boolean> {
  const { editing } = world.slices.document;
  const opened = await editing.admit({ ...who, expiresAt: Number.MAX_SAFE_INTEGER }, documentId);
  if (typeof opened === 'string') throw new Error(opened);
  const line = opened({ send: () => undefined, close: () => undefined });
  const doc = new Y.Doc();
  const before = await editing.contentOf(documentId);
  Y.applyUpdate(doc, before.state);
  const vector = Y.encodeStateVector(doc);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment(TEXT_FIELD).insert(0, [paragraph]);
  const update = Y.encodeStateAsUpdate(doc, vector);
  await line.message(Uint8Array.from([0, 2, ...varUint(update.length), ...update]));
  await editing.drain();
  line.closed();
  return (await editing.contentOf(documentId)).text !== before.text;
}

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varUint(number >> 7)];
}

const fingerprintFor = async (who: Somebody, assignmentId: AssignmentId) =>
  (await about(who, assignmentId)).papers[0]?.text?.fingerprint ?? 'none';

async function confirm(who: Somebody, assignmentId: AssignmentId, { paperId }: Begun) {
  const fingerprint = await fingerprintFor(who, assignmentId);
  return world.call(who, submissions.confirmPaper, { paperId, fingerprint });
}

/** A group's text that both have confirmed, and with it handed in. */
async function handedIn() {
  const assignmentId = await set();
  const begun = await begin(school.kari, assignmentId);
  await write(school.kari, begun.documentId, 'Makten lå i hvem som hadde lest journalen.');
  await confirm(school.ola, assignmentId, begun);
  const reply = await confirm(school.kari, assignmentId, begun);
  if (!reply.ok || reply.value.submissionId === null) throw new Error(JSON.stringify(reply));
  return { assignmentId, ...begun, submissionId: reply.value.submissionId };
}

/** Carries what waits to a mail that this test is. */
async function post(fail: (letter: Letter) => boolean | Promise<boolean> = () => false) {
  const sent: Letter[] = [];
  const mail = {
    send: async (letter: Letter) => {
      if (await fail(letter)) throw new Error('the mail server is away');
      sent.push(letter);
    },
    close: () => undefined,
  };
  const parts = { database: world.test.database, mail, clock: world.clock, log: makeLog('error') };
  const letters = makeLetterPost({
    ...parts,
    baseUrl: 'https://mellom.example',
    linkSecret: () => '',
    compose: async () => null,
  });
  await letters.tick();
  await letters.stop();
  return sent;
}

/** "Hvem har makt her": four words. */
const aTemplate = () =>
  world.test.database.transaction((tx) =>
    prepareDocument(
      tx,
      {
        ...{ kind: 'template', ownerId: null, groupId: null, sessionId: null, courseId: null },
        ...{ title: 'Kasusarbeid', by: null, at: world.clock.now() },
      },
      [{ kind: 'heading', text: 'Hvem har makt her', by: null }],
    ),
  );

describe('setting', () => {
  test('F55 ASG-1 each group’s document is there at once, made from the template, in the group’s list', async () => {
    const assignmentId = await set({ templateId: await aTemplate() });
    const [paper] = (await about(school.kari, assignmentId)).papers;
    expect(paper).toMatchObject({
      groupId: school.groupId,
      text: { words: 0, fromTemplate: 4 },
    });
    const list = await world.ask(school.ola, documentList, { trashed: false });
    expect(list.ok && list.value.items.map(({ documentId }) => documentId)).toContain(
      paper?.documentId,
    );
    expect(await begin(school.ola, assignmentId)).toMatchObject({ documentId: paper?.documentId });
  });

  test('F55 ASG-2 alone, each student gets a text of their own, that nobody else reads', async () => {
    const assignmentId = await set({ mode: 'individual' });
    const mine = await begin(school.siri, assignmentId, { personId: school.siri.personId });
    await write(school.siri, mine.documentId, 'Bare for meg ennå.');
    for (const other of [school.kari, school.anne]) {
      const read = await world.ask(other, aboutDocument, { documentId: mine.documentId });
      expect(read).toMatchObject({ ok: false, refusal: 'not-found' });
    }
    const papers = await world.ask(school.anne, queries.papersOf, { assignmentId });
    const row =
      papers.ok &&
      papers.value.papers.find(({ members }) => members[0]?.personId === school.siri.personId);
    expect(row).toMatchObject({ confirmed: 0, writtenAt: null, handedIn: null });
    expect(await confirm(school.siri, assignmentId, mine)).toMatchObject({
      ok: true,
      value: { submissionId: expect.any(String) },
    });
  });

  test('F55 ASG-3 the due time is Oslo’s, and what is due is shown to all who answer', async () => {
    const assignmentId = await set();
    expect(await about(school.kari, assignmentId)).toMatchObject({ dueAt: DUE_AT, maySet: false });
    const list = await world.ask(school.siri, queries.assignmentList, {});
    expect(list.ok && list.value.items.some((each) => each.assignmentId === assignmentId)).toBe(
      true,
    );
  });

  test('ASG-22 a student in no group is told so, with whom to ask; nobody else is', async () => {
    const assignmentId = await set();
    const alone = await set({ mode: 'individual' });
    const listed = async (who: Somebody) => {
      const list = await world.ask(who, queries.assignmentList, {});
      if (!list.ok) throw new Error(list.refusal);
      return (id: AssignmentId) => list.value.items.find((each) => each.assignmentId === id);
    };
    const { anne, kari, siri } = school;
    const siris = await listed(siri);
    expect(siris(assignmentId)).toMatchObject({
      mine: null,
      groupless: { teachers: [{ personId: anne.personId }] },
    });
    expect(siris(alone)?.groupless).toBeNull();
    expect(await about(siri, assignmentId)).toMatchObject({ groupless: true, papers: [] });
    expect(await about(siri, alone)).toMatchObject({ groupless: false });
    for (const who of [kari, anne]) {
      expect((await listed(who))(assignmentId)?.groupless).toBeNull();
      expect(await about(who, assignmentId)).toMatchObject({ groupless: false });
    }
  });

  test('ASG-4 nothing is set, or moved, into the past; what is past may be corrected where it stands', async () => {
    const past = { ...given(), dueDay: '2026-09-29', dueTime: '08:59' };
    const no = { ok: false, refusal: 'due-passed' };
    expect(await world.call(school.anne, commands.setAssignment, past)).toMatchObject(no);
    const assignmentId = await set();
    world.clock.set(DUE_AT + HOUR_MS);
    const { dueDay, dueTime, ...words } = brief;
    const change = (day: string, time: string) =>
      world.call(school.anne, commands.changeAssignment, {
        ...{ assignmentId, ...words, title: 'Makt i rommet', dueDay: day, dueTime: time },
      });
    expect(await change(dueDay, dueTime)).toMatchObject({ ok: true });
    expect(await change('2026-10-01', '12:00')).toMatchObject(no);
    expect((await about(school.kari, assignmentId)).title).toBe('Makt i rommet');
  });

  test('ASG-5 however many begin at once, there is one paper and one document', async () => {
    const assignmentId = await set({ mode: 'individual' });
    const holder = { personId: school.siri.personId };
    const all = await Promise.all([1, 2, 3, 4].map(() => begin(school.siri, assignmentId, holder)));
    expect(new Set(all.map(({ documentId }) => documentId)).size).toBe(1);
  });
});

describe('a template', () => {
  const readBack = async (who: Somebody, assignmentId: AssignmentId) =>
    (await about(who, assignmentId)).papers[0]?.text;

  test('F56 ASG-10 its own words are nobody’s: not counted, and not an answer until somebody writes', async () => {
    const assignmentId = await set({ templateId: await aTemplate() });
    const begun = await begin(school.kari, assignmentId);
    const no = { ok: false, refusal: 'only-template' };
    expect(await confirm(school.kari, assignmentId, begun)).toMatchObject(no);
    world.clock.set(DUE_AT - HOUR_MS);
    const { paperId, documentId } = begun;
    const untouched = await fingerprintFor(school.kari, assignmentId);
    const asItIs = { paperId, fingerprint: untouched };
    expect(await world.call(school.kari, submissions.handInPaper, asItIs)).toMatchObject(no);
    await write(school.ola, documentId, 'Journalen avgjorde.');
    expect(await readBack(school.kari, assignmentId)).toMatchObject({ words: 2, fromTemplate: 4 });
    const fingerprint = await fingerprintFor(school.kari, assignmentId);
    const reply = await world.call(school.kari, submissions.handInPaper, { paperId, fingerprint });
    if (!reply.ok) throw new Error(reply.refusal);
    const { submissionId } = reply.value;
    const read = await world.ask(school.anne, submissionQuery, { submissionId });
    expect(read).toMatchObject({ ok: true, value: { words: 2 } });
  });

  test('ASG-10 a text that has become its template again is no answer, whoever brought it back', async () => {
    const assignmentId = await set({ templateId: await aTemplate() });
    const begun = await begin(school.kari, assignmentId);
    const { documentId } = begun;
    const name = { documentId, name: 'Slik malen var' };
    const named = await world.call(school.kari, nameVersion, name);
    if (!named.ok) throw new Error(named.refusal);
    await write(school.ola, documentId, 'Journalen avgjorde.');
    const { versionId } = named.value;
    await world.call(school.kari, restoreVersion, { documentId, versionId });
    expect(await readBack(school.kari, assignmentId)).toMatchObject({ words: 0, fromTemplate: 4 });
    const no = { ok: false, refusal: 'only-template' };
    expect(await confirm(school.kari, assignmentId, begun)).toMatchObject(no);
  });

  test('F55 ASG-21 who set it is not told that a group has written before one of its members has', async () => {
    const assignmentId = await set({ templateId: await aTemplate() });
    const writtenAt = async () => {
      const reply = await world.ask(school.anne, queries.papersOf, { assignmentId });
      if (!reply.ok) throw new Error(reply.refusal);
      const isKaris = (each: { members: readonly { personId: string }[] }) =>
        each.members.some(({ personId }) => personId === school.kari.personId);
      return reply.value.papers.find(isKaris)?.writtenAt;
    };
    const { documentId } = await begin(school.kari, assignmentId);
    expect(await writtenAt()).toBeNull();
    await write(school.kari, documentId, 'Nå er vi i gang.');
    expect(await writtenAt()).toEqual(expect.any(Number));
  });
});

describe('handing in', () => {
  test('F56 ASG-8 the last yes hands in; the fingerprint is the SHA-256 of the very text, and anybody can check it', async () => {
    const { submissionId, documentId } = await handedIn();
    for (const reader of [school.kari, school.ola, school.anne]) {
      const read = await world.ask(reader, submissionQuery, { submissionId });
      if (!read.ok) throw new Error(read.refusal);
      const { canonical, fingerprint, members, late } = read.value;
      expect(createHash('sha256').update(canonical).digest('hex')).toBe(fingerprint);
      expect(canonical).toContain('Makten lå i hvem som hadde lest journalen.');
      expect(members.map(({ standing }) => standing)).toEqual(['confirmed', 'confirmed']);
      expect(late).toBe(false);
    }
    const stranger = await world.ask(school.siri, submissionQuery, { submissionId });
    expect(stranger).toMatchObject({ ok: false, refusal: 'not-found' });
    const document = await world.ask(school.kari, aboutDocument, { documentId });
    expect(document).toMatchObject({
      value: { item: { handedIn: true, frozen: false, mayEdit: false }, rights: { edit: false } },
    });
  });

  test('F56 DOC-33 whoever has it open can write no more, from the moment it is handed in', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Ferdig.');
    const { editing } = world.slices.document;
    const caller = { ...school.ola, expiresAt: Number.MAX_SAFE_INTEGER };
    const opened = await editing.admit(caller, begun.documentId);
    if (typeof opened === 'string') throw new Error(opened);
    const frames: Uint8Array[] = [];
    const line = opened({ send: (frame) => frames.push(frame), close: () => undefined });
    await line.message(Uint8Array.from([MESSAGE.askAcks]));
    await confirm(school.kari, assignmentId, begun);
    await confirm(school.ola, assignmentId, begun);
    // A WebSocket frame of two bytes: rights, to read and to show oneself, and not to write.
    expect(frames).toContainEqual(
      Buffer.from([0x82, 2, MESSAGE.rights, RIGHT.read | RIGHT.awareness]),
    );
    line.closed();
    // What comes after it is told why not, in the reason that the page names.
    const again = await editing.admit(caller, begun.documentId);
    if (typeof again === 'string') throw new Error(again);
    const late = again({ send: (frame) => frames.push(frame), close: () => undefined });
    await late.message(Uint8Array.from([MESSAGE.askAcks]));
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'For seint');
    const update = Y.encodeStateAsUpdate(doc);
    await late.message(Uint8Array.from([0, 2, ...varUint(update.length), ...update]));
    await until(() =>
      expect(frames.some((frame) => Buffer.from(frame).includes('handed-in'))).toBe(true),
    );
    late.closed();
    expect(await write(school.ola, begun.documentId, 'Et ord til')).toBe(false);
    const rename = { documentId: begun.documentId, title: 'Nytt' };
    expect(await world.call(school.kari, renameDocument, rename)).toMatchObject({
      refusal: 'frozen',
    });
  });

  test('F56 ASG-15 a line that opens while the text is held writes no more, and writes again when it is let go', async () => {
    const assignmentId = await set();
    const { documentId } = await begin(school.kari, assignmentId);
    const { editing } = world.slices.document;
    const caller = { ...school.ola, expiresAt: Number.MAX_SAFE_INTEGER };
    const opened = await editing.admit(caller, documentId);
    if (typeof opened === 'string') throw new Error(opened);
    const frames: Uint8Array[] = [];
    const told = (bits: number) => Buffer.from([0x82, 2, MESSAGE.rights, bits]);
    const line = opened({ send: (frame) => frames.push(frame), close: () => undefined });
    const asking = line.message(Uint8Array.from([MESSAGE.askAcks]));
    editing.holdStill(documentId);
    await asking;
    expect(frames).toContainEqual(told(RIGHT.read | RIGHT.awareness));
    expect(frames).not.toContainEqual(told(RIGHT.read | RIGHT.awareness | RIGHT.write));
    editing.release(documentId);
    await until(() =>
      expect(frames.at(-1)).toEqual(told(RIGHT.read | RIGHT.awareness | RIGHT.write)),
    );
    line.closed();
  });

  test('F56 ASG-15 whoever types while it is handed in: what is kept is what stays, and what is acknowledged is in it', async () => {
    for (let round = 0; round < 5; round++) {
      const assignmentId = await set();
      const begun = await begin(school.kari, assignmentId);
      await write(school.kari, begun.documentId, 'Ferdig.');
      world.clock.set(DUE_AT - HOUR_MS);
      const fingerprint = await fingerprintFor(school.kari, assignmentId);
      const typing = (async () => {
        let taken = 0;
        for (let nth = 0; nth < 10; nth++)
          if (await write(school.ola, begun.documentId, `Ord ${nth}`)) taken++;
        return taken;
      })();
      const { paperId, documentId } = begun;
      const hand = world.call(school.kari, submissions.handInPaper, { paperId, fingerprint });
      const [reply, taken] = await Promise.all([hand, typing]);
      const { editing } = world.slices.document;
      const { canonical } = await editing.canonicalOf(documentId, world.test.database);
      const { text } = await editing.contentOf(documentId);
      expect(text.match(/Ord/gu)?.length ?? 0).toBe(taken);
      if (reply.ok) {
        const { submissionId } = reply.value;
        const read = await world.ask(school.kari, submissionQuery, { submissionId });
        expect(read.ok && read.value.canonical).toBe(canonical);
      } else expect(reply.refusal).toBe('changed');
      world.clock.set(WORLD_STARTS_AT);
    }
  });

  test('F55 a whole class reads the brief at once, and each sees the text that nobody has open', async () => {
    const assignmentId = await set();
    await begin(school.kari, assignmentId);
    const all = await Promise.all(
      Array.from({ length: 40 }, () => about(school.kari, assignmentId)),
    );
    for (const { papers } of all) expect(papers[0]?.text).not.toBeNull();
  });

  test('F56 ASG-11 a text that has changed since it was seen is not confirmed by mistake', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Første utkast.');
    const seen = await fingerprintFor(school.kari, assignmentId);
    await write(school.ola, begun.documentId, 'Et avsnitt til.');
    const { paperId } = begun;
    for (const command of [submissions.confirmPaper, submissions.handInPaper]) {
      const reply = await world.call(school.kari, command, { paperId, fingerprint: seen });
      expect(reply).toMatchObject({ ok: false, refusal: 'changed' });
    }
  });

  test('F56 ASG-11 a yes to an earlier text counts for nobody, neither in the list nor for the teacher', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Første utkast.');
    const shown = async () => {
      const list = await world.ask(school.ola, queries.assignmentList, {});
      const papers = await world.ask(school.anne, queries.papersOf, { assignmentId });
      if (!list.ok || !papers.ok) throw new Error('not read');
      const mine = list.value.items.find((each) => each.assignmentId === assignmentId)?.mine;
      const row = papers.value.papers.find(({ groupName }) => groupName === mine?.groupName);
      return { mine: mine?.standing, confirmed: row?.confirmed };
    };
    expect(await shown()).toEqual({ mine: 'silent', confirmed: 0 });
    await confirm(school.ola, assignmentId, begun);
    expect(await shown()).toEqual({ mine: 'confirmed', confirmed: 1 });
    await write(school.kari, begun.documentId, 'Et avsnitt til.');
    expect(await shown()).toEqual({ mine: 'earlier-text', confirmed: 0 });
    await confirm(school.ola, assignmentId, begun);
    expect(await shown()).toEqual({ mine: 'confirmed', confirmed: 1 });
  });

  test('ASG-11 a list reads a text once for each time it was written in, and none that nobody has said yes to', async () => {
    const { editing } = world.slices.document;
    const read: DocumentId[] = [];
    const texts = makeTextsSaid(
      {
        canonicalOf: (documentId, within) => {
          read.push(documentId);
          return editing.canonicalOf(documentId, within);
        },
      },
      { knownMax: 1 },
    );
    const begun: Begun[] = [];
    const ids: AssignmentId[] = [];
    for (const title of ['en', 'to', 'tre']) {
      const assignmentId = await set();
      ids.push(assignmentId);
      begun.push(await begin(school.kari, assignmentId));
      await write(school.kari, begun.at(-1)?.documentId as DocumentId, `Tekst ${title}.`);
    }
    const [first, second, third] = begun as [Begun, Begun, Begun];
    await confirm(school.ola, ids[0] as AssignmentId, first);
    await confirm(school.ola, ids[1] as AssignmentId, second);
    const ask = (of: readonly Begun[]) =>
      world.test.database.transaction(async (tx) => {
        read.length = 0;
        const states = await statesOf(
          tx,
          of.map(({ paperId }) => paperId),
        );
        return texts.saidTo(tx, of, states);
      });
    const said = await ask([first, third]);
    expect(said.get(first.paperId)?.fingerprint).toBe(
      await fingerprintFor(school.kari, ids[0] as AssignmentId),
    );
    expect(read).toEqual([first.documentId]);
    expect(await ask([first, third])).toEqual(said);
    expect(read).toEqual([]);
    // The page of one asks every few seconds, for its words too.
    const now = await world.test.database.transaction((tx) => texts.now(tx, first.documentId));
    expect(now).toMatchObject({ words: 2, fromTemplate: 0 });
    expect(read).toEqual([]);
    await write(school.ola, first.documentId, 'Mer.');
    expect(await ask([first])).not.toEqual(said);
    expect(read).toEqual([first.documentId]);
    // No more is remembered than there is room for.
    await ask([second]);
    await ask([first]);
    expect(read).toEqual([first.documentId]);
  });

  test.for(['is struck off', 'has an end'])(
    'F56 ASG-18 who leaves the group while they wait for the paper decides nothing: a membership that %s',
    async (how) => {
      const { assignmentId, paperId, submissionId } = await handedIn();
      const open = await set();
      const begun = await begin(school.kari, open);
      await write(school.kari, begun.documentId, 'Rakk ikke frem.');
      world.clock.set(DUE_AT - HOUR_MS);
      const fingerprint = await fingerprintFor(school.kari, open);
      const { database } = world.test;
      const ofKari = sql`group_id = ${school.groupId} and person_id = ${school.kari.personId}`;
      const asText = { paperId: begun.paperId, fingerprint };
      const { waiting } = await database.transaction(async (tx) => {
        for (const id of [paperId, begun.paperId]) {
          await tx.execute(sql`select from paper where id = ${id} for update`);
        }
        const calls = Promise.all([
          world.call(school.kari, submissions.handInPaper, asText),
          world.call(school.kari, submissions.confirmPaper, asText),
          world.call(school.kari, submissions.withdrawConfirmation, { paperId: begun.paperId }),
          world.call(school.kari, submissions.askToWait, { paperId: begun.paperId, wait: true }),
          world.call(school.kari, submissions.takeBackSubmission, { paperId, submissionId }),
          world.call(school.kari, submissions.openPaper, {
            ...{ assignmentId: open, groupId: school.groupId },
          }),
        ]);
        await somebodyWaits(database, 6);
        const goneAt = world.clock.now() + 1_000;
        await tx.execute(
          how === 'has an end'
            ? sql`update group_member set until_at = ${momentOf(goneAt)} where ${ofKari}`
            : sql`delete from group_member where ${ofKari}`,
        );
        world.clock.set(goneAt);
        return { waiting: calls };
      });
      try {
        for (const reply of await waiting) {
          expect(reply).toEqual({ ok: false, refusal: 'not-found' });
        }
        const untouched = (await about(school.ola, open)).papers[0]?.state;
        expect(untouched).toEqual(NOTHING_YET);
        const kept = (await about(school.ola, assignmentId)).papers[0]?.state;
        expect(kept?.handedIn?.submissionId).toBe(submissionId);
      } finally {
        await database.execute(sql`delete from group_member where ${ofKari}`);
        await school.school.addToGroup(school.kari, school.groupId);
      }
    },
  );

  test('F56 ASG-18 a text that goes into the trash beside its handing in is handed in or thrown away, never both', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    const { documentId, paperId } = begun;
    await write(school.kari, documentId, 'Enten eller.');
    world.clock.set(DUE_AT - HOUR_MS);
    const fingerprint = await fingerprintFor(school.kari, assignmentId);
    const { database } = world.test;
    const first = await database.transaction(async (tx) => {
      await tx.execute(sql`update document set trashed_at = now() where id = ${documentId}`);
      const call = world.call(school.kari, submissions.handInPaper, { paperId, fingerprint });
      await somebodyWaits(database);
      return { waiting: call };
    });
    expect(await first.waiting).toEqual({ ok: false, refusal: 'nothing-written' });
    expect((await about(school.ola, assignmentId)).papers[0]?.state).toEqual(NOTHING_YET);

    // Taken out again it is as it was, and open.
    await database.execute(sql`update document set trashed_at = null where id = ${documentId}`);
    expect(await write(school.ola, documentId, 'Likevel.')).toBe(true);
    const second = await database.transaction(async (tx) => {
      await tx.execute(sql`update document set handed_in_at = now() where id = ${documentId}`);
      const call = world.call(school.kari, trashDocument, { documentId });
      await somebodyWaits(database);
      return { waiting: call };
    });
    expect(await second.waiting).toEqual({ ok: false, refusal: 'frozen' });
  });

  test('F56 ASG-20 who asks to wait is seen by the others, and by nobody else; it holds nothing up, and ends when it is handed in', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    const { paperId } = begun;
    await write(school.kari, begun.documentId, 'Nesten ferdig.');
    for (const stranger of [school.siri, school.anne]) {
      const no = await world.call(stranger, submissions.askToWait, { paperId, wait: true });
      expect(no).toEqual({ ok: false, refusal: 'not-found' });
    }
    await confirm(school.ola, assignmentId, begun);
    const asked = await world.call(school.ola, submissions.askToWait, { paperId, wait: true });
    expect(asked).toMatchObject({ ok: true, value: {} });
    expect((await about(school.kari, assignmentId)).papers[0]?.state).toEqual({
      ...NOTHING_YET,
      waits: [{ personId: school.ola.personId, at: WORLD_STARTS_AT }],
    });
    const papers = await world.ask(school.anne, queries.papersOf, { assignmentId });
    expect(JSON.stringify(papers)).not.toContain('wait');
    world.clock.set(DUE_AT - DAY_MS);
    const fingerprint = await fingerprintFor(school.kari, assignmentId);
    const reply = await world.call(school.kari, submissions.handInPaper, { paperId, fingerprint });
    expect(reply).toMatchObject({ ok: true });
    const late = await world.call(school.ola, submissions.askToWait, { paperId, wait: true });
    expect(late).toEqual({ ok: false, refusal: 'handed-in' });
    const { rows } = await world.test.database.execute<{ act: string }>(sql`
      select act from assignment_log where paper_id = ${paperId} order by id`);
    expect(rows.map(({ act }) => act)).toEqual([
      'begun',
      'confirmed',
      'asked-to-wait',
      'confirmed',
      'handed-in',
    ]);
  });

  test('F56 ASG-12 from a day before, one who has confirmed hands in, and the receipt names who had not', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Vi rakk det.');
    const fingerprint = await fingerprintFor(school.kari, assignmentId);
    const handIn = () =>
      world.call(school.kari, submissions.handInPaper, { paperId: begun.paperId, fingerprint });
    expect(await handIn()).toMatchObject({ ok: false, refusal: 'too-early' });
    world.clock.set(DUE_AT - DAY_MS);
    const reply = await handIn();
    if (!reply.ok) throw new Error(reply.refusal);
    const { submissionId } = reply.value;
    const read = await world.ask(school.anne, submissionQuery, { submissionId });
    expect(read.ok && read.value.members.map((each) => [each.displayName, each.standing])).toEqual([
      ['Kari Nordmann', 'confirmed'],
      ['Ola Hansen', 'silent'],
    ]);
  });

  test('F56 ASG-13 what is late is accepted, and marked for ever', async () => {
    const assignmentId = await set({ mode: 'individual' });
    const holder = { personId: school.siri.personId };
    const begun = await begin(school.siri, assignmentId, holder);
    await write(school.siri, begun.documentId, 'Jeg trengte helga.');
    world.clock.set(DUE_AT + DAY_MS);
    expect(await confirm(school.siri, assignmentId, begun)).toMatchObject({ ok: true });
    const moved = { assignmentId, ...brief, dueDay: '2026-11-01' };
    await world.call(school.anne, commands.changeAssignment, moved);
    const [paper] = (await about(school.siri, assignmentId)).papers;
    expect(paper?.state.handedIn?.late).toBe(true);
  });

  test('F56 ASG-14 a member takes it back until it is due: it is open again, all are asked anew, and it is logged', async () => {
    const { assignmentId, paperId, documentId, submissionId } = await handedIn();
    const back = (which: SubmissionId) =>
      world.call(school.ola, submissions.takeBackSubmission, { paperId, submissionId: which });
    expect(await back(submissionId)).toMatchObject({ ok: true });
    const takenBack = { by: school.ola.personId, at: WORLD_STARTS_AT };
    const open = { ...NOTHING_YET, takenBack };
    expect((await about(school.kari, assignmentId)).papers[0]?.state).toEqual(open);
    const followed = await world.ask(school.anne, queries.papersOf, { assignmentId });
    expect(followed.ok && followed.value.papers.map((each) => each.takenBackAt)).toContain(
      WORLD_STARTS_AT,
    );
    expect(await write(school.kari, documentId, 'En setning til.')).toBe(true);
    // Members may look back at what they handed in; the teacher has not got it any more.
    expect((await world.ask(school.kari, submissionQuery, { submissionId })).ok).toBe(true);
    expect((await world.ask(school.anne, submissionQuery, { submissionId })).ok).toBe(false);
    const { rows } = await world.test.database.execute<{ act: string; by: string }>(sql`
      select act, by_id as by from assignment_log where paper_id = ${paperId} order by id desc limit 1`);
    expect(rows).toEqual([{ act: 'taken-back', by: school.ola.personId }]);
    // DOC-54: those whose text it is see both among its versions.
    const acts = await world.ask(school.kari, handIns, { documentId });
    expect(acts).toMatchObject({
      value: {
        acts: [
          { act: 'handed-in', submissionId, late: false },
          { act: 'taken-back', submissionId, byName: expect.stringContaining('Ola') },
        ],
      },
    });
    expect(await world.ask(school.anne, handIns, { documentId })).toMatchObject({ ok: false });

    await confirm(school.ola, assignmentId, { paperId, documentId });
    const again = await confirm(school.kari, assignmentId, { paperId, documentId });
    if (!again.ok || again.value.submissionId === null) throw new Error(JSON.stringify(again));
    // A call that was under way for long is about the first, which is taken back already.
    expect(await back(submissionId)).toMatchObject({ ok: false, refusal: 'not-handed-in' });
    world.clock.set(DUE_AT);
    expect(await back(again.value.submissionId)).toMatchObject({ ok: false, refusal: 'too-late' });
  });

  test('F56 DOC-33 the teacher’s freeze is another thing: neither ends the other', async () => {
    const { paperId, documentId, submissionId } = await handedIn();
    await world.call(school.anne, freezeDocument, { documentId });
    await world.call(school.ola, submissions.takeBackSubmission, { paperId, submissionId });
    expect(await write(school.kari, documentId, 'Fortsatt frosset')).toBe(false);
    await world.call(school.anne, thawDocument, { documentId });
    expect(await write(school.kari, documentId, 'Nå går det')).toBe(true);

    const again = await handedIn();
    await world.call(school.anne, freezeDocument, { documentId: again.documentId });
    await world.call(school.anne, thawDocument, { documentId: again.documentId });
    expect(await write(school.kari, again.documentId, 'Levert er levert')).toBe(false);
  });

  test.for(['submission', 'submission_member', 'submission_take_back', 'assignment_log'])(
    'F56 ASG-15 no row of %s can be changed, deleted or emptied in the database',
    async (table) => {
      const { paperId, submissionId } = await handedIn();
      await world.call(school.ola, submissions.takeBackSubmission, { paperId, submissionId });
      const [name, column] = [
        sql.identifier(table),
        table === 'submission_member' ? 'confirmed_at' : 'at',
      ];
      const changes = [
        sql`update ${name} set ${sql.identifier(column)} = now()`,
        sql`delete from ${name}`,
        sql`truncate ${name} cascade`,
      ];
      for (const change of changes) {
        await expect(world.test.database.execute(change)).rejects.toMatchObject({
          cause: { message: expect.stringContaining('never changed or deleted') },
        });
      }
    },
  );

  test('ASG-15 a text whose fingerprint is another’s is not kept', async () => {
    const { paperId } = await handedIn();
    const wrong = world.test.database.execute(sql`
      insert into submission (id, paper_id, at, by_id, due_at, fingerprint, words, canonical)
      values (${newId()}, ${paperId}, now(), ${school.kari.personId}, now(), ${'0'.repeat(64)}, 1, 'x')`);
    await expect(wrong).rejects.toMatchObject({ cause: { code: '23514' } });
  });

  test('F56 the screens of the others follow: old state and facts are the fresh state', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Sammen.');
    const line = world.line(school.ola);
    const first = await line.subscribe(paperChannel, begun.paperId);
    if (!first.ok || !('snapshot' in first)) throw new Error('no snapshot');
    await confirm(school.kari, assignmentId, begun);
    await world.call(school.kari, submissions.withdrawConfirmation, begun);
    const wait = (yes: boolean) =>
      world.call(school.kari, submissions.askToWait, { paperId: begun.paperId, wait: yes });
    await wait(true);
    await wait(false);
    await wait(true);
    expect((await about(school.ola, assignmentId)).papers[0]?.state.waits).toEqual([
      { personId: school.kari.personId, at: WORLD_STARTS_AT },
    ]);
    await confirm(school.kari, assignmentId, begun);
    const last = await confirm(school.ola, assignmentId, begun);
    if (!last.ok || last.value.submissionId === null) throw new Error(JSON.stringify(last));
    const { submissionId } = last.value;
    await world.call(school.kari, submissions.takeBackSubmission, { ...begun, submissionId });
    await confirm(school.ola, assignmentId, begun);
    await confirm(school.kari, assignmentId, begun);
    const heard = () =>
      line.heard.flatMap(({ revisions }) => revisions.flatMap((each) => each.facts));
    // In a rush, facts of the same moment share a frame.
    await until(() => expect(heard()).toHaveLength(12));
    const facts = heard();
    expect(facts.map((fact) => (fact as { type: string }).type)).toEqual([
      ...['confirmed', 'confirmation-withdrawn', 'asked-to-wait', 'wait-ended', 'asked-to-wait'],
      ...['confirmed', 'confirmed', 'handed-in'],
      ...['taken-back', 'confirmed', 'confirmed', 'handed-in'],
    ]);
    const told = (facts as never[]).reduce(evolve, first.snapshot as never);
    expect(told).toEqual((await about(school.ola, assignmentId)).papers[0]?.state);
    const teacher = await world.line(school.anne).subscribe(paperChannel, begun.paperId);
    expect(teacher).toMatchObject({ ok: false, refusal: 'not-found' });
  });
});

describe('the receipt by mail', () => {
  beforeEach(async () => void (await post()));

  test('F56 ASG-16 to every member, in their language, with the fingerprint and nothing of the text', async () => {
    await world.test.database.execute(
      sql`update person set language = 'nn' where id = ${school.ola.personId}`,
    );
    const { submissionId } = await handedIn();
    const read = await world.ask(school.kari, submissionQuery, { submissionId });
    const sent = await post();
    expect(sent.map(({ to }) => to).sort()).toEqual(
      [school.kari, school.ola].map(({ personId }) => `${personId}@example.org`).sort(),
    );
    const [ola] = sent.filter(({ to }) => to.startsWith(school.ola.personId));
    expect(ola?.text).toContain('Stadfesta av: Kari Nordmann og Ola Hansen');
    expect(ola?.text).toContain('Levert: tysdag 29. september 2026');
    expect(ola?.text).toContain('https://mellom.example/oppgave/');
    const fingerprint = read.ok ? read.value.fingerprint : '';
    for (const { text, subject } of sent) {
      expect(text.replaceAll(' ', '')).toContain(fingerprint);
      expect(text).not.toContain('journalen');
      expect(subject).not.toContain('Makt');
    }
    await world.test.database.execute(
      sql`update person set language = 'nb' where id = ${school.ola.personId}`,
    );
  });

  test('F56 ASG-12 ASG-16 says what the receipt on the screen says: who confirmed an earlier text, and who handed in', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await write(school.kari, begun.documentId, 'Det første utkastet.');
    expect(await confirm(school.ola, assignmentId, begun)).toMatchObject({ ok: true });
    await write(school.kari, begun.documentId, 'Det Ola ikke har lest.');
    world.clock.set(DUE_AT - DAY_MS);
    const fingerprint = await fingerprintFor(school.kari, assignmentId);
    const input = { paperId: begun.paperId, fingerprint };
    expect(await world.call(school.kari, submissions.handInPaper, input)).toMatchObject({
      ok: true,
    });
    // Of this assignment: letters of others may wait from before.
    const letter = (await post()).find(({ text }) => text.includes(assignmentId));
    expect(letter?.text).toContain(
      'Bekreftet av: Kari Nordmann\nBekreftet en tidligere tekst: Ola Hansen\nLevert av: Kari Nordmann\n',
    );
    expect(letter?.text).not.toContain('Ikke bekreftet av');
  });

  test('F56 ASG-16 never lost: it is tried again until the mail takes it. Never twice: what was sent is not sent again', async () => {
    await handedIn();
    expect(await post(() => true)).toEqual([]);
    expect(await post()).toEqual([]);
    world.clock.set(WORLD_STARTS_AT + 10_000);
    const [first, second] = await Promise.all([post(), post()]);
    expect([...first, ...second].map(({ to }) => to)).toHaveLength(2);
    expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(2);
    world.clock.set(WORLD_STARTS_AT + DAY_MS);
    expect(await post()).toEqual([]);
    const { rows } = await world.test.database.execute(
      sql`select from letter where sent_at is not null and text <> ''`,
    );
    expect(rows).toEqual([]);
  });

  test('ASG-16 a letter that the mail is slow about holds nothing: its try is counted before it goes', async () => {
    await handedIn();
    const tries: unknown[] = [];
    await post(async ({ id }) => {
      const { rows } = await world.test.database.execute(
        sql`select tries from letter where id = ${id} for update nowait`,
      );
      tries.push(...rows);
      return false;
    });
    expect(tries).toEqual([{ tries: 1 }, { tries: 1 }]);
  });

  test('ASG-16 what is refused sends nothing', async () => {
    const assignmentId = await set();
    const begun = await begin(school.kari, assignmentId);
    await confirm(school.kari, assignmentId, begun);
    expect(await post()).toEqual([]);
  });
});

describe('bad input', () => {
  test('a call that is sent twice is done once, and meets the same answer', async () => {
    const before = await world.ask(school.anne, queries.assignmentList, {});
    const callId = newId();
    const first = await world.call(school.anne, commands.setAssignment, given(), callId);
    const second = await world.call(school.anne, commands.setAssignment, given(), callId);
    expect(second).toEqual(first);
    const after = await world.ask(school.anne, queries.assignmentList, {});
    expect(after.ok && before.ok && after.value.items.length - before.value.items.length).toBe(1);
  });

  test.for(['cohortId', 'courseId', 'mode', 'templateId', ...Object.keys(brief)])(
    'a wrong %s is refused, whatever it is',
    async (field) => {
      for (const value of [0, true, {}, [[]], undefined]) {
        const input = { ...given(), [field]: value };
        const reply = await world.call(school.anne, commands.setAssignment, input as never);
        expect(reply, `${field}: ${String(value).slice(0, 40)}`).toMatchObject({
          ok: false,
          refusal: 'bad-input',
        });
      }
    },
  );

  test('too much is refused: a long title or brief, many or long criteria', async () => {
    const many = [
      { title: 'x'.repeat(121) },
      { brief: 'x'.repeat(8_001) },
      { criteria: Array.from({ length: 13 }, () => 'x') },
      { criteria: ['x'.repeat(401)] },
      { criteria: [''] },
      { title: 'to\nlinjer' },
      { brief: 'null \0' },
      { dueDay: '2026-02-30' },
      { dueTime: '25:00' },
    ];
    for (const wrong of many) {
      const input = { ...given(), ...wrong };
      expect(await world.call(school.anne, commands.setAssignment, input)).toMatchObject({
        refusal: 'bad-input',
      });
    }
  });

  test('another cohort’s, course’s or group’s id names nothing, and a text that is no template is none', async () => {
    const elsewhere = await school.school.cohort();
    const away = await school.school.group(elsewhere);
    const assignmentId = await set();
    const no = { ok: false, refusal: 'not-found' };
    const other = { ...given(), cohortId: elsewhere };
    expect(await world.call(school.anne, commands.setAssignment, other)).toMatchObject(no);
    const course = { ...given(), courseId: await school.school.course() };
    expect(await world.call(school.anne, commands.setAssignment, course)).toMatchObject(no);
    for (const holder of [
      { groupId: away },
      { personId: school.kari.personId },
      {},
      { groupId: school.groupId, personId: school.kari.personId },
    ]) {
      const input = { assignmentId, ...holder };
      expect(await world.call(school.kari, submissions.openPaper, input)).toMatchObject(no);
    }
    const templateId = await school.document('group');
    expect(
      await world.call(school.anne, commands.setAssignment, given({ templateId })),
    ).toMatchObject({ ok: false, refusal: 'unknown-template' });
  });

  test('a group assignment for a cohort without groups is refused in words', async () => {
    const cohortId = await school.school.cohort();
    const sessionId = await school.school.session({ cohortId });
    await school.school.assign(school.anne, sessionId);
    const reply = await world.call(school.anne, commands.setAssignment, { ...given(), cohortId });
    expect(reply).toMatchObject({ ok: false, refusal: 'no-groups' });
  });
});

test('what we hold about a person is exported, with the very text; handed in stays handed in when they are erased', async () => {
  const { submissionId, assignmentId, documentId } = await handedIn();
  await world.test.database.transaction(async (tx) => {
    const mine = await exportPersonalData(tx, school.ola.personId);
    expect(JSON.stringify(mine.submissions)).toContain('hadde lest journalen');
    expect(mine.acts.length).toBeGreaterThan(0);
    await erasePersonalData(tx, school.ola.personId);
  });
  const read = await world.ask(school.kari, submissionQuery, { submissionId });
  expect(read.ok && read.value.members).toHaveLength(2);
  expect((await about(school.kari, assignmentId)).papers[0]?.documentId).toBe(documentId);
});
