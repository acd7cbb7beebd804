import { createSignal, For, type JSX, Show } from 'solid-js';
import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import * as commands from '#shared/features/programme/programme/commands.ts';
import {
  CODE_MAX,
  COURSE_KINDS,
  NAME_MAX,
  PLACE_MAX,
  SEMESTERS,
} from '#shared/features/programme/programme/model.ts';
import type {
  CourseOfYear,
  GatheringOfYear,
  programmeYear,
  TermOfYear,
} from '#shared/features/programme/programme/queries.ts';
import type { CohortId, CourseId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { dayAndTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { words } from './words.ts';
import styles from './Year.module.css';
import { createChange, YearForm } from './YearForm.tsx';

export type Year = OutputOf<typeof programmeYear>;

/** One line of words in a form that says, once saving was tried, what is missing. */
function createLine(before: string) {
  const [value, setValue] = createSignal(before);
  const [tried, setTried] = createSignal(false);
  return {
    value,
    setValue,
    isMissing: () => tried() && value().trim() === '',
    /** From now on it says so. */
    isThere: () => {
      setTried(true);
      return value().trim() !== '';
    },
  };
}
type Line = ReturnType<typeof createLine>;

/** Asks each, so that each says what is missing of it. */
const areAllThere = (...lines: readonly Line[]) => lines.map((one) => one.isThere()).every(Boolean);

function LineField(
  props: { readonly line: Line; readonly label: string } & Omit<
    JSX.InputHTMLAttributes<HTMLInputElement>,
    'onInput' | 'value'
  >,
) {
  const t = useWords(words);
  return (
    <Field
      {...props}
      error={props.line.isMissing() ? t().needed : undefined}
      autocomplete="off"
      value={props.line.value()}
      onInput={(event) => props.line.setValue(event.currentTarget.value)}
    />
  );
}

export function ProgrammeForm(props: {
  readonly before: NonNullable<Year['programme']>;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(() => props.onDone());
  const [name, degree] = [createLine(props.before.name), createLine(props.before.degree)];
  return (
    <YearForm
      change={change}
      isWhole={() => areAllThere(name, degree)}
      onSave={() =>
        change.send(
          commands.saveProgramme,
          { name: name.value().trim(), degree: degree.value().trim() },
          t().saved,
        )
      }
    >
      <LineField line={name} label={t().name} maxlength={NAME_MAX} lang={PROGRAMME_LANGUAGE} />
      <LineField line={degree} label={t().degree} maxlength={NAME_MAX} lang={PROGRAMME_LANGUAGE} />
    </YearForm>
  );
}

/** "12,5" and "12.5" are one number. */
const creditsIn = (text: string) => Number(text.trim().replace(',', '.'));
const isCredits = (text: string) => {
  const credits = creditsIn(text);
  return credits > 0 && credits <= 120 && Number.isInteger(credits * 2);
};

export function CourseForm(props: {
  readonly before: CourseOfYear | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(() => props.onDone());
  const before = props.before;
  const [code, title] = [createLine(before?.code ?? ''), createLine(before?.title ?? '')];
  const credits = createLine(before ? String(before.credits).replace('.', ',') : '');
  const [tried, setTried] = createSignal(false);
  const [kind, setKind] = createSignal(before?.kind ?? 'theory');
  const [semester, setSemester] = createSignal(before?.semester ?? 'autumn');
  const save = () =>
    change.send(
      commands.saveCourse,
      {
        ...{ courseId: before?.courseId ?? null, code: code.value().trim() },
        ...{ title: title.value().trim(), credits: creditsIn(credits.value()) },
        ...{ kind: kind(), semester: semester() },
      },
      t().saved,
    );
  return (
    <YearForm
      change={change}
      isWhole={() => {
        setTried(true);
        return areAllThere(code, title) && isCredits(credits.value());
      }}
      onSave={save}
    >
      <LineField line={code} label={t().code} maxlength={CODE_MAX} />
      <LineField
        line={title}
        label={t().courseTitle}
        maxlength={NAME_MAX}
        lang={PROGRAMME_LANGUAGE}
      />
      <Field
        label={t().creditsLabel}
        inputmode="decimal"
        autocomplete="off"
        error={tried() && !isCredits(credits.value()) ? t().creditsWrong : undefined}
        value={credits.value()}
        onInput={(event) => credits.setValue(event.currentTarget.value)}
      />
      <Select
        label={t().kind}
        value={kind()}
        groups={[{ options: COURSE_KINDS.map((value) => ({ value, label: t().kinds[value] })) }]}
        onChange={(event) => setKind(event.currentTarget.value as CourseOfYear['kind'])}
      />
      <Select
        label={t().semester}
        value={semester()}
        groups={[{ options: SEMESTERS.map((value) => ({ value, label: t().semesters[value] })) }]}
        onChange={(event) => setSemester(event.currentTarget.value as CourseOfYear['semester'])}
      />
    </YearForm>
  );
}

function DayFields(props: { readonly first: Line; readonly last: Line }) {
  const t = useWords(words);
  return (
    <div class={styles.pair}>
      <LineField line={props.first} label={t().firstDay} type="date" />
      <LineField line={props.last} label={t().lastDay} type="date" />
    </div>
  );
}

/** Some of these, ticked. */
function Ticks<Id extends string>(props: {
  readonly legend: string;
  readonly all: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly error?: string | undefined;
  readonly onChange: (chosen: readonly Id[]) => void;
}) {
  const toggle = (id: Id, on: boolean) =>
    props.onChange(on ? [...props.chosen, id] : props.chosen.filter((one) => one !== id));
  return (
    <fieldset class={styles.ticks}>
      <legend>{props.legend}</legend>
      <For each={props.all}>
        {({ id, name }) => (
          <label lang={PROGRAMME_LANGUAGE}>
            <input
              type="checkbox"
              checked={props.chosen.includes(id)}
              aria-invalid={props.error ? 'true' : undefined}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {name}
          </label>
        )}
      </For>
      <Show when={props.error}>
        <p class={styles.problem} role="alert">
          {props.error}
        </p>
      </Show>
    </fieldset>
  );
}

export function TermForm(props: {
  readonly year: Year;
  readonly cohortId: CohortId;
  readonly before: TermOfYear | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(() => props.onDone());
  const { before, cohortId } = props;
  const name = createLine(before?.name ?? '');
  const [first, last] = [createLine(before?.firstDay ?? ''), createLine(before?.lastDay ?? '')];
  const [courseIds, setCourseIds] = createSignal<readonly CourseId[]>(before?.courseIds ?? []);
  const termId = before?.termId ?? null;
  const save = () =>
    change.send(
      commands.saveTerm,
      {
        ...{ termId, cohortId, name: name.value().trim(), courseIds: [...courseIds()] },
        ...{ firstDay: first.value(), lastDay: last.value() },
      },
      t().saved,
    );
  return (
    <YearForm
      change={change}
      isWhole={() => areAllThere(name, first, last)}
      onSave={save}
      onDrop={termId ? () => change.send(commands.dropTerm, { termId }, t().dropped) : undefined}
    >
      <LineField line={name} label={t().termName} maxlength={NAME_MAX} lang={PROGRAMME_LANGUAGE} />
      <DayFields first={first} last={last} />
      <Ticks
        legend={t().coursesInTerm}
        all={props.year.courses.map(({ courseId, code, title }) => {
          return { id: courseId, name: `${code} ${title}` };
        })}
        chosen={courseIds()}
        onChange={setCourseIds}
      />
    </YearForm>
  );
}

export function GatheringForm(props: {
  readonly year: Year;
  readonly before: GatheringOfYear | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(() => props.onDone());
  const before = props.before;
  const [start, end] = [
    before ? dayAndTime(before.startsAt) : { day: '', time: '10:00' },
    before ? dayAndTime(before.endsAt) : { day: '', time: '15:00' },
  ];
  const [title, place] = [createLine(before?.title ?? ''), createLine(before?.place ?? '')];
  const [first, last] = [createLine(start.day), createLine(end.day)];
  const [from, to] = [createLine(start.time), createLine(end.time)];
  const [mandatory, setMandatory] = createSignal(before?.mandatory ?? true);
  const [tried, setTried] = createSignal(false);
  const [cohortIds, setCohortIds] = createSignal<readonly CohortId[]>(before?.cohortIds ?? []);
  const gatheringId = before?.gatheringId ?? null;
  const hasBegun = before !== null && before.startsAt <= props.year.now;
  const drop = () =>
    gatheringId && change.send(commands.dropGathering, { gatheringId }, t().dropped);
  const save = () =>
    change.send(
      commands.saveGathering,
      {
        ...{ gatheringId, title: title.value().trim(), place: place.value().trim() },
        ...{ mandatory: mandatory(), cohortIds: [...cohortIds()] },
        ...{ firstDay: first.value(), from: from.value() },
        ...{ lastDay: last.value(), to: to.value() },
      },
      t().saved,
    );
  return (
    <YearForm
      change={change}
      isWhole={() => {
        setTried(true);
        return areAllThere(title, place, first, last, from, to) && cohortIds().length > 0;
      }}
      onSave={save}
      onDrop={gatheringId && !hasBegun ? () => void drop() : undefined}
    >
      <LineField
        line={title}
        label={t().gatheringTitle}
        maxlength={NAME_MAX}
        lang={PROGRAMME_LANGUAGE}
      />
      <LineField line={place} label={t().place} maxlength={PLACE_MAX} lang={PROGRAMME_LANGUAGE} />
      <div class={styles.pair}>
        <LineField line={first} label={t().firstDay} type="date" />
        <LineField line={from} label={t().from} type="time" />
        <LineField line={last} label={t().lastDay} type="date" />
        <LineField line={to} label={t().to} type="time" />
      </div>
      <label class={styles.tick}>
        <input
          type="checkbox"
          checked={mandatory()}
          onChange={(event) => setMandatory(event.currentTarget.checked)}
        />
        {t().isMandatory}
      </label>
      <Ticks
        legend={t().forWhom}
        all={props.year.cohorts.map(({ cohortId, name }) => ({ id: cohortId, name }))}
        chosen={cohortIds()}
        error={tried() && cohortIds().length === 0 ? t().chooseCohort : undefined}
        onChange={setCohortIds}
      />
    </YearForm>
  );
}

export function DayOffForm(props: { readonly before: DayOff | null; readonly onDone: () => void }) {
  const t = useWords(words);
  const change = createChange(() => props.onDone());
  const before = props.before;
  const name = createLine(before?.name ?? '');
  const [first, last] = [createLine(before?.firstDay ?? ''), createLine(before?.lastDay ?? '')];
  const dayOffId = before?.dayOffId ?? null;
  const save = () =>
    change.send(
      commands.saveDayOff,
      {
        ...{ dayOffId, name: name.value().trim() },
        ...{ firstDay: first.value(), lastDay: last.value() },
      },
      t().saved,
    );
  return (
    <YearForm
      change={change}
      isWhole={() => areAllThere(name, first, last)}
      onSave={save}
      onDrop={
        dayOffId ? () => change.send(commands.dropDayOff, { dayOffId }, t().dropped) : undefined
      }
    >
      <LineField
        line={name}
        label={t().dayOffName}
        maxlength={NAME_MAX}
        lang={PROGRAMME_LANGUAGE}
      />
      <DayFields first={first} last={last} />
    </YearForm>
  );
}
