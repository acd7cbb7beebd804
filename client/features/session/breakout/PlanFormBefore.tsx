import { createUniqueId, For, Show } from 'solid-js';
import type { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { words } from './lead-words.ts';
import styles from './PlanForm.module.css';
import { glimpse, roomsOfGroups } from './plan.ts';
import type { PlanMaking } from './plan-making.ts';

type Begins = Pick<OutputOf<typeof breakoutPlans>, 'earlier' | 'groups'> & {
  readonly making: PlanMaking;
  readonly nameOf: (personId: PersonId) => string;
};

/** Groups that have been, each to begin from by one press, and the cohort's own. */
export function PlanFormBefore(props: Begins) {
  const t = useWords(words);
  const id = createUniqueId();
  const { making } = props;
  const called = (title: string, at: number) =>
    t().plan.earlierOf(title, shortDate(language(), at), clockTime(at));
  return (
    <>
      <Show when={props.groups.length > 0}>
        <p class={styles.row}>
          <span class={styles.name}>
            {t().plan.groups}
            <span class={styles.quiet}> {t().plan.groupCount(props.groups.length)}</span>
          </span>
          <Button size="small" onClick={() => making.setRooms(roomsOfGroups(props.groups))}>
            {t().plan.use}
            <span class="visually-hidden"> {t().plan.groups.toLowerCase()}</span>
          </Button>
        </p>
      </Show>
      <Show when={props.earlier.length > 0}>
        <section class={styles.part} aria-labelledby={id}>
          <h3 id={id}>{t().plan.earlier}</h3>
          <ul>
            <For each={props.earlier}>
              {({ title, openedAt, plan }) => (
                <li class={styles.row}>
                  <span class={styles.name}>
                    <span lang={PROGRAMME_LANGUAGE}>{called(title, openedAt)}</span>
                    <span class={styles.quiet}>
                      {' '}
                      {t().plan.groupCount(plan.rooms.length)}. {glimpse(plan.rooms, props.nameOf)}
                    </span>
                  </span>
                  <Button size="small" onClick={() => making.setRooms(plan.rooms)}>
                    {t().plan.use}
                    <span class="visually-hidden"> {called(title, openedAt)}</span>
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={props.groups.length + props.earlier.length === 0}>
        <p class={styles.quiet}>{t().plan.nothingBefore}</p>
      </Show>
      <Show when={making.rooms().some(({ after }) => after !== null)}>
        <Switch
          label={t().plan.goesOn}
          about={t().plan.goesOnAbout}
          on={making.draft().goesOn}
          onChange={(goesOn) => making.write({ goesOn })}
        />
      </Show>
    </>
  );
}
