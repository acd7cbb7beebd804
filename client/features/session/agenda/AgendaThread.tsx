import { For, type JSX, Show } from 'solid-js';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './AgendaThread.module.css';
import type { AgendaStore } from './agenda-store.ts';
import type { PlannedItem } from './agenda-time.ts';
import { words } from './words.ts';

export type AgendaThreadProps = {
  readonly agenda: AgendaStore;
  /** Lies along the top of a wide screen; else it stands. */
  readonly lying?: boolean;
  /** What can be done with an item, under its name. */
  readonly after?: (item: AgendaItem, phase: () => PlannedItem['phase']) => JSX.Element;
};

/** The items as beads on a thread: solid is behind, dotted is ahead, ember is now. The list under it reads well alone. */
export function AgendaThread(props: AgendaThreadProps) {
  const t = useWords(words);
  return (
    <ol class={classNames(styles.thread, props.lying ? styles.lying : styles.standing)}>
      <For each={props.agenda.items()}>
        {(item, index) => {
          const planned = () => props.agenda.plan()[index()];
          const phase = () => planned()?.phase ?? 'ahead';
          return (
            <li class={styles[phase()]} aria-current={phase() === 'now' ? 'step' : undefined}>
              <i class={styles.bead} />
              <span class={styles.title}>
                <span lang={PROGRAMME_LANGUAGE}>{item.title}</span>
                <Show when={phase() === 'behind'}>
                  <span class="visually-hidden"> {t().behind}</span>
                </Show>
              </span>
              <Show when={props.agenda.expectedAt(index())}>
                {(at) => <time class={styles.time}>{clockTime(at())}</time>}
              </Show>
              {props.after?.(item, phase)}
            </li>
          );
        }}
      </For>
    </ol>
  );
}
