import { type JSX, splitProps } from 'solid-js';
import styles from './Card.module.css';
import { classNames } from './class-names.ts';

export interface CardProps extends JSX.HTMLAttributes<HTMLElement> {
  /** Lifts the card: only for the one next step. */
  lifted?: boolean | undefined;
}

/** A sheet of paper: only for the one next step, a decision and an error. Everything else is rows. */
export function Card(props: CardProps) {
  const [own, rest] = splitProps(props, ['lifted', 'class']);
  return (
    <section {...rest} class={classNames(styles.card, own.lifted && styles.lifted, own.class)} />
  );
}
