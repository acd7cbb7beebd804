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
 * What would else be out of sight far down in a long text: that something is not saved, and that it is locked. They lie over the
 * text and move nothing. Seen only: where they stand at the top of the page, a screen reader finds them and hears them change.
 */
export function StandingSigns(props: {
  readonly standing: Standing;
  /** Whether the line that says how it stands can be seen itself. */
  readonly lineInSight: boolean;
  readonly frozen: boolean;
  readonly handedIn: boolean;
  readonly locksInSight: boolean;
}) {
  const t = useWords(words);
  const hasNews = () => props.standing !== 'saved' && props.standing !== 'reading';
  return (
    <div class={styles.signs} aria-hidden="true">
      <Show when={!props.locksInSight && props.handedIn}>
        <LockSign words={t().handedIn} />
      </Show>
      <Show when={!props.locksInSight && props.frozen}>
        <LockSign words={t().frozen} />
      </Show>
      <Show when={!props.lineInSight && hasNews()}>
        <span class={classNames(styles.sign, !isIll(props.standing) && styles.passing)}>
          <StandingMark standing={props.standing} />
        </span>
      </Show>
    </div>
  );
}

function LockSign(props: { readonly words: string }) {
  return (
    <span class={classNames(styles.sign, styles.lock)}>
      <Icon path={lockIcon} small />
      {props.words}
    </span>
  );
}
