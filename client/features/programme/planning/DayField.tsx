import { createSignal } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import { isDay } from './plan-form.ts';
import { words } from './words.ts';

/** A day to plan for. A year that nobody plans for is said once the field is left, not while it is being written. */
export function DayField(props: {
  readonly label: string;
  readonly description?: string;
  /** What else is wrong with it. */
  readonly error?: string | undefined;
  readonly value: string;
  readonly onInput: (day: string) => void;
}) {
  const t = useWords(words);
  const [left, setLeft] = createSignal(false);
  const wrongYear = () =>
    left() && props.value !== '' && !isDay(props.value) ? t().wrongYear : undefined;
  return (
    <Field
      label={props.label}
      description={props.description}
      type="date"
      error={props.error ?? wrongYear()}
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
      onFocusOut={() => setLeft(true)}
    />
  );
}
