import { createSignal } from 'solid-js';
import { day as schoolDay } from '#shared/features/programme/holiday/model.ts';
import type { Assigned } from '#shared/features/programme/planning/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';

/** What a form of a plan begins with. */
export type Begun = {
  readonly title: string;
  readonly room: string;
  readonly teachers: readonly Assigned[];
  readonly day: string;
  readonly from: string;
  readonly to: string;
};

/** What somebody is writing of a plan, and what they have been shown to be in its way. */
export type PlanForm = ReturnType<typeof createPlanForm>;

/** One teacher in the form; empty as long as nobody is chosen. */
type Chosen = { readonly personId: PersonId | ''; readonly isSubstitute: boolean };

export function createPlanForm(begun: Begun) {
  const [title, setTitle] = createSignal(begun.title);
  const [room, setRoom] = createSignal(begun.room);
  const [teachers, setTeachers] = createSignal<readonly Chosen[]>(
    begun.teachers.length > 0
      ? begun.teachers.map(({ personId, isSubstitute }) => ({ personId, isSubstitute }))
      : [{ personId: '', isSubstitute: false }],
  );
  const [day, setDay] = createSignal(begun.day);
  const [from, setFrom] = createSignal(begun.from);
  const [to, setTo] = createSignal(begun.to);
  const [tried, setTried] = createSignal(false);
  const [seen, setSeen] = createSignal<readonly SessionId[]>([]);
  const given = () => ({
    ...{ title: title().trim(), room: room().trim(), day: day(), from: from(), to: to() },
    teachers: teachers().flatMap(({ personId, isSubstitute }) =>
      personId === '' ? [] : [{ personId, isSubstitute }],
    ),
  });
  const untouched = JSON.stringify(given());
  return {
    ...{ title, setTitle, room, setRoom, day, setDay, from, setFrom, to, setTo },
    ...{ teachers, tried, seen, setSeen, given },
    change: (nth: number, chosen: Partial<Chosen>) =>
      setTeachers((all) => all.map((one, at) => (at === nth ? { ...one, ...chosen } : one))),
    add: () => setTeachers((all) => [...all, { personId: '' as const, isSubstitute: false }]),
    remove: (nth: number) => setTeachers((all) => all.filter((_, at) => at !== nth)),
    isChanged: () => JSON.stringify(given()) !== untouched,
    /** When and by whom: what has to be there before anybody can say what is in the way. */
    isPlaced: () => {
      const plan = given();
      return isDay(plan.day) && plan.from !== '' && plan.to !== '' && plan.teachers.length > 0;
    },
    /** From now on the form says what is missing. */
    isWhole: () => {
      setTried(true);
      const plan = given();
      const isSaid = [plan.title, plan.from, plan.to].every(Boolean);
      return isSaid && isDay(plan.day) && plan.teachers.length > 0;
    },
  };
}

/** A day in a year that somebody plans for; a year that is half written is none. */
export function isDay(written: string): boolean {
  return schoolDay.safeParse(written).success;
}

/** What is written elsewhere in the form asks nothing anew. */
export function isSameQuestion(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
