import type { JSX } from 'solid-js';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import type {
  CourseOfYear,
  GatheringOfYear,
  TermOfYear,
} from '#shared/features/programme/programme/queries.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { CourseForm } from './CourseForm.tsx';
import { DayOffForm } from './DayOffForm.tsx';
import { GatheringForm } from './GatheringForm.tsx';
import { ProgrammeForm } from './ProgrammeForm.tsx';
import { TermForm } from './TermForm.tsx';
import type { words } from './words.ts';
import type { Year } from './year.ts';

/** What is open in the sheet: something that is there, or where `before` is null something new. */
export type Opened =
  | { readonly kind: 'programme' }
  | { readonly kind: 'course'; readonly before: CourseOfYear | null }
  | { readonly kind: 'term'; readonly cohortId: CohortId; readonly before: TermOfYear | null }
  | { readonly kind: 'gathering'; readonly before: GatheringOfYear | null }
  | { readonly kind: 'day-off'; readonly before: DayOff | null };

/** The form of it. */
export function FormOf(props: {
  readonly what: Opened;
  readonly year: Year;
  readonly onDone: () => void;
}): JSX.Element {
  const { what, year } = props;
  const onDone = () => props.onDone();
  switch (what.kind) {
    case 'programme':
      return year.programme && <ProgrammeForm before={year.programme} onDone={onDone} />;
    case 'course':
      return <CourseForm before={what.before} onDone={onDone} />;
    case 'term':
      return <TermForm year={year} cohortId={what.cohortId} before={what.before} onDone={onDone} />;
    case 'gathering':
      return <GatheringForm year={year} before={what.before} onDone={onDone} />;
    default:
      return <DayOffForm before={what.before} onDone={onDone} />;
  }
}

/** What the sheet is called. */
export function titleOf(what: Opened | undefined, t: (typeof words)['nb']): string {
  switch (what?.kind) {
    case 'course':
      return what.before ? t.changeCourse : t.newCourse;
    case 'term':
      return what.before ? t.changeTerm : t.newTermShort;
    case 'gathering':
      return what.before ? t.changeGathering : t.newGathering;
    case 'day-off':
      return what.before ? t.changeDayOff : t.newDayOff;
    default:
      return t.programme;
  }
}
