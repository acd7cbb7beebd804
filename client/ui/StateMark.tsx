import { For, type ParentProps } from 'solid-js';
import { Icon } from './Icon.tsx';
import styles from './StateMark.module.css';

/** A quiet sign that something stands so just now, as that a door is locked: icons, and words in one line. */
export function StateMark(
  props: ParentProps<{
    readonly icons: readonly string[];
    /** Where only the icons have room: what they say, for whoever rests a mouse there. */
    readonly title?: string;
    /** Icons alone, which the place it stands in needs to know. */
    readonly brief?: boolean;
  }>,
) {
  return (
    <span class={styles.mark} title={props.title} data-brief={props.brief ? '' : undefined}>
      <For each={props.icons}>{(path) => <Icon path={path} small />}</For>
      {props.children}
    </span>
  );
}
