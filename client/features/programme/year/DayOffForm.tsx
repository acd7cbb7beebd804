import type { DayOff } from '#shared/features/programme/holiday/model.ts';
import * as commands from '#shared/features/programme/programme/commands.ts';
import { NAME_MAX } from '#shared/features/programme/programme/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createChange } from '../forms/change.ts';
import { areAllThere, createLine, DayFields, LineField } from '../forms/lines.tsx';
import { SheetForm } from '../forms/SheetForm.tsx';
import { words } from './words.ts';

export function DayOffForm(props: { readonly before: DayOff | null; readonly onDone: () => void }) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
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
    <SheetForm
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
    </SheetForm>
  );
}
