import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as catalogue from '#shared/features/document/catalogue/commands.ts';
import * as lists from '#shared/features/document/catalogue/queries.ts';
import * as history from '#shared/features/document/history/commands.ts';
import * as versions from '#shared/features/document/history/queries.ts';
import * as sharing from '#shared/features/document/sharing/commands.ts';
import { documentReaders, peopleToShareWith } from '#shared/features/document/sharing/queries.ts';
import { DAY_MS, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { DOCUMENT_KINDS } from '#shared/wire/access.ts';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { createCore } from '../../core.ts';
import { makeLog } from '../../platform/log.ts';
import { newId } from '../../platform/new-id.ts';
import { askedFor } from '../../storage/norwegian/asked-words.ts';
import { irregularNouns, irregularVerbs } from '../../storage/norwegian/irregular-words.ts';
import { absentMedia } from '../../testing/absent-media.ts';
import { populate } from '../../testing/access-world.ts';
import { until } from '../../testing/until.ts';
import { createWorld, type Somebody, type World } from '../../testing/world.ts';
import { type WrittenSchool, writeSchool } from '../../testing/written-school.ts';
import { subjectOf } from '../identity/public.ts';
import type { LineEnd } from './editing/editing.ts';
import { erasePersonalData, exportPersonalData } from './personal-data.ts';
import { type PreparedBlock, prepareDocument } from './prepared.ts';
import { sweepDocuments } from './sweep.ts';

let world: World;
let school: WrittenSchool;
beforeAll(async () => {
  world = await createWorld();
  school = await writeSchool(world);
});
afterAll(() => world.close());

/** Somebody types into a document, through the room as a line does. Resolves when it is stored. */
async function write(
  who: Somebody,
  documentId: DocumentId,
  ...paragraphs: string[]
): Promise<void> {
  const { editing } = world.slices.document;
  const opened = await editing.admit({ ...who, expiresAt: Number.MAX_SAFE_INTEGER }, documentId);
  if (typeof opened === 'string') throw new Error(opened);
  const end: LineEnd = opened({ send: () => undefined, close: () => undefined });
  const doc = new Y.Doc();
  const { state } = await editing.contentOf(documentId);
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  const root = doc.getXmlFragment(TEXT_FIELD);
  for (const text of paragraphs) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    root.insert(root.length, [paragraph]);
  }
  const update = Y.encodeStateAsUpdate(doc, before);
  await end.message(Uint8Array.from([0, 2, ...varUint(update.length), ...update]));
  await editing.drain();
  end.closed();
}

/** A while passes in which nobody writes. */
async function rest(): Promise<void> {
  world.clock.advance(15_000);
  await world.slices.document.editing.tick();
}

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varUint(value >> 7)];
}

async function textOf(documentId: DocumentId): Promise<string> {
  return (await world.slices.document.editing.contentOf(documentId)).text;
}

async function must<Value>(reply: Promise<{ ok: boolean; value?: Value }>): Promise<Value> {
  const answered = await reply;
  expect(answered).toMatchObject({ ok: true });
  return answered.value as Value;
}

