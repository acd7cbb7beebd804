import { createUniqueId, type JSX, Show } from 'solid-js';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './MoreSheet.module.css';

/** Things of one kind, under their heading. */
export function MoreGroup(props: { readonly title: string; readonly children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <section class={styles.group} aria-labelledby={id}>
      <h3 id={id}>{props.title}</h3>
      {props.children}
    </section>
  );
}

/** One thing to do, and in a few words what comes of it. */
export function MoreEntry(props: {
  readonly icon: string;
  readonly about?: string;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <li>
      <button type="button" class={styles.entry} onClick={() => props.onClick()}>
        <Icon path={props.icon} />
        <span>
          <b>{props.children}</b>
          <Show when={props.about}>
            <span>{props.about}</span>
          </Show>
        </span>
      </button>
    </li>
  );
}
