import { For } from 'solid-js';
import { type KindOfData, RETENTION } from '#shared/kernel/retention.ts';
import { useWords } from '../../../platform/language.ts';
import { amountOf } from './amount.ts';
import styles from './KeptTable.module.css';
import { words } from './words.ts';

const KINDS = Object.keys(RETENTION) as KindOfData[];

/** Every kind of what is known about people, and until when it is there. */
export function KeptTable() {
  const t = useWords(words);
  return (
    <dl class={styles.kinds}>
      <For each={KINDS}>
        {(kind) => {
          const say = () => t().kinds[kind];
          return (
            <div>
              <dt>{say()[0]}</dt>
              <dd>{say()[1](amountOf(kind))}</dd>
            </div>
          );
        }}
      </For>
    </dl>
  );
}