describe('making and finding', () => {
  test('DOC-1 a group makes a document in its group, and its teacher cannot', async () => {
    const input = { kind: 'group' as const, groupId: school.groupId, title: '  Kasus  ' };
    const { documentId } = await must(world.call(school.kari, catalogue.createDocument, input));
    const about = await must(world.ask(school.ola, lists.aboutDocument, { documentId }));
    expect(about).toMatchObject({
      item: { title: 'Kasus', kind: 'group', mayEdit: true, mayDelete: true },
      rights: { read: true, edit: true, history: true, authorship: true, freeze: false },
      groupId: school.groupId,
    });
    const hers = await must(world.ask(school.anne, lists.aboutDocument, { documentId }));
    expect(hers.rights).toMatchObject({ read: true, edit: false, freeze: true, authorship: false });
    for (const who of [school.anne, school.siri]) {
      expect(await world.call(who, catalogue.createDocument, input)).toEqual({
        ok: false,
        refusal: 'not-found',
      });
    }
  });

  test('DOC-1 a place of another kind than the document’s is no place', async () => {
    const { groupId, sessionId } = school;
    for (const input of [
      { kind: 'personal' as const, groupId },
      { kind: 'group' as const },
      { kind: 'group' as const, groupId, sessionId },
      { kind: 'course' as const },
    ]) {
      expect(
        await world.call(school.kari, catalogue.createDocument, { ...input, title: 'X' }),
      ).toEqual({ ok: false, refusal: 'not-found' });
    }
  });

  test('DOC-1 one is offered exactly the places where one may make a document', async () => {
    const places = async (who: Somebody) =>
      (await must(world.ask(who, lists.whereToCreate, {}))).places;
    const { groupId, sessionId } = school;
    const { courseId } = school.school;
    expect((await places(school.kari)).map(({ kind }) => kind)).toEqual([
      ...['personal', 'group', 'session'],
    ]);
    expect(await places(school.kari)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'group', groupId }),
        expect.objectContaining({ kind: 'session', sessionId }),
      ]),
    );
    expect((await places(school.siri)).map(({ kind }) => kind)).toEqual(['personal', 'session']);
    expect(await places(school.anne)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'course', courseId }),
        expect.objectContaining({ kind: 'template', courseId }),
        expect.objectContaining({ kind: 'template', courseId: null }),
      ]),
    );
    for (const who of [school.kari, school.siri, school.anne]) {
      for (const { kind, groupId, sessionId, courseId } of await places(who)) {
        const place = {
          ...(groupId && { groupId }),
          ...(sessionId && { sessionId }),
          ...(courseId && { courseId }),
        };
        await must(world.call(who, catalogue.createDocument, { kind, title: 'Her', ...place }));
      }
    }
  });

  test('DOC-2 a session has one shared note, whoever opens it first and however many at once', async () => {
    const input = { sessionId: school.sessionId, title: 'Felles notat' };
    const opened = await Promise.all(
      [school.kari, school.ola, school.siri, school.anne].map((who) =>
        must(world.call(who, catalogue.openSessionNote, input)),
      ),
    );
    expect(new Set(opened.map(({ documentId }) => documentId)).size).toBe(1);
    await school.document('session', 'Et annet');
    const { items } = await must(
      world.ask(school.siri, lists.sessionDocuments, { sessionId: school.sessionId }),
    );
    const [note, ...others] = items;
    expect(note).toMatchObject({ title: 'Felles notat', isNote: true });
    expect(others).toContainEqual(expect.objectContaining({ title: 'Et annet', isNote: false }));
    expect(others.some(({ isNote }) => isNote)).toBe(false);
  });

  test('F51 a document from a template says what the template says, and nobody has written that', async () => {
    const at = world.clock.now();
    const nowhere = { ownerId: null, groupId: null, sessionId: null, courseId: null };
    const blocks: PreparedBlock[] = [
      { by: school.anne.personId, kind: 'heading', text: 'Hvem har makt her' },
    ];
    const templateId = await world.test.database.transaction((tx) =>
      prepareDocument(tx, { ...nowhere, kind: 'template', title: 'Kasus', by: null, at }, blocks),
    );
    const { templates } = await must(world.ask(school.kari, lists.documentTemplates, {}));
    expect(templates).toContainEqual({ documentId: templateId, title: 'Kasus', place: null });
    const { documentId } = await must(
      world.call(school.kari, catalogue.createDocument, {
        ...{ kind: 'group', groupId: school.groupId, title: 'Vår', templateId },
      }),
    );
    expect(await textOf(documentId)).toBe('Hvem har makt her');
    const { authors } = await must(
      world.ask(school.kari, versions.documentAuthors, { documentId }),
    );
    expect(authors).toEqual([]);
    const other = await school.document('group');
    const asTemplate = { kind: 'personal' as const, title: 'Min', templateId: other };
    expect(await world.call(school.kari, catalogue.createDocument, asTemplate)).toEqual({
      ok: false,
      refusal: 'unknown-template',
    });
  });

  test('F54 search finds a word by its stem, shows it, and only within what one may read', async () => {
    const mine = await school.document('personal', 'Kladd');
    await write(school.kari, mine, 'Vi snakket om grensene mellom hjelperne og makten.');
    await rest();
    const found = await must(world.ask(school.kari, lists.searchDocuments, { text: 'grense' }));
    expect(found.hits.map(({ item }) => item.documentId)).toEqual([mine]);
    expect(found.hits[0]?.snippet).toContainEqual({ text: 'grensene', hit: true });
    const others = await must(world.ask(school.ola, lists.searchDocuments, { text: 'grense' }));
    expect(others.hits).toEqual([]);
  });
});

