import { For, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Portrait } from '../../../ui/Portrait.tsx';
import styles from './PeopleHere.module.css';
import type { PersonHere } from './people-here.ts';
import { words } from './words.ts';

/** So many faces fit beside the words on a phone. */
const FACES_MAX = 3;

/** The others who have the document open just now. */
export function PeopleHere(props: { readonly others: readonly PersonHere[] }) {
  const t = useWords(words);
  const names = () => {
    const all = props.others.map(({ name }) => name.split(' ')[0] ?? name);
    const last = all.at(-1) ?? '';
    return all.length > 1 ? t().and(all.slice(0, -1).join(', '), last) : last;
  };
  return (
    <Show when={props.others.length > 0}>
      <span class={styles.here}>
        <span class={styles.faces}>
          <For each={props.others.slice(0, FACES_MAX)}>
            {(person) => <Portrait personId={person.personId} size="small" />}
          </For>
        </span>
        {t().hereNow(names(), props.others.length)}
      </span>
    </Show>
  );
}
