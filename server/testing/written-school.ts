import type { DocumentKind } from '#shared/features/document/catalogue/model.ts';
import type { CohortId, DocumentId, GroupId, SessionId } from '#shared/kernel/ids.ts';
import { addDocument, type NewDocument } from '../features/document/catalogue/repository.ts';
import { createSchool, type School } from './school.ts';
import type { Somebody, World } from './world.ts';

/** A school with one group that writes: Kari and Ola in it, Siri in the cohort, Anne their teacher. */
export type WrittenSchool = {
  readonly school: School;
  readonly cohortId: CohortId;
  readonly groupId: GroupId;
  readonly sessionId: SessionId;
  readonly kari: Somebody;
  readonly ola: Somebody;
  readonly siri: Somebody;
  readonly anne: Somebody;
  /** A new document of a kind, of that group, session or course, or Kari's own. */
  document(kind?: DocumentKind, title?: string): Promise<DocumentId>;
};

export async function writeSchool(world: World): Promise<WrittenSchool> {
  const school = await createSchool(world.test.database, world.clock.now());
  const cohortId = await school.cohort();
  const groupId = await school.group(cohortId);
  const sessionId = await school.session({ cohortId });
  const kari = await world.person({ name: 'Kari Nordmann' });
  const ola = await world.person({ name: 'Ola Hansen' });
  const siri = await world.person({ name: 'Siri Berg' });
  const anne = await world.person({ role: 'teacher', name: 'Anne Moen' });
  for (const student of [kari, ola, siri]) await school.enrol(student, cohortId);
  for (const member of [kari, ola]) await school.addToGroup(member, groupId);
  await school.assign(anne, sessionId);
  const { courseId } = school;

  return {
    ...{ school, cohortId, groupId, sessionId, kari, ola, siri, anne },
    document(kind = 'group', title = 'Oppgaven vår') {
      const nowhere = { ownerId: null, groupId: null, sessionId: null, courseId: null };
      const places: Record<DocumentKind, Partial<NewDocument>> = {
        personal: { ownerId: kari.personId },
        group: { groupId },
        session: { sessionId },
        course: { courseId },
        template: { courseId },
      };
      const by = kind === 'course' || kind === 'template' ? anne.personId : kari.personId;
      const given = { ...nowhere, ...places[kind], kind, title, by, at: world.clock.now() };
      return world.test.database.transaction((tx) => addDocument(tx, given));
    },
  };
}