describe('F54 lists and search', () => {
  test.for([
    ['behandler', 'behandleren', 'behandlere', 'behandlerne', 'behandlerens'],
    ['bruker', 'brukeren', 'brukere', 'brukerne', 'brukernes'],
    ['lærer', 'læreren', 'lærere', 'lærerne'],
    ['brukar', 'brukaren', 'brukarar', 'brukarane'],
    ['seminar', 'seminaret', 'seminarer', 'seminarene'],
    ['senter', 'senteret'],
    ['ansvar', 'ansvaret', 'ansvarets'],
    ['møte', 'møtet', 'møter', 'møtene'],
    ['makt', 'makten', 'makta', 'makter'],
    ['opplevelse', 'opplevelsen', 'opplevelser', 'opplevelsene'],
    ['dagbok', 'dagboka', 'dagbøker', 'dagbøkene', 'dagbøkenes'],
    ['mann', 'mannen', 'menn', 'mennene'],
    ['barn', 'barnet', 'barna', 'born'],
    ['gå', 'går', 'gikk', 'gjekk'],
    ['beskrive', 'beskriver', 'beskrev', 'beskreiv'],
  ])(
    'DOC-39 each form of a word finds every other, in the text and in the title: %s',
    async (forms) => {
      const places = new Map<string, DocumentId[]>();
      for (const form of forms) {
        const inText = await school.document('personal', 'Kladd');
        await write(school.kari, inText, `Vi så ${form} der.`);
        places.set(form, [inText, await school.document('personal', `Om ${form} igjen`)]);
      }
      await rest();
      const all = [...places.values()].flat();
      for (const text of forms) {
        const { hits } = await must(world.ask(school.kari, lists.searchDocuments, { text }));
        const found = hits.map(({ item }) => item.documentId);
        expect(found, text).toEqual(expect.arrayContaining(all));
        const [own] = places.get(text) ?? [];
        expect(hits.find(({ item }) => item.documentId === own)?.snippet).toContainEqual({
          ...{ text, hit: true },
        });
      }
    },
  );

  test.for([
    ['lederen', 'Ledningen var lang.'],
    ['hver', 'Hvem var der?'],
    ['natt', 'Det står på nettet.'],
    ['kraft', 'Kreft er en sykdom.'],
    ['bok -bøker', 'En bok og flere bøker.'],
    ['taler', 'Et talent i teltet.'],
    ['brukeren -medvirkning', 'Brukere og medvirkning.'],
    ['"brukerne sa"', 'Det sa brukerne.'],
  ])('DOC-39 and no word finds what only begins like it: %s', async ([text, written]) => {
    const documentId = await school.document('personal', 'Kladd');
    await write(school.kari, documentId, written as string);
    await rest();
    const { hits } = await must(
      world.ask(school.kari, lists.searchDocuments, { text: text as string }),
    );
    expect(hits.map(({ item }) => item.documentId)).not.toContain(documentId);
  });

  test('DOC-39 every form of an irregular word finds every other', async () => {
    const apart: string[] = [];
    for (const [form, forms] of [...irregularNouns, ...irregularVerbs]) {
      const { rows } = await world.test.database.execute<{ missed: string }>(sql`
        select missed from unnest(${sql.param(forms)}::text[]) as missed
        where not to_tsvector('norwegian', missed) @@ ${askedFor(form)}`);
      apart.push(...rows.map(({ missed }) => `${form}: ${missed}`));
    }
    expect(apart).toEqual([]);
  });

  test('DOC-35 what is being typed is found within seconds, without a pause, and not written out for each key', async () => {
    const documentId = await school.document('personal', 'Uten pause');
    const found = async (text: string) => {
      const { hits } = await must(world.ask(school.kari, lists.searchDocuments, { text }));
      return hits.some(({ item }) => item.documentId === documentId);
    };
    const writtenOut = async () => {
      const { rows } = await world.test.database.execute<{ xmin: string }>(
        sql`select xmin::text from document where id = ${documentId}`,
      );
      return rows[0]?.xmin;
    };
    for (const word of ['Tillitsreform', 'Brukerkunnskap', 'Medvirkning']) {
      await write(school.kari, documentId, word);
      world.clock.advance(5_000);
      await write(school.kari, documentId, 'og så videre');
      await world.slices.document.editing.tick();
      expect(await found(word)).toBe(true);
      const before = await writtenOut();
      for (const key of 'abcdef') await write(school.kari, documentId, key);
      await world.slices.document.editing.tick();
      expect(await writtenOut()).toBe(before);
    }
  });

  test('IMG-7 a picture is found by the words for what it shows', async () => {
    const documentId = await school.document('personal', 'Med bilde');
    const doc = new Y.Doc();
    const image = new Y.XmlElement('image');
    image.setAttribute('alt', 'Regnbuefargede paraplyer');
    doc.getXmlFragment(TEXT_FIELD).insert(0, [image]);
    const { editing } = world.slices.document;
    await editing.makeLike(documentId, Y.encodeStateAsUpdate(doc), school.kari.personId);
    await rest();
    const { hits } = await must(world.ask(school.kari, lists.searchDocuments, { text: 'paraply' }));
    expect(hits.map(({ item }) => item.documentId)).toContain(documentId);
    expect(await textOf(documentId)).toBe('Regnbuefargede paraplyer');
  });

  test('what is listed and found is what may be read, for everybody of the matrix', async () => {
    const own = await createWorld();
    const { asking } = await populate(own);
    for (const { caller, documents, case: of } of asking) {
      if (!caller) continue;
      const what = `${of.column} ${of.situation}`;
      const list = await own.ask(caller, lists.documentList, { trashed: false });
      const search = await own.ask(caller, lists.searchDocuments, { text: 'ord' });
      const trash = await own.ask(caller, lists.documentList, { trashed: true });
      for (const kind of DOCUMENT_KINDS) {
        const documentId = documents.live[kind];
        const about = await own.ask(caller, lists.aboutDocument, { documentId });
        const listed = list.ok && list.value.items.some((each) => each.documentId === documentId);
        const inTrash = list.ok && list.value.items.some(({ trashed }) => trashed);
        expect(listed, `${what} ${kind}`).toBe(about.ok);
        expect(inTrash, what).toBe(false);
        // Fifty hits are shown: of more, the others are as good.
        if (search.ok && search.value.hits.length < 50) {
          const found = search.value.hits.some(({ item }) => item.documentId === documentId);
          expect(found, `${what} ${kind}`).toBe(about.ok);
        }
        const shown =
          trash.ok && trash.value.items.some((each) => each.documentId === documents.trashed[kind]);
        expect(shown, `${what} ${kind}`).toBe(about.ok && about.value.item.mayDelete);
      }
    }
    await own.close();
  }, 120_000);
});

