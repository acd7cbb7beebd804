import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import { HOUR_MS, type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type {
  AssignmentId,
  CohortId,
  CourseId,
  GroupId,
  PersonId,
  SessionId,
} from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { prepareAssignment } from '../server/features/assignment/public.ts';
import { createPerson, setPassword, suspendPerson } from '../server/features/identity/public.ts';
import {
  createCohort,
  createCourse,
  createGathering,
  createGroup,
  createProgramme,
  createSession,
  enrol,
  joinGroup,
} from '../server/features/programme/public.ts';
import { type PreparedSession, prepareSession } from '../server/features/session/public.ts';
import { makeLog } from '../server/platform/log.ts';
import { newId } from '../server/platform/new-id.ts';
import { type DatabaseSource, openDatabase } from '../server/storage/database.ts';
import { msOf } from '../server/storage/moment.ts';

export type PlannedPerson = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
};

/** A cohort with a study plan of its own, so that nobody else's home page changes. */
export type PlannedCohort = {
  readonly cohortId: CohortId;
  readonly courseId: CourseId;
  readonly courseCode: string;
};

export type PlannedGroup = { readonly groupId: GroupId; readonly name: string };

export type PlannedSession = {
  readonly id: SessionId;
  readonly title: string;
  /** The room's address. */
  readonly path: string;
};

type SessionPlan = {
  readonly cohort: PlannedCohort;
  readonly teachers: readonly PlannedPerson[];
  readonly title?: string;
  readonly kind?: 'circle';
  /** When it begins, in minutes from now. */
  readonly startsInMinutes?: number;
  readonly cancelled?: boolean;
  readonly agenda?: PreparedSession['agenda'];
  /** Which item is on, and for how long it has been. */
  readonly current?: { readonly position: number; readonly forMinutes: number };
  /** Until its end. */
  readonly invited?: readonly PlannedPerson[];
  readonly chat?: readonly { readonly by: PlannedPerson; readonly text: string }[];
};

export type Visit = {
  readonly personId: PersonId;
  readonly sid: string | null;
  readonly joinedAt: Instant;
  readonly leftAt: Instant | null;
};

export type Planning = ReturnType<typeof openPlanning>;

const AGENDA: PreparedSession['agenda'] = [
  { title: 'Innsjekk', about: 'Ett ord om hvordan du kommer.', minutes: 10, kind: 'item' },
  { title: 'Vi leser sammen', about: 'Ord som låser, ord som åpner.', minutes: 30, kind: 'item' },
  { title: 'Pause', about: '', minutes: 10, kind: 'pause' },
  { title: 'Utsjekk', about: '', minutes: 10, kind: 'item' },
];

/**
 * Plans people and sessions through the slices' own faces, because no screen of this version can. Everything that a
 * journey is about happens in the browser.
 */
