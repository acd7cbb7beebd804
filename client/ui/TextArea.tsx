import { type JSX, splitProps } from 'solid-js';
import styles from './Field.module.css';
import { Labelled, type LabelledProps } from './Labelled.tsx';

export interface TextAreaProps
  extends JSX.TextareaHTMLAttributes<HTMLTextAreaElement>,
    LabelledProps {}

/** A labelled field of several lines. */
export function TextArea(props: TextAreaProps) {
  const [words, rest] = splitProps(props, [
    'label',
    'description',
    'error',
    'labelHidden',
    'class',
  ]);
  return (
    <Labelled {...words}>
      {(control) => <textarea {...rest} {...control} class={styles.input} />}
    </Labelled>
  );
}