describe('who can see it', () => {
  test('DOC-7 the list of readers names exactly those who can read, of every kind', async () => {
    for (const kind of DOCUMENT_KINDS) {
      const documentId = await school.document(kind);
      if (kind === 'personal') {
        const share = {
          documentId,
          with: { personId: school.ola.personId },
          right: 'read' as const,
        };
        await must(world.call(school.kari, sharing.shareDocument, share));
      }
      const people = [school.kari, school.ola, school.siri, school.anne];
      const { groups } = await must(world.ask(school.kari, documentReaders, { documentId }));
      const named = new Set(groups.flatMap(({ people }) => people.map(({ personId }) => personId)));
      for (const who of people) {
        const about = await world.ask(who, lists.aboutDocument, { documentId });
        expect(named.has(who.personId), `${kind} ${who.displayName}`).toBe(about.ok);
      }
    }
  });

  test('DOC-8 sharing names one person by id or whole address, and tells nothing of others', async () => {
    const documentId = await school.document('personal');
    const rector = await world.person({ role: 'rector', name: 'Rektor Rektorsen' });
    const share = (who: { personId: PersonId } | { email: string }) =>
      world.call(school.kari, sharing.shareDocument, { documentId, with: who, right: 'read' });
    const unknown = { ok: false, refusal: 'unknown-person' };
    expect(await share({ personId: rector.personId })).toEqual(unknown);
    expect(await share({ email: 'ingen@example.org' })).toEqual(unknown);
    expect(await share({ personId: school.kari.personId })).toEqual(unknown);
    expect(
      await share({ email: ` ${school.ola.personId.toUpperCase()}@Example.org` }),
    ).toMatchObject({
      ok: true,
      value: { displayName: 'Ola Hansen' },
    });
    const { item } = await must(world.ask(school.ola, lists.aboutDocument, { documentId }));
    expect(item).toMatchObject({ ownerName: 'Kari Nordmann', mayEdit: false, mayDelete: false });
    expect(item.mine).toBe(false);
    const own = await must(world.ask(school.kari, lists.aboutDocument, { documentId }));
    expect(own.item.mine).toBe(true);
    const ofGroup = { documentId: await school.document('group') };
    for (const [who, mine] of [
      [school.ola, true],
      [school.anne, false],
    ] as const) {
      const seen = await must(world.ask(who, lists.aboutDocument, ofGroup));
      expect(seen.item.mine, who.personId).toBe(mine);
    }
  });
});

