import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lockIcon } from '../../../ui/icons.ts';
import { StandingMark } from './StandingMark.tsx';
import styles from './StandingSigns.module.css';
import type { Standing } from './standing.ts';
import { words } from './words.ts';

/**
 * What would else be out of sight far down in a long text: while one writes whether it is saved, and for whoever reads that it is not,
 * or is locked. They have a row of their own at the edge, and move nothing. Seen only: where they stand at the top of the page, a screen reader finds them and hears them change.
 */
export function StandingSigns(props: {
  readonly standing: Standing;
  /** Whether the line that says how it stands can be seen itself. */
  readonly lineInSight: boolean;
  /** Somebody writes here. */
  readonly writing: boolean;
  readonly frozen: boolean;
  readonly handedIn: boolean;
  readonly locksInSight: boolean;
}) {
  const t = useWords(words);
  const hasNews = () => props.standing !== 'saved' && props.standing !== 'reading';
  const saysHow = () => !props.lineInSight && (props.writing || hasNews());
  const saysLocked = () => !props.locksInSight && (props.handedIn || props.frozen);
  return (
    <Show when={saysHow() || saysLocked()}>
      <div class={styles.signs} data-signs aria-hidden="true">
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
