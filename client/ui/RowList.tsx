import { type JSX, Match, type ParentProps, Show, Switch } from 'solid-js';
import styles from './RowList.module.css';

/** Rows on paper with a hairline between them. */
export function RowList(props: ParentProps<{ labelledBy?: string | undefined }>) {
  return (
    <ul class={styles.list} aria-labelledby={props.labelledBy}>
      {props.children}
    </ul>
  );
}

export interface RowProps {
  name: JSX.Element;
  /** One quiet line under the name. */
  about?: JSX.Element;
  /** A portrait or a sign before the words. */
  before?: JSX.Element;
  /** What the row waits for, or what can be done with it, at the right. */
  after?: JSX.Element;
  /** The words become a link that fills their side of the row. */
  href?: string | undefined;
  /** The same as a button, where the row leads to no page of its own. */
  onPress?: (() => void) | undefined;
}

/** One row: name, one quiet line under it, what it waits for at the right. */
export function Row(props: RowProps) {
  const words = () => (
    <>
      {props.before}
      <span class={styles.words}>
        <span class={styles.name}>{props.name}</span>
        <Show when={props.about}>
          <span class={styles.about}>{props.about}</span>
        </Show>
      </span>
    </>
  );
  return (
    <li class={styles.row}>
      <Switch fallback={<div class={styles.main}>{words()}</div>}>
        <Match when={props.onPress}>
          {(press) => (
            <button type="button" class={styles.main} onClick={() => press()()}>
              {words()}
            </button>
          )}
        </Match>
        <Match when={props.href}>
          {(href) => (
            <a class={styles.main} href={href()}>
              {words()}
            </a>
          )}
        </Match>
      </Switch>
      <Show when={props.after}>
        <div class={styles.after}>{props.after}</div>
      </Show>
    </li>
  );
}
