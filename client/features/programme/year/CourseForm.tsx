import { createSignal } from 'solid-js';
import * as commands from '#shared/features/programme/programme/commands.ts';
import {
  CODE_MAX,
  COURSE_KINDS,
  NAME_MAX,
  SEMESTERS,
} from '#shared/features/programme/programme/model.ts';
import type { CourseOfYear } from '#shared/features/programme/programme/queries.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { createChange } from '../forms/change.ts';
import { areAllThere, createLine, LineField } from '../forms/lines.tsx';
import { SheetForm } from '../forms/SheetForm.tsx';
import { words } from './words.ts';

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
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
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
    <SheetForm
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
    </SheetForm>
  );
}
