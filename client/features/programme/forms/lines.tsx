import { createSignal, type JSX } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Field } from '../../../ui/Field.tsx';
import styles from './Form.module.css';
import { words } from './words.ts';

/** One line of words in a form that says, once saving was tried, what is missing. */
export function createLine(before: string) {
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
export type Line = ReturnType<typeof createLine>;

/** Asks each, so that each says what is missing of it. */
export const areAllThere = (...lines: readonly Line[]) =>
  lines.map((one) => one.isThere()).every(Boolean);

export function LineField(
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

/** From a day to a day. */
export function DayFields(props: { readonly first: Line; readonly last: Line }) {
  const t = useWords(words);
  return (
    <div class={styles.pair}>
      <LineField line={props.first} label={t().firstDay} type="date" />
      <LineField line={props.last} label={t().lastDay} type="date" />
    </div>
  );
}
