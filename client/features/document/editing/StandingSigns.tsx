import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lockIcon } from '../../../ui/icons.ts';
import { StandingMark } from './StandingMark.tsx';
import styles from './StandingSigns.module.css';
import { isIll, type Standing } from './standing.ts';
import { words } from './words.ts';

/**
 * What would else be out of sight far down in a long text: while one writes whether it is saved, and for whoever reads that it is not,
 * or is locked. They stand at the edge, beside one row of tools or in a row of their own, and move nothing. Seen only: where they stand at the top of the page, a screen reader finds them and hears them change.
 */
export function StandingSigns(props: {
  readonly standing: Standing;
  /** Whether the line that says how it stands can be seen itself. */
  readonly lineInSight: boolean;
  /** Somebody writes here. */
  readonly writing: boolean;
  /** The tools that stand at the edge, in one row or as many as they need: a short word stands at the end of the last. */
  readonly tools: 'row' | 'rows' | undefined;
  readonly frozen: boolean;
  readonly handedIn: boolean;
  readonly locksInSight: boolean;
}) {
  const t = useWords(words);
  const hasNews = () => props.standing !== 'saved' && props.standing !== 'reading';
  const saysHow = () => !props.lineInSight && (props.writing || hasNews());
  const saysLocked = () => !props.locksInSight && (props.handedIn || props.frozen);
  const beside = () => (saysLocked() || isIll(props.standing) ? undefined : props.tools);
  return (
    <Show when={saysHow() || saysLocked()}>
      <div
        class={
          beside() ? classNames(styles.beside, beside() === 'rows' && styles.corner) : styles.signs
        }
        data-signs={beside() ? undefined : ''}
        aria-hidden="true"
      >
        <Show when={!props.locksInSight && props.handedIn}>
          <LockSign words={t().handedIn} />
        </Show>
        <Show when={!props.locksInSight && props.frozen}>
          <LockSign words={t().frozen} />
        </Show>
        <Show when={saysHow()}>
          <StandingMark standing={props.standing} />
        </Show>
      </div>
    </Show>
  );
}

function LockSign(props: { readonly words: string }) {
  return (
    <span class={styles.lock}>
      <Icon path={lockIcon} small />
      {props.words}
    </span>
  );
}
