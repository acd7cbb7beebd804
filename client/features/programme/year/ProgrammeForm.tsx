import * as commands from '#shared/features/programme/programme/commands.ts';
import { NAME_MAX } from '#shared/features/programme/programme/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createChange } from '../forms/change.ts';
import { areAllThere, createLine, LineField } from '../forms/lines.tsx';
import { SheetForm } from '../forms/SheetForm.tsx';
import { words } from './words.ts';
import type { Year } from './year.ts';

export function ProgrammeForm(props: {
  readonly before: NonNullable<Year['programme']>;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
  const [name, degree] = [createLine(props.before.name), createLine(props.before.degree)];
  return (
    <SheetForm
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
    </SheetForm>
  );
}
