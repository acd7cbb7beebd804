import { For } from 'solid-js';
import type { Door } from '#shared/features/identity/sign-in/model.ts';
import { useWords } from '../../platform/language.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './Doors.module.css';
import { words } from './words.ts';

export interface DoorsProps {
  doors: readonly Door[];
  onEnter: (door: string) => void;
}

/** "Prøv som …": a door into the demonstration school for each person one can be there. */
export function Doors(props: DoorsProps) {
  const t = useWords(words);
  return (
    <section class={styles.try} aria-labelledby="try-as">
      <h2 id="try-as">{t().tryAs}</h2>
      <p class={styles.about}>{t().invented}</p>
      <ul class={styles.doors}>
        <For each={props.doors}>
          {(door) => (
            <li>
              <button
                type="button"
                class={classNames(styles.door, styles[door.role])}
                onClick={() => props.onEnter(door.id)}
              >
                <span class={styles.leaf} aria-hidden="true">
                  <span class={styles.knob} />
                </span>
                <span class={styles.words}>
                  <span class={styles.role}>{t().roles[door.role]}</span>{' '}
                  <span class={styles.name}>{door.name}</span>
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
