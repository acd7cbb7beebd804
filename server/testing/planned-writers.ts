import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { addDocument } from '../features/document/catalogue/repository.ts';
import { newId } from '../platform/new-id.ts';
import type { Database } from '../storage/database.ts';
import { signSomebodyIn } from './crowded-server.ts';
import { createSchool } from './school.ts';

export type PlannedWriters = {
  readonly documents: readonly DocumentId[];
  /** Of each person's sign-in. */
  readonly tokens: readonly string[];
};

/** A school with one group, its documents, and people in it who are signed in. */
export const planWriters =
  (count: { readonly documents: number; readonly people: number }) =>
  async (database: Database): Promise<PlannedWriters> => {
    const school = await createSchool(database, Date.now());
    const cohortId = await school.cohort();
    const groupId = await school.group(cohortId);
    const documents: DocumentId[] = [];
    const nowhere = { ownerId: null, sessionId: null, courseId: null, by: null, at: Date.now() };
    for (let nth = 0; nth < count.documents; nth++) {
      const given = { ...nowhere, kind: 'group' as const, groupId, title: `Tekst ${nth}` };
      documents.push(await database.transaction((tx) => addDocument(tx, given)));
    }
    const tokens: string[] = [];
    for (let nth = 0; nth < count.people; nth++) {
      const somebody = { personId: newId<'person'>() as PersonId, displayName: `Nr. ${nth}` };
      tokens.push(await signSomebodyIn(database, somebody.personId, 'student'));
      await school.enrol(somebody, cohortId);
      await school.addToGroup(somebody, groupId);
    }
    return { documents, tokens };
  };
