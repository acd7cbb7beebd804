import { type JSX, Show } from 'solid-js';
import styles from './Banner.module.css';
import { Icon } from './Icon.tsx';

export interface BannerProps {
  icon?: string | undefined;
  /** What is the case, in a word or two, set strong: "Frakoblet." */
  title: string;
  /** What is safe comes first. */
  children: JSX.Element;
  /** One button at the right, or nothing. */
  action?: JSX.Element;
  /**
   * The announcer says it, when it is news and once. By itself a banner is read whole each time a word in it changes, and
   * by some readers not at all, for it comes with its words in it.
   */
  saidByAnnouncer?: boolean;
  /** It does not pass by itself: where it would hide what goes on, it takes a place of its own. */
  stays?: boolean;
}

/** Amber paper, one line. It never covers a control and never blocks writing. It is a status, read politely. */
export function Banner(props: BannerProps) {
  return (
    <div
      class={styles.banner}
      role="status"
      aria-live={props.saidByAnnouncer ? 'off' : undefined}
      data-stays={props.stays ? '' : undefined}
    >
      <Show when={props.icon}>
        {(icon) => (
          <span class={styles.sign}>
            <Icon path={icon()} />
          </span>
        )}
      </Show>
      <p class={styles.words}>
        <strong>{props.title}</strong> {props.children}
      </p>
      {props.action}
    </div>
  );
}
