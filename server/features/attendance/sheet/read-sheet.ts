import type { Figure } from '#shared/features/attendance/presence/model.ts';
import {
  mayCorrectAttendance,
  mayRegisterAtGathering,
  maySeeEverybodysAttendance,
  maySeeEverybodysDays,
} from '#shared/features/attendance/presence/policy.ts';
import {
  dayFigureOf,
  mayBeTicked,
  soFar,
  stateOf,
  timeFigureOf,
  timesThere,
} from '#shared/features/attendance/presence/rules.ts';
import type {
  AttendanceSheet,
  Cell,
  Occasion,
  Scope,
  SheetRow,
} from '#shared/features/attendance/sheet/model.ts';
import { totalsOf } from '#shared/features/attendance/sheet/rules.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { CohortId, PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  cohortsNamed,
  gatheringStandings,
  standingsOfCohort,
  studentsOfGatherings,
  studentsOfSessions,
} from '../../programme/public.ts';
import { type Told, toldAt } from '../correction/entries.ts';
import { daysOf } from '../presence/days.ts';
import { heldIn } from '../presence/occasions.ts';
import { seenIn } from '../presence/seen.ts';
import { listedUnder } from '../requirement/notices.ts';
import { takenOutOf } from './taken-out.ts';

type Ask = { readonly tx: Tx; readonly subject: Subject; readonly now: Instant };

/** A column as it is told, with what each student has there; nothing for one for whom it was not planned. */
type Column = {
  readonly occasion: Occasion;
  readonly students: ReadonlyMap<PersonId, string>;
  readonly cellOf: (personId: PersonId) => Cell;
};

/** The table as this person may see it, cut to the occasions at which they see everybody. Null where there is none. */
export async function readSheet(ask: Ask, scope: Scope): Promise<AttendanceSheet | null> {
  const { tx, now } = ask;
  const cohort = (await cohortsNamed(tx)).find(({ cohortId }) => cohortId === scope.cohortId);
  if (!cohort) return null;
  const { courseCode, cohortId } = scope;
  const found =
    courseCode === null
      ? await dayColumns(ask, cohortId)
      : await sessionColumns(ask, cohortId, courseCode);
  if (!found) return null;
  const course = found.course;
  const columns = found.columns.toReversed();
  const people = rowsOf(columns);
  const whole = course !== null && found.unseen === 0;
  return {
    ...{ now, cohortName: cohort.name, course },
    occasions: columns.map(({ occasion }) => occasion),
    people,
    unseen: found.unseen,
    under: whole ? await underIn(ask, { cohortId, courseCode: course.code }, people) : [],
    takenOut: await takenOutOf(tx, scope),
  };
}

async function sessionColumns({ tx, subject, now }: Ask, cohortId: CohortId, code: string) {
  const all = (await standingsOfCohort(tx, subject, cohortId, now)).filter(
    ({ courseCode }) => courseCode === code,
  );
  const maySee = (session: SessionStanding) => maySeeEverybodysAttendance(subject, session, now);
  const first = all.find(maySee);
  if (!first) return null;
  const begun = all.filter(({ cancelled, startsAt }) => !cancelled && mayBeTicked(startsAt, now));
  const sessions = begun.filter(maySee);
  const ids = sessions.map(({ sessionId }) => sessionId);
  const students = await studentsOfSessions(tx, ids, null);
  const seen = await seenIn(tx, ids, null);
  const told = await toldAt(
    tx,
    ids.map((sessionId) => ({ sessionId })),
    null,
  );
  const columns = sessions.map((session): Column => {
    const { sessionId, title } = session;
    const held = heldIn(session, now);
    const mayCorrect = mayCorrectAttendance(subject, session, now);
    const { length } = held;
    return {
      occasion: { kind: 'session', sessionId, title, length, state: stateOf(held), mayCorrect },
      students: namesOf(students.filter((one) => one.sessionId === sessionId)),
      cellOf: (personId) => {
        const said = told({ sessionId }, personId);
        const times = timesThere(seen(sessionId, personId), soFar(held));
        return cellWith(said, timeFigureOf(held, times, said));
      },
    };
  });
  const course = { code, title: first.courseTitle };
  return { course, columns, unseen: begun.length - sessions.length };
}

/** Of those in the table. */
async function underIn(
  { tx, now }: Ask,
  scope: { readonly cohortId: CohortId; readonly courseCode: string },
  people: readonly SheetRow[],
): Promise<AttendanceSheet['under']> {
  const under = new Map((await listedUnder(tx, scope, now)).map((one) => [one.personId, one]));
  return people.flatMap(({ personId, displayName }) => {
    const stands = under.get(personId);
    if (!stands) return [];
    return [{ personId, displayName, sessions: stands.sessions, gatherings: stands.gatherings }];
  });
}

async function dayColumns({ tx, subject, now }: Ask, cohortId: CohortId) {
  const seen = (await gatheringStandings(tx, subject, cohortId, now)).filter((gathering) =>
    maySeeEverybodysDays(subject, gathering, now),
  );
  if (seen.length === 0) return null;
  const students = await studentsOfGatherings(
    tx,
    seen.map((one) => one.gatheringId),
    null,
  );
  const days = seen.flatMap((gathering) =>
    daysOf(gathering)
      .filter(({ length }) => mayBeTicked(length.from, now))
      .map((that) => ({ ...gathering, ...that })),
  );
  const told = await toldAt(tx, days, null);
  const columns = days.map((gathering): Column => {
    const { gatheringId, day, title, place, mandatory, length } = gathering;
    const mayCorrect = mayRegisterAtGathering(subject, gathering, now);
    const when = { title, length, state: stateOf({ length, now }), mayCorrect };
    return {
      occasion: { kind: 'day', gatheringId, day, place, mandatory, ...when },
      students: namesOf(students.filter((one) => one.gatheringId === gatheringId)),
      cellOf: (personId) => {
        const said = told({ gatheringId, day }, personId);
        return cellWith(said, dayFigureOf(said));
      },
    };
  });
  return { course: null, columns, unseen: 0 };
}

function namesOf(
  students: readonly { readonly personId: PersonId; readonly displayName: string }[],
): ReadonlyMap<PersonId, string> {
  return new Map(students.map(({ personId, displayName }) => [personId, displayName]));
}

function cellWith({ present, corrections }: Told, figure: Figure): Cell {
  return { figure, present, corrections: [...corrections] };
}

function rowsOf(columns: readonly Column[]): SheetRow[] {
  const names = new Map(columns.flatMap(({ students }) => [...students]));
  const rows = [...names].map(([personId, displayName]) => {
    const cells = columns.map(({ students, cellOf }) =>
      students.has(personId) ? cellOf(personId) : null,
    );
    const counted = columns.flatMap(({ occasion: { length, state } }, nth) => {
      const figure = cells[nth]?.figure;
      return figure ? [{ length, state, figure }] : [];
    });
    return { personId, displayName, totals: totalsOf(counted), cells };
  });
  return rows.toSorted((one, other) => one.displayName.localeCompare(other.displayName, 'nb'));
}
