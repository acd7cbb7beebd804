import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { lockIcon } from '../../../ui/icons.ts';
import styles from './LockedMark.module.css';
import type { OrderStore } from './order-store.ts';
import { words } from './words.ts';

/** For everybody inside: one word as long as nobody new comes in. */
export function LockedMark(props: { readonly order: OrderStore }) {
  const t = useWords(words);
  return (
    <Show when={props.order.locked()}>
      <span class={styles.mark}>
        <Icon path={lockIcon} small />
        {t().lockedMark}
        <span class="visually-hidden"> ({t().lockedMarkAbout})</span>
      </span>
    </Show>
  );
}
