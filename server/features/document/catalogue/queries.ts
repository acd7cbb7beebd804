import { sql } from 'drizzle-orm';
import type { DocumentKind, DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import * as policy from '#shared/features/document/catalogue/policy.ts';
import * as queries from '#shared/features/document/catalogue/queries.ts';
import { itemFor, rightsIn } from '#shared/features/document/catalogue/rules.ts';
import { type SessionStanding, sessionIsOver } from '#shared/features/programme/calendar/model.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { CourseId, GroupId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { answerQuery, type Calling, type Load } from '../../../platform/handler.ts';
import { momentOf } from '../../../storage/moment.ts';
import { askedAsWritten, askedFor } from '../../../storage/norwegian/asked-words.ts';
import { sessionStanding } from '../../programme/public.ts';
import { isBegun } from '../for-some.ts';
import { placeNamed } from './place.ts';
import { columnsOf } from './repository.ts';
import { snippetsOf } from './search.ts';
import { documentStandings, loadDocument, withinReach } from './standing.ts';

const HITS_MAX = 50;
/** Sessions from so long ago until so far ahead are offered as places for a new document. */
const SESSIONS_OFFERED_MS = 14 * DAY_MS;

/** One's own list: what it is about is who asks. */
const loadOwnList: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const documentList = answerQuery(queries.documentList, loadOwnList, async (call) => {
  const { input, subject, now, tx } = call;
  const which = sql`d.trashed_at is ${input.trashed ? sql`not null` : sql`null`}
    and ${isBegun} and ${withinReach(subject, now)}`;
  const found = await documentStandings(tx, subject, which, now);
  const may = input.trashed ? policy.mayTakeBackDocument : policy.mayReadDocument;
  const shown = found.filter((each) => may(subject, each, now));
  return { items: shown.map((each) => itemFor(subject, each, now)) };
});

export const aboutDocument = answerQuery(queries.aboutDocument, loadDocument, async (call) => {
  const { subject, object, now } = call;
  const { groupId, sessionId, courseId, ownerId } = columnsOf(object.place);
  return {
    item: itemFor(subject, object, now),
    rights: rightsIn(subject, object, now),
    createdAt: object.createdAt,
    quarantined: object.quarantinedAt !== null,
    ...{ groupId, sessionId, courseId, ownerId },
  };
});

export const trashedDocument = answerQuery(queries.trashedDocument, loadDocument, async (call) => {
  const { subject, object, now, tx } = call;
  const { rows } = await tx.execute<{ byName: string }>(sql`
    select p.display_name as "byName" from document d join person p on p.id = d.trashed_by
    where d.id = ${object.documentId}`);
  return { item: itemFor(subject, object, now), byName: rows[0]?.byName ?? null };
});

export const searchDocuments = answerQuery(queries.searchDocuments, loadOwnList, async (call) => {
  const { input, subject, now, tx } = call;
  const asked = askedFor(input.text);
  const which = sql`d.trashed_at is null and d.words @@ ${asked} and ${withinReach(subject, now)}`;
  // The form that was asked for stands before its others.
  const asWritten = askedAsWritten(input.text);
  const best = sql`ts_rank(d.words, ${asWritten}) + ts_rank(d.words, ${asked}) desc, d.updated_at desc, d.id`;
  const found = await documentStandings(tx, subject, which, now, best);
  const shown = found
    .filter((each) => policy.mayReadDocument(subject, each, now))
    .slice(0, HITS_MAX);
  const ids = shown.map(({ documentId }) => documentId);
  const snippets = await snippetsOf(tx, ids, input.text);
  return {
    hits: shown.map((each) => ({
      item: itemFor(subject, each, now),
      snippet: snippets.get(each.documentId) ?? [],
    })),
  };
});

export const sessionDocuments = answerQuery(
  queries.sessionDocuments,
  ({ tx, subject, input, now }) => sessionStanding(tx, subject, input.sessionId, now),
  async ({ subject, object, now, tx }: Calling<unknown, SessionStanding>) => {
    // While it goes on a group finds its empty text here again.
    const listed = sessionIsOver(object, now) ? isBegun : sql`true`;
    const which = sql`d.session_id = ${object.sessionId} and d.trashed_at is null and ${listed}`;
    const order = sql`d.session_default desc, d.created_at, d.id`;
    const found = await documentStandings(tx, subject, which, now, order);
    const shown = found.filter((each) => policy.mayReadDocument(subject, each, now));
    return { items: shown.map((each) => itemFor(subject, each, now)) };
  },
);

export const documentTemplates = answerQuery(
  queries.documentTemplates,
  loadOwnList,
  async ({ subject, now, tx }) => {
    const which = sql`d.kind = 'template' and d.trashed_at is null`;
    const found = await documentStandings(tx, subject, which, now, sql`d.title, d.id`);
    return {
      templates: found
        .filter((each) => policy.mayReadDocument(subject, each, now))
        .map(({ documentId, title, placeName }: DocumentStanding) => ({
          documentId,
          title,
          place: placeName,
        })),
    };
  },
);

type Candidate = {
  readonly kind: DocumentKind;
  readonly groupId: GroupId | null;
  readonly sessionId: SessionId | null;
  readonly courseId: CourseId | null;
  readonly name: string | null;
};

export const whereToCreate = answerQuery(
  queries.whereToCreate,
  loadOwnList,
  async ({ subject, now, tx }) => {
    const me = sql`${subject.personId}::uuid`;
    const { rows } = await tx.execute<Candidate>(sql`
      select 'group' as kind, g.id as "groupId", null::uuid as "sessionId", null::uuid as "courseId", g.name
        from student_group g join group_member m on m.group_id = g.id
        where m.person_id = ${me} and g.archived_at is null
      union
      select 'session', null, s.id, null, s.title from session s
        where s.deleted_at is null
          and s.ends_at > ${momentOf(now - SESSIONS_OFFERED_MS)}
          and s.starts_at < ${momentOf(now + SESSIONS_OFFERED_MS)}
          and (exists (select from enrolment e where e.cohort_id = s.cohort_id and e.person_id = ${me})
            or exists (select from session_teacher t where t.session_id = s.id and t.person_id = ${me})
            or exists (select from session_invitation i where i.session_id = s.id and i.person_id = ${me}))
      union
      select made.kind, null, null, c.id, c.title
        from course c join session s on s.course_id = c.id join session_teacher t on t.session_id = s.id
          cross join (values ('course'), ('template')) as made(kind)
        where t.person_id = ${me} and s.deleted_at is null
      order by kind, name`);
    const candidates: readonly Candidate[] = [
      { kind: 'personal', groupId: null, sessionId: null, courseId: null, name: null },
      ...rows,
      { kind: 'template', groupId: null, sessionId: null, courseId: null, name: null },
    ];
    const places: Candidate[] = [];
    for (const candidate of candidates) {
      const { kind, groupId, sessionId, courseId } = candidate;
      const named = {
        kind,
        groupId: groupId ?? undefined,
        sessionId: sessionId ?? undefined,
        courseId: courseId ?? undefined,
      };
      const place = await placeNamed(tx, subject, named, now);
      if (place && policy.mayCreateDocument(subject, { place }, now)) places.push(candidate);
    }
    return { places };
  },
);