test('DOC-8 offers the names of those one shares a cohort with, to whoever may share it and to nobody else', async () => {
  const documentId = await school.document('personal');
  const others = await world.person({ name: 'Fra Et Annet Kull' });
  const otherTeacher = await world.person({ role: 'teacher', name: 'Lærer Et Annet Sted' });
  const otherCohort = await school.school.cohort();
  await school.school.enrol(others, otherCohort);
  const elsewhere = await school.school.session({ cohortId: otherCohort });
  await school.school.assign(otherTeacher, elsewhere);
  const offered = (who: Somebody) => world.ask(who, peopleToShareWith, { documentId });
  const namesFor = async (who: Somebody) =>
    (await must(offered(who))).people.map(({ displayName }) => displayName);
  const names = await namesFor(school.kari);
  expect(names).toEqual(expect.arrayContaining(['Anne Moen', 'Ola Hansen', 'Siri Berg']));
  for (const not of ['Kari Nordmann', 'Fra Et Annet Kull', 'Lærer Et Annet Sted'])
    expect(names).not.toContain(not);
  const share = { documentId, with: { personId: school.ola.personId }, right: 'read' } as const;
  await must(world.call(school.kari, sharing.shareDocument, share));
  expect(await namesFor(school.kari)).not.toContain('Ola Hansen');
  for (const who of [school.ola, school.anne, school.siri])
    expect(await offered(who)).toEqual({ ok: false, refusal: 'not-found' });
});

