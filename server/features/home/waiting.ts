import { waiting as contract, type WaitingItem } from '#shared/features/home/queries.ts';
import { isItsTeacher } from '#shared/features/programme/calendar/model.ts';
import { statusAt } from '#shared/features/programme/calendar/rules.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import { instantInOslo, wallInOslo } from '#shared/kernel/oslo-time.ts';
import { holds, type Role, type Subject } from '#shared/wire/access.ts';
import { answerQuery } from '../../platform/handler.ts';
import type { Tx } from '../../storage/database.ts';
import { peopleWaiting, rolesAsked } from '../admin/public.ts';
import { attendanceNotices, listedUnder } from '../attendance/public.ts';
import { isInCohort, standingsBetween } from '../programme/public.ts';

type Ask = { readonly tx: Tx; readonly subject: Subject; readonly now: Instant };

/** Each role is asked about what it has, and nothing else is looked up. */
export const waiting = answerQuery(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async (ask) => {
    const { subject, now } = ask;
    const is = (role: Role) => holds(subject, role, now);
    return {
      items: [
        ...(await ofAsked(ask)),
        ...(is('student') ? await ofStudent(ask) : []),
        ...(is('teacher') ? await ofTeacher(ask) : []),
        ...(is('admin') || is('rector') ? await ofSchool(ask) : []),
        ...(is('studyAdviser') ? await ofAdviser(ask) : []),
      ],
    };
  },
);

async function ofAsked({ tx, subject }: Ask): Promise<WaitingItem[]> {
  return (await rolesAsked(tx, subject.personId)).map((role) => ({ kind: 'role-asked', role }));
}

async function ofStudent({ tx, subject, now }: Ask): Promise<WaitingItem[]> {
  const { personId } = subject;
  if (!(await isInCohort(tx, personId, now))) return [{ kind: 'no-cohort' }];
  return (await attendanceNotices(tx, now, { personId })).map(({ courseCode, state }) => ({
    ...{ kind: 'own-attendance', courseCode, state },
  }));
}

async function ofTeacher({ tx, subject, now }: Ask): Promise<WaitingItem[]> {
  const midnight = instantInOslo(wallInOslo(now).day, '00:00') ?? now;
  // An hour more or less on the days on which the clock is changed leaves no evening out.
  const today = { fromAt: midnight, untilAt: midnight + DAY_MS };
  const left = (await standingsBetween(tx, subject, today, now)).filter(
    (session) =>
      isItsTeacher(subject, session, now) && ['planned', 'live'].includes(statusAt(session, now)),
  );
  return left.length > 1 ? [{ kind: 'sessions-today', count: left.length }] : [];
}

async function ofSchool({ tx, subject, now }: Ask): Promise<WaitingItem[]> {
  const { failing, expired, secondYes } = await peopleWaiting(tx, subject.personId, now);
  const items: WaitingItem[] = [
    { kind: 'second-yes', count: secondYes },
    // What the rector does not invite, the rector is not asked to see to.
    ...(holds(subject, 'admin', now)
      ? [
          { kind: 'letters-failing' as const, count: failing },
          { kind: 'invitations-expired' as const, count: expired },
        ]
      : []),
  ];
  return items.filter((item) => 'count' in item && item.count > 0);
}

async function ofAdviser({ tx, now }: Ask): Promise<WaitingItem[]> {
  const people = new Set((await listedUnder(tx, {}, now)).map(({ personId }) => personId));
  return people.size > 0 ? [{ kind: 'low-attendance', count: people.size }] : [];
}
