import { createUniqueId, For } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { chooseEntryWay, ENTRY_WAYS, entryWay } from '../entry-way.ts';
import { checkWords } from './check-words.ts';
import styles from './EntryChoice.module.css';

/** How one wishes to be there, kept on the device: with pictures, with sound alone, or listening only (F6). */
export function EntryChoice() {
  const t = useWords(checkWords);
  const name = createUniqueId();
  return (
    <fieldset class={styles.ways}>
      <legend>{t().howToBeThere}</legend>
      <For each={ENTRY_WAYS}>
        {(way) => (
          <label class={styles.way}>
            <input
              type="radio"
              name={name}
              checked={entryWay() === way}
              onChange={() => chooseEntryWay(way)}
            />
            <span>
              <b>{t().ways[way].name}</b>
              <span>{t().ways[way].about}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
