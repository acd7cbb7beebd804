import { sql } from 'drizzle-orm';
import type { PictureId } from '#shared/features/identity/profile/model.ts';
import type { GuestAs } from '#shared/features/programme/invitation/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf } from '../../../storage/moment.ts';
import type { Place } from '../../identity/public.ts';

/** Somebody the session is planned for. */
type ExpectedParticipant = {
  readonly personId: PersonId;
  readonly displayName: string;
  readonly givenName: string;
  readonly pronouns: string;
  readonly picture: PictureId | null;
  readonly part: 'student' | 'teacher' | 'staff' | 'guest';
  /** Of a guest who came by a link: as what. */
  readonly guestAs: GuestAs | null;
  /** Where the person usually sits, until they say otherwise in the session. */
  readonly place: Place;
  /** Of an assigned teacher: 0 is the first to lead. Null for everybody else. */
  readonly position: number | null;
};

/**
 * Everybody a session is planned for just now: its assigned teachers in their order, then the students of its
 * group or cohort and those invited, by name. Suspended people are nobody's company, and not listed.
 */
export async function expectedParticipants(
  tx: Tx,
  sessionId: SessionId,
  now: Instant,
): Promise<ExpectedParticipant[]> {
  const at = momentOf(now);
  const { rows } = await tx.execute<ExpectedParticipant>(sql`
    with planned as (
      select id, cohort_id, group_id from session where id = ${sessionId}::uuid and deleted_at is null
    ), related as (
      select t.person_id, 'teacher' as part, t.position, null as guest_as
      from planned join session_teacher t on t.session_id = planned.id
      union all
      select e.person_id, 'student', null, null
      from planned join enrolment e on e.cohort_id = planned.cohort_id
      where e.from_at <= ${at} and (e.until_at is null or e.until_at > ${at})
        and (planned.group_id is null or exists (
          select from group_member g
          where g.group_id = planned.group_id and g.person_id = e.person_id
            and g.from_at <= ${at} and (g.until_at is null or g.until_at > ${at})))
      union all
      select i.person_id,
        -- Staff of the school come as staff, everybody from outside as a guest.
        case when exists (
          select from role_held r
          where r.person_id = i.person_id and (r.until is null or r.until > ${at})
            and r.role in ('teacher', 'practiceCoordinator', 'studyAdviser', 'admin', 'rector')
        ) then 'staff' else 'guest' end,
        null, i.guest_as
      from planned join session_invitation i on i.session_id = planned.id
      where i.until_at > ${at}
    ), once as (
      -- A person with several relations comes in the weightiest: teacher, student, invited.
      select distinct on (person_id) person_id, part, position, guest_as from related
      order by person_id, array_position(array['teacher', 'student', 'staff', 'guest'], part)
    )
    select p.id as "personId", p.display_name as "displayName",
      p.given_name as "givenName", p.pronouns,
      (select picture_id from person_picture where person_id = p.id) as picture,
      once.part, p.place, once.position,
      case once.part when 'guest' then once.guest_as end as "guestAs"
    from once join person p on p.id = once.person_id
    where p.status = 'active'
    order by once.position nulls last, p.display_name, p.id`);
  return rows;
}
