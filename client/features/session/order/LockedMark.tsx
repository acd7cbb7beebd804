import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { lockIcon } from '../../../ui/icons.ts';
import { StateMark } from '../../../ui/StateMark.tsx';
import type { OrderStore } from './order-store.ts';
import { words } from './words.ts';

/** For everybody inside: one word as long as nobody new comes in. */
export function LockedMark(props: { readonly order: OrderStore }) {
  const t = useWords(words);
  return (
    <Show when={props.order.locked()}>
      <StateMark icons={[lockIcon]}>
        {t().lockedMark}
        <span class="visually-hidden"> ({t().lockedMarkAbout})</span>
      </StateMark>
    </Show>
  );
}
