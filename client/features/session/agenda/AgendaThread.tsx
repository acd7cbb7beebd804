import { For, type JSX, Show } from 'solid-js';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { classNames } from '../../../ui/class-names.ts';
import styles from './AgendaThread.module.css';
import type { AgendaStore } from './agenda-store.ts';
import { type PlannedItem, titleInWords } from './agenda-time.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { words } from './words.ts';

export type AgendaThreadProps = {
  readonly agenda: AgendaStore;
  /** Lies along the top of a wide screen; else it stands. */
  readonly lying?: boolean;
  /** What is asked for about an item, and can be done with it, under its name. */
  readonly after?: (item: AgendaItem, planned: () => PlannedItem | undefined) => JSX.Element;
};

/**
 * The items as beads on a thread: solid is behind, dotted is ahead, ember is now. The list under it reads well alone. One
 * clock for each: what is ahead, when it is to be expected; what is on, how long is left.
 */
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
                <span lang={PROGRAMME_LANGUAGE}>{titleInWords(item, t().pause)}</span>
                <Show when={phase() === 'behind'}>
                  <span class="visually-hidden"> {t().behind}</span>
                </Show>
              </span>
              <Show when={phase() === 'ahead' && props.agenda.expectedAt(index())}>
                {(at) => <time class={styles.time}>{clockTime(at())}</time>}
              </Show>
              {/* Along the top it stands beside the thread already. */}
              <Show when={phase() === 'now' && !props.lying}>
                <span class={styles.time}>
                  <TimeLeft agenda={props.agenda} />
                </span>
              </Show>
              {props.after?.(item, planned)}
            </li>
          );
        }}
      </For>
    </ol>
  );
}
