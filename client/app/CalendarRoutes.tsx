import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { createRequired } from '../features/attendance/public.ts';
import { CalendarPage } from '../features/programme/calendar/CalendarPage.tsx';
import type { Deadline } from '../features/programme/calendar/calendar-items.ts';
import { CalendarSubscription } from '../features/programme/feed/CalendarSubscription.tsx';
import { ChangeSessionPage } from '../features/programme/planning/ChangeSessionPage.tsx';
import { NewSessionPage } from '../features/programme/planning/NewSessionPage.tsx';
import { OwnPlanPage } from '../features/programme/study-plan/OwnPlanPage.tsx';
import { StudentPlanPage } from '../features/programme/study-plan/StudentPlanPage.tsx';
import { YearPage } from '../features/programme/year/YearPage.tsx';
import { createQuery } from '../platform/query.ts';
import { refetchEvery } from '../platform/refetch-every.ts';
import { ForMe } from './ForMe.tsx';

/** When something is due is no matter of minutes. */
const FRESH_MS = 5 * 60_000;

/** `/kalender`: the calendar of the programme, with what is due from the assignments. */
export function CalendarRoute() {
  const list = createQuery(assignmentList, () => ({}));
  refetchEvery(FRESH_MS, list);
  const deadlines = (): readonly Deadline[] | undefined => {
    const asked = list.state();
    if (asked.status === 'failed' && !asked.value && asked.refusal !== 'not-found')
      return undefined;
    return (list.value()?.items ?? []).map(
      ({ assignmentId, title, courseCode, cohortName, dueAt }) => ({
        ...{ id: assignmentId, title, dueAt, about: `${courseCode}, ${cohortName}` },
        href: `/oppgave/${assignmentId}`,
      }),
    );
  };
  return (
    <ForMe>
      {(me) => (
        <CalendarPage deadlines={deadlines} subscription={() => <CalendarSubscription me={me} />} />
      )}
    </ForMe>
  );
}

/** `/kalender/ny` */
export function NewSessionRoute() {
  return <ForMe>{(me) => <NewSessionPage me={me} />}</ForMe>;
}

/** `/kalender/okt/:sessionId` */
export function ChangeSessionRoute() {
  return <ForMe>{(me) => <ChangeSessionPage me={me} />}</ForMe>;
}

/** `/utdanning`, with what each course requires. */
export function YearRoute() {
  return <ForMe>{(me) => <YearPage me={me} askRequired={createRequired} />}</ForMe>;
}

/** `/studieplan` */
export function StudyPlanRoute() {
  return <ForMe>{() => <OwnPlanPage />}</ForMe>;
}

/** `/studieplan/:personId` */
export function StudentPlanRoute() {
  return <ForMe>{(me) => <StudentPlanPage me={me} />}</ForMe>;
}