export function openPlanning(source: DatabaseSource) {
  const database = openDatabase(source, makeLog('error'));
  const now = () => Date.now();

  return {
    cohort: (): Promise<PlannedCohort> =>
      database.transaction(async (tx) => {
        const programmeId = await createProgramme(tx, { name: 'Prøveutdanning', degree: 'Grad' });
        const courseCode = `T${newId().slice(-6)}`;
        const courseId = await createCourse(tx, {
          programmeId,
          code: courseCode,
          title: 'Samtale og språk',
          credits: 10,
          kind: 'theory',
          term: 'autumn',
          themes: [],
        });
        const cohortId = await createCohort(tx, {
          programmeId,
          name: `Kull ${newId()}`,
          mode: 'full-time',
          startsOn: '2026-08-17',
        });
        return { cohortId, courseId, courseCode };
      }),

    /** Somebody new, who can sign in by mailed code at once. */
    person: (given: {
      readonly name: string;
      readonly role: Role;
      readonly language?: Language;
      readonly cohort?: PlannedCohort;
    }): Promise<PlannedPerson> =>
      database.transaction(async (tx) => {
        const { name, role, language = 'nb', cohort } = given;
        const email = `${newId()}@example.org`;
        const personId = await createPerson(tx, {
          email,
          displayName: name,
          givenName: name.split(' ')[0] ?? name,
          language,
          roles: [{ role }],
        });
        if (cohort) await enrol(tx, personId, cohort.cohortId, now() - 24 * HOUR_MS);
        return { personId, name, email };
      }),

    /** A group of the cohort, with these in it. */
    group: (given: {
      readonly cohort: PlannedCohort;
      readonly members: readonly PlannedPerson[];
    }): Promise<PlannedGroup> =>
      database.transaction(async (tx) => {
        const name = `Gruppe ${newId().slice(-6)}`;
        const groupId = await createGroup(tx, given.cohort.cohortId, name);
        for (const { personId } of given.members)
          await joinGroup(tx, personId, groupId, now() - 24 * HOUR_MS);
        return { groupId, name };
      }),

    /** Something to hand in alone, that is due so many hours from now; below zero it was. */
    assignment: (given: {
      readonly cohort: PlannedCohort;
      readonly by: PlannedPerson;
      readonly title: string;
      readonly dueInHours: number;
      readonly mode?: 'individual' | 'group';
    }): Promise<AssignmentId> =>
      database.transaction((tx) =>
        prepareAssignment(tx, {
          ...given.cohort,
          ...{
            mode: given.mode ?? 'individual',
            title: given.title,
            criteria: [],
            templateId: null,
          },
          brief: 'Skriv om et møte der du ble hørt.',
          dueAt: now() + given.dueInHours * HOUR_MS,
          by: given.by.personId,
          at: now() - 48 * HOUR_MS,
        }),
      ),

    /** From now on somebody is not in the group any more. */
    leaveGroup: async ({ groupId }: PlannedGroup, { personId }: PlannedPerson): Promise<void> => {
      await database.execute(sql`update group_member set until_at = now() - interval '1 second'
        where group_id = ${groupId}::uuid and person_id = ${personId}::uuid`);
    },

    /** Puts a row into a document's stored text that builds on something that was never stored, as a fault of the machine might. */
    harmDocument: async (documentId: string, { personId }: PlannedPerson): Promise<void> => {
      const lacking = new Y.Doc();
      lacking.getText('lacking').insert(0, 'a');
      const known = Y.encodeStateVector(lacking);
      lacking.getText('lacking').insert(1, 'b');
      const update = Y.encodeStateAsUpdate(lacking, known);
      // Each update stands after its length, in one byte while it is short.
      const bytes = Buffer.concat([Buffer.of(update.length), update]);
      await database.execute(sql`
        insert into document_update (document_id, seq, person_id, bytes, at)
        select ${documentId}::uuid, coalesce(max(seq), 0) + 1, ${personId}::uuid, ${bytes}, now()
        from document_update where document_id = ${documentId}::uuid`);
    },

    /** A session that has run for five minutes and lasts two hours, unless told otherwise. */
    session: (plan: SessionPlan): Promise<PlannedSession> =>
      database.transaction(async (tx) => {
        const { cohort, teachers, title = 'Språk som åpner', chat = [], invited = [] } = plan;
        const startsAt = now() + (plan.startsInMinutes ?? -5) * MINUTE_MS;
        const endsAt = startsAt + 2 * HOUR_MS;
        const id = await createSession(tx, {
          title,
          kind: plan.kind ?? 'teaching',
          ...cohort,
          groupId: null,
          startsAt,
          endsAt,
          cancelledAt: plan.cancelled ? now() : null,
          teachers: teachers.map(({ personId }) => personId),
          invited: invited.map(({ personId }) => ({ personId, untilAt: endsAt })),
        });
        await prepareSession(tx, id, {
          agenda: plan.agenda ?? AGENDA,
          current: plan.current
            ? {
                position: plan.current.position,
                since: now() - plan.current.forMinutes * MINUTE_MS,
              }
            : null,
          chat: chat.map(({ by, text }, nth) => ({
            personId: by.personId,
            displayName: by.name,
            at: startsAt + nth,
            text,
            replyTo: null,
            editedAt: null,
          })),
        });
        return { id, title, path: `/okt/${id}` };
      }),

    /** A gathering that began an hour ago and lasts until tomorrow. */
    gathering: ({ cohortId }: PlannedCohort, title: string): Promise<unknown> =>
      database.transaction((tx) => {
        const times = { startsAt: now() - HOUR_MS, endsAt: now() + 20 * HOUR_MS };
        return createGathering(tx, { title, place: 'Trondheim', mandatory: true, ...times }, [
          cohortId,
        ]);
      }),

    /** Who was seen and heard in a session, and when. */
    visits: async ({ id }: PlannedSession): Promise<readonly Visit[]> => {
      const { rows } = await database.execute<Visit>(sql`
        select person_id as "personId", sid, ${msOf(sql`joined_at`)} as "joinedAt",
          ${msOf(sql`left_at`)} as "leftAt"
        from media_interval where session_id = ${id} order by joined_at`);
      return rows;
    },

    /** The tables in which this text stands, in any column of any row. */
    tablesWith: async (text: string): Promise<readonly string[]> => {
      const { rows } = await database.execute<{ name: string }>(sql`
        select table_name as name from information_schema.tables where table_schema = 'public'`);
      const found: string[] = [];
      for (const { name } of rows) {
        const { rows: holding } = await database.execute(sql`
          select from ${sql.identifier(name)} t where t::text ilike ${`%${text}%`} limit 1`);
        if (holding.length > 0) found.push(name);
      }
      return found;
    },

    suspend: ({ personId }: PlannedPerson): Promise<void> =>
      database.transaction((tx) => suspendPerson(tx, personId)),

    /** What a person's sign-ins may do only while they are fresh, they may not do any more. */
    signedInLongAgo: async ({ personId }: PlannedPerson): Promise<void> => {
      await database.execute(sql`update sign_in set created_at = now() - interval '20 minutes'
        where person_id = ${personId}::uuid`);
    },

    password: ({ personId }: PlannedPerson, password: string) =>
      setPassword(database, personId, password, now()),

    close: () => database.$client.end(),
  };
}
