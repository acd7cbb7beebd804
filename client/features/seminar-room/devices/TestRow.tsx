import type { JSX } from 'solid-js';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './TestRow.module.css';

/**
 * One thing that can be tried: its name, what is chosen and pressed beside it, and how it went on lines of its own. What is
 * to be done about it stands below, and moves nothing that was pressed.
 */
export function TestRow(props: {
  readonly icon: string;
  readonly name: string;
  readonly about: JSX.Element;
  readonly act: JSX.Element;
  readonly below?: JSX.Element;
}) {
  return (
    <li class={styles.row}>
      <div class={styles.words}>
        <h3>
          <Icon path={props.icon} />
          {props.name}
        </h3>
        <div class={styles.about}>{props.about}</div>
      </div>
      <div class={styles.act}>{props.act}</div>
      {props.below}
    </li>
  );
}
