import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon, offlineIcon } from '../../../ui/icons.ts';
import styles from './StandingMark.module.css';
import { isIll, type Standing } from './standing.ts';
import { words } from './words.ts';

/** How what was written stands, in words. */
export function StandingMark(props: { readonly standing: Standing }) {
  const t = useWords(words);
  const ill = () => isIll(props.standing);
  return (
    <span
      class={classNames(
        styles.line,
        props.standing === 'saved' && styles.saved,
        ill() && styles.ill,
      )}
    >
      <Show when={props.standing === 'saved'}>
        <Icon path={checkIcon} small />
      </Show>
      <Show when={ill()}>
        <Icon path={offlineIcon} small />
      </Show>
      {t().standing[props.standing]}
    </span>
  );
}
