import { createUniqueId, For, Show } from 'solid-js';
import { lowEnergy } from '../../../platform/appearance.ts';
import { useWords } from '../../../platform/language.ts';
import { chooseEntryWay, ENTRY_WAYS, type EntryWay, entryWay } from '../entry-way.ts';
import { checkWords } from './check-words.ts';
import styles from './EntryChoice.module.css';

/** How one wishes to be there, kept on the device: with pictures, with sound alone, or listening only (F6). */
export function EntryChoice() {
  const t = useWords(checkWords);
  const name = createUniqueId();
  /** In low energy it is without pictures whatever was chosen before (F79). */
  const ways = (): readonly EntryWay[] =>
    lowEnergy() ? ENTRY_WAYS.filter((way) => way !== 'see') : ENTRY_WAYS;
  const shown = () => (ways().includes(entryWay()) ? entryWay() : 'sound');
  return (
    <fieldset class={styles.ways}>
      <legend>{t().howToBeThere}</legend>
      <For each={ways()}>
        {(way) => (
          <label class={styles.way}>
            <input
              type="radio"
              name={name}
              checked={shown() === way}
              onChange={() => chooseEntryWay(way)}
            />
            <span>
              <b>{t().ways[way].name}</b>
              <span>{t().ways[way].about}</span>
            </span>
          </label>
        )}
      </For>
      <Show when={lowEnergy()}>
        <p>{t().lowEnergy}</p>
      </Show>
    </fieldset>
  );
}
