import { createSignal } from 'solid-js';
import * as commands from '#shared/features/programme/programme/commands.ts';
import { NAME_MAX } from '#shared/features/programme/programme/model.ts';
import type { TermOfYear } from '#shared/features/programme/programme/queries.ts';
import type { CohortId, CourseId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createChange } from '../forms/change.ts';
import { areAllThere, createLine, DayFields, LineField } from '../forms/lines.tsx';
import { SheetForm } from '../forms/SheetForm.tsx';
import { Ticks } from '../forms/Ticks.tsx';
import { words } from './words.ts';
import type { Year } from './year.ts';

export function TermForm(props: {
  readonly year: Year;
  readonly cohortId: CohortId;
  readonly before: TermOfYear | null;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
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
    <SheetForm
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
    </SheetForm>
  );
}