describe('looking back', () => {
  test('DOC-4 nothing is restored into a text that is held still, and it can be when it is let go', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Først');
    const named = { documentId, name: 'Først' };
    const { versionId } = await must(world.call(school.kari, history.nameVersion, named));
    await write(school.ola, documentId, 'Så');
    const { editing } = world.slices.document;
    const restore = () =>
      world.call(school.kari, history.restoreVersion, { documentId, versionId });
    editing.holdStill(documentId);
    expect(await restore()).toEqual({ ok: false, refusal: 'frozen' });
    expect(await textOf(documentId)).toBe('Først\nSå');
    editing.release(documentId);
    await must(restore());
    expect(await textOf(documentId)).toBe('Først');
  });

  test('F47 DOC-12 a named version is restored as a new change that says so, and what stood there until then is kept', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Første setning', 'Andre setning');
    const named = { documentId, name: 'Før Ola' };
    const namedAt = world.clock.now();
    const { versionId } = await must(world.call(school.kari, history.nameVersion, named));
    await write(school.ola, documentId, 'Olas setning');
    world.clock.advance(MINUTE_MS);
    await must(world.call(school.kari, history.restoreVersion, { documentId, versionId }));
    expect(await textOf(documentId)).toBe('Første setning\nAndre setning');

    const { versions: all } = await must(
      world.ask(school.ola, versions.documentVersions, { documentId }),
    );
    expect(all.map(({ name, byName, restored }) => [name, byName, restored])).toEqual(
      expect.arrayContaining([
        ['Før Ola', 'Kari Nordmann', null],
        [null, null, null],
        [null, 'Kari Nordmann', { at: namedAt, name: 'Før Ola' }],
      ]),
    );
    const before = all.find(({ name, byName }) => name === null && byName === null);
    const { state } = await must(
      world.ask(school.ola, versions.versionState, {
        ...{ documentId, versionId: before?.versionId as never },
      }),
    );
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(state ?? '', 'base64'));
    expect(doc.getXmlFragment(TEXT_FIELD).toString()).toContain('Olas setning');
    const unknown = { documentId, versionId: newId<'version'>() as never };
    expect(await world.call(school.kari, history.restoreVersion, unknown)).toEqual({
      ok: false,
      refusal: 'unknown-version',
    });
  });

  test('DOC-12 where the text says so already nothing is brought back, and that is said', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Slik er det');
    const named = { documentId, name: 'Nå' };
    const { versionId } = await must(world.call(school.kari, history.nameVersion, named));
    const thread = () => must(world.ask(school.kari, versions.documentVersions, { documentId }));
    const before = await thread();
    const restore = () =>
      must(world.call(school.kari, history.restoreVersion, { documentId, versionId }));
    expect(await restore()).toEqual({ kept: false });
    expect(await thread()).toEqual(before);
    await write(school.ola, documentId, 'Noe annet');
    // Both ask at once: one of them brings it back.
    const both = await Promise.all([restore(), restore()]);
    expect(both.filter(({ kept }) => kept)).toHaveLength(1);
    expect(await textOf(documentId)).toBe('Slik er det');
    const { versions: all } = await thread();
    expect(all.filter(({ restored }) => restored !== null)).toHaveLength(1);
  });

  test('F47 a restored version reaches whoever has it open, and leaves the blocks around it alone', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Blir', 'Skal tilbake', 'Blir også');
    const named = { documentId, name: 'Slik var det' };
    const { versionId } = await must(world.call(school.kari, history.nameVersion, named));
    await write(school.ola, documentId, 'Ny på slutten');
    const { authors: before } = await must(
      world.ask(school.kari, versions.documentAuthors, { documentId }),
    );
    expect(before.map(({ displayName, words }) => [displayName, words])).toEqual([
      ['Kari Nordmann', 5],
      ['Ola Hansen', 3],
    ]);
    await must(world.call(school.ola, history.restoreVersion, { documentId, versionId }));
    // Nothing of Kari's was written anew: she is still who wrote it.
    const { authors } = await must(
      world.ask(school.kari, versions.documentAuthors, { documentId }),
    );
    expect(authors.map(({ displayName, words }) => [displayName, words])).toEqual([
      ['Kari Nordmann', 5],
      // Named still: earlier versions show what he wrote.
      ['Ola Hansen', 0],
    ]);
  });

  test('F48 who wrote how much is the same before and after the log is put together, and from cold', async () => {
    const documentId = await school.document();
    for (let nth = 0; nth < 10; nth++) {
      await write(
        nth % 3 === 0 ? school.ola : school.kari,
        documentId,
        `Setning nummer ${nth} her`,
      );
    }
    const authors = () => must(world.ask(school.kari, versions.documentAuthors, { documentId }));
    const before = await authors();
    expect(before.authors.map(({ words }) => words)).toEqual([24, 16]);
    const rows = async () =>
      (
        await world.test.database.execute(
          sql`select from document_update where document_id = ${documentId}`,
        )
      ).rows.length;
    expect(await rows()).toBe(10);
    await rest();
    expect(await rows()).toBe(0);
    expect(await authors()).toEqual(before);
    const cold = await createWorldOn(world);
    expect(await must(cold.ask(school.kari, versions.documentAuthors, { documentId }))).toEqual(
      before,
    );
    await cold.slices.document.editing.stop();
  });

  test('DOC-14 a version is kept by itself when the text has rested, and not again without edits', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Ett');
    const kept = async () =>
      (await must(world.ask(school.kari, versions.documentVersions, { documentId }))).versions
        .length;
    world.clock.advance(MINUTE_MS);
    await world.slices.document.editing.tick();
    expect(await kept()).toBe(0);
    world.clock.advance(2 * MINUTE_MS);
    await world.slices.document.editing.tick();
    expect(await kept()).toBe(1);
    world.clock.advance(60 * MINUTE_MS);
    await world.slices.document.editing.tick();
    expect(await kept()).toBe(1);
  });

  test('DOC-15 after ninety days one automatic version a day stays, and every named one', async () => {
    const documentId = await school.document();
    const at = (daysAgo: number, hour: number) =>
      world.clock.now() - daysAgo * DAY_MS + hour * 60 * MINUTE_MS;
    for (const [name, when] of [
      [null, at(100, 0)],
      [null, at(100, 1)],
      ['Navngitt', at(100, 0)],
      [null, at(10, 0)],
      [null, at(10, 1)],
    ] as const) {
      await world.test.database.execute(sql`
        insert into document_version (id, document_id, name, state, at)
        values (${newId()}, ${documentId}, ${name}, ${Buffer.from([0, 0])}, to_timestamp(${when / 1000}))`);
    }
    await sweepDocuments(world.test.database, world.clock.now());
    const { versions: left } = await must(
      world.ask(school.kari, versions.documentVersions, { documentId }),
    );
    expect(left.filter(({ name }) => name === null)).toHaveLength(3);
    expect(left.filter(({ name }) => name !== null)).toHaveLength(1);
  });
});

