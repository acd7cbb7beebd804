import { type JSX, onMount } from 'solid-js';
import { SlackThread } from '../../ui/Thread.tsx';
import styles from './OutsideRoom.module.css';

/** One thing that is so, outside the room, and what can be done about it. */
export function OutsideNotice(props: {
  readonly title: string;
  readonly actions: JSX.Element;
  readonly children: JSX.Element;
}) {
  let heading!: HTMLHeadingElement;
  // The screen has changed under the person: it is read from its top, and a screen reader starts at what happened.
  onMount(() => {
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  });
  return (
    <section class={styles.notice}>
      <SlackThread />
      <h1 ref={heading} tabindex="-1">
        {props.title}
      </h1>
      {props.children}
      <p class={styles.actions}>{props.actions}</p>
    </section>
  );
}
