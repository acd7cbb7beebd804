import { createSignal } from 'solid-js';
import { changeRate } from '#shared/features/programme/study-plan/commands.ts';
import { RATES, type Rate } from '#shared/features/programme/study-plan/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Select } from '../../../ui/Select.tsx';
import { createChange } from '../forms/change.ts';
import { SheetForm } from '../forms/SheetForm.tsx';
import { words } from './words.ts';

/** How fast a student goes, other than the cohort or as it does. */
export function RateForm(props: {
  readonly personId: PersonId;
  readonly before: Rate;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const change = createChange(
    () => t().refusals,
    () => props.onDone(),
  );
  const [rate, setRate] = createSignal(props.before);
  return (
    <SheetForm
      change={change}
      isWhole={() => true}
      onSave={() =>
        void change.send(changeRate, { personId: props.personId, rate: rate() }, t().saved)
      }
    >
      <Select
        label={t().rate}
        description={t().rateAbout}
        value={rate()}
        groups={[{ options: RATES.map((value) => ({ value, label: t().rates[value] })) }]}
        onChange={(event) => setRate(event.currentTarget.value as Rate)}
      />
    </SheetForm>
  );
}
