import { createUniqueId, For, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { PlanFormPlace } from './PlanFormPlace.tsx';
import type { PlanMaking } from './plan-making.ts';

/** Everybody by name, each with the group they are in. */
export function PlanFormPeople(props: {
  readonly making: PlanMaking;
  readonly nameOf: (personId: PersonId) => string;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  return (
    <section class={styles.part} aria-labelledby={id}>
      <h3 id={id}>{t().plan.everybody}</h3>
      <Show
        when={props.making.people().length > 0}
        fallback={<p class={styles.quiet}>{t().plan.nobody}</p>}
      >
        <ul class={styles.people}>
          <For each={props.making.people()}>
            {(personId) => <PlanFormPlace {...props} personId={personId} />}
          </For>
        </ul>
      </Show>
    </section>
  );
}