describe('the end of a document', () => {
  test('DOC-9 the trash gives back for thirty days, and then there is nothing left, in any table', async () => {
    const documentId = await school.document();
    await write(school.kari, documentId, 'Kort liv');
    await must(world.call(school.ola, catalogue.trashDocument, { documentId }));
    const gone = await world.ask(school.kari, lists.aboutDocument, { documentId });
    expect(gone).toEqual({ ok: false, refusal: 'not-found' });
    await must(world.call(school.kari, catalogue.takeBackDocument, { documentId }));
    await must(world.call(school.kari, catalogue.trashDocument, { documentId }));
    await sweepDocuments(world.test.database, world.clock.now() + 29 * DAY_MS);
    expect(await left(documentId)).toBeGreaterThan(0);
    await sweepDocuments(world.test.database, world.clock.now() + 31 * DAY_MS);
    expect(await left(documentId)).toBe(0);
  });

  test('DOC-9 who put it into the trash is told to whoever may take it out, and to nobody else', async () => {
    const documentId = await school.document('group', 'Referatet');
    const asked = (who: Somebody) => world.ask(who, lists.trashedDocument, { documentId });
    const nothing = { ok: false, refusal: 'not-found' };
    expect(await asked(school.kari)).toEqual(nothing);
    await must(world.call(school.ola, catalogue.trashDocument, { documentId }));
    const { item, byName } = await must(asked(school.kari));
    expect([item.title, item.trashed, byName]).toEqual(['Referatet', true, 'Ola Hansen']);
    for (const other of [school.anne, school.siri]) expect(await asked(other)).toEqual(nothing);
    await must(world.call(school.kari, catalogue.takeBackDocument, { documentId }));
    expect(await asked(school.kari)).toEqual(nothing);
  });

  test('a person gets their own texts; erased, those are gone, and the group’s text stays the group’s', async () => {
    const who = await world.person({ name: 'Skal Slettes' });
    await school.school.enrol(who, school.cohortId);
    await school.school.addToGroup(who, school.groupId);
    const input = { kind: 'personal' as const, title: 'Mitt eget' };
    const { documentId } = await must(world.call(who, catalogue.createDocument, input));
    await write(who, documentId, 'skal-bort');
    const shared = await school.document();
    await write(who, shared, 'Felles setning');
    await rest();
    const held = await world.test.database.transaction((tx) =>
      exportPersonalData(tx, who.personId),
    );
    expect(held).toMatchObject({
      documents: [{ title: 'Mitt eget', text: 'skal-bort' }],
      writtenIn: [{ kind: 'group' }],
    });
    await world.test.database.transaction((tx) => erasePersonalData(tx, who.personId));
    await until(async () => expect(await left(documentId)).toBe(0));
    expect(await textOf(shared)).toBe('Felles setning');
  });
});

/** How many rows of any table are about a document. */
async function left(documentId: DocumentId): Promise<number> {
  const { rows } = await world.test.database.execute<{ n: number }>(sql`
    select (select count(*) from document where id = ${documentId})::int
      + (select count(*) from document_update where document_id = ${documentId})::int
      + (select count(*) from document_snapshot where document_id = ${documentId})::int
      + (select count(*) from document_version where document_id = ${documentId})::int
      + (select count(*) from document_log where document_id = ${documentId})::int as n`);
  return rows[0]?.n ?? 0;
}

/** Another server's core on the same database: nothing of it is in memory yet. */
async function createWorldOn({ test, clock, keys }: World): Promise<Pick<World, 'ask' | 'slices'>> {
  const parts = { database: test.database, clock, keys, log: makeLog('error'), subjectOf };
  const nowhere = { facts: () => undefined, head: () => undefined, signal: () => undefined };
  const core = createCore({ ...parts, media: absentMedia, broadcast: nowhere });
  const ask = (by: Somebody, query: { name: string }, input: unknown) =>
    core.dispatch.query(by, { name: query.name, input });
  core.channels.close();
  return { slices: core.slices, ask: ask as never };
}
