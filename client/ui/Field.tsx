import { type JSX, splitProps } from 'solid-js';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { Labelled, type LabelledProps } from './Labelled.tsx';

export interface FieldProps extends JSX.InputHTMLAttributes<HTMLInputElement>, LabelledProps {
  inputClass?: string | undefined;
}

/** One labelled input. */
export function Field(props: FieldProps) {
  const [words, own, rest] = splitProps(
    props,
    ['label', 'description', 'error', 'labelHidden', 'class'],
    ['inputClass'],
  );
  return (
    <Labelled {...words}>
      {(control) => (
        <input {...rest} {...control} class={classNames(styles.input, own.inputClass)} />
      )}
    </Labelled>
  );
}
