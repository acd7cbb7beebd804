import { createSignal, type JSX, Show } from 'solid-js';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import styles from './States.module.css';
import { BrokenThread } from './Thread.tsx';

export interface ErrorStateProps {
  /** What happened: "Vi fikk ikke hentet siden". */
  title: string;
  /** What is safe, and what can be done. */
  children: JSX.Element;
  /** The way on: one or two buttons. */
  action?: JSX.Element;
  incident?: { id: string; copyLabel: string; copiedLabel: string } | undefined;
  /** Level of the heading: 1 when the error is the whole page. */
  level?: 1 | 2;
}

/** A broken thread, what happened, what is safe, what you can do, and an incident number to copy. */
export function ErrorState(props: ErrorStateProps) {
  const [copied, setCopied] = createSignal(false);
  const copy = async (id: string) => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <Card class={styles.error} role="alert">
      <BrokenThread />
      <Show when={props.level === 1} fallback={<h2 class={styles.title}>{props.title}</h2>}>
        <h1 class={styles.title}>{props.title}</h1>
      </Show>
      <p>{props.children}</p>
      <p class={styles.actions}>
        {props.action}
        <Show when={props.incident}>
          {(incident) => (
            <Button look="quiet" size="small" onClick={() => copy(incident().id)}>
              {copied() ? incident().copiedLabel : `${incident().copyLabel} ${incident().id}`}
            </Button>
          )}
        </Show>
      </p>
    </Card>
  );
}
