import { sql } from 'drizzle-orm';
import { peopleToShareWith as contract } from '#shared/features/document/sharing/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { holds } from '#shared/wire/access.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { momentOf } from '../../../storage/moment.ts';
import { loadDocument } from '../catalogue/standing.ts';

/** Those one meets: who learns and who teaches in the same cohorts, but for oneself and whoever has it already. */
export const peopleToShareWith = answerQuery(contract, loadDocument, async (call) => {
  const { tx, subject, object, now } = call;
  const at = momentOf(now);
  const me = sql`${subject.personId}::uuid`;
  const runs = (e: 'mine' | 'theirs') => {
    const row = sql.identifier(e);
    return sql`${row}.from_at <= ${at} and (${row}.until_at is null or ${row}.until_at > ${at})`;
  };
  // A relation without its role gives nothing, to either of them.
  const learns = holds(subject, 'student', now);
  const teaches = holds(subject, 'teacher', now);
  const hold = (role: 'student' | 'teacher') => sql`exists (
    select from role_held r where r.person_id = p.id and r.role = ${role}
      and (r.until is null or r.until > ${at}))`;
  const { rows } = await tx.execute<{ personId: PersonId; displayName: string }>(sql`
    with cohorts as (
      select mine.cohort_id from enrolment mine
        where ${learns} and mine.person_id = ${me} and ${runs('mine')}
      union
      select s.cohort_id from session_teacher t join session s on s.id = t.session_id
        where ${teaches} and t.person_id = ${me} and s.deleted_at is null
    )
    select p.id as "personId", p.display_name as "displayName" from person p
    where p.status = 'active' and p.id <> ${me}
      and not exists (
        select from document_share share
        where share.document_id = ${object.documentId} and share.person_id = p.id)
      and ((${hold('student')} and exists (
          select from enrolment theirs join cohorts using (cohort_id)
          where theirs.person_id = p.id and ${runs('theirs')}))
        or (${hold('teacher')} and exists (
          select from session_teacher t join session s on s.id = t.session_id join cohorts using (cohort_id)
          where t.person_id = p.id and s.deleted_at is null)))
    order by p.display_name, p.id`);
  return { people: rows };
});
