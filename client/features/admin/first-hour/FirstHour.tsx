import { createUniqueId, For, Match, Show, Switch } from 'solid-js';
import type { FirstStep } from '#shared/features/admin/first-hour/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './FirstHour.module.css';
import type { FirstHourNow } from './first-hour.ts';
import { words } from './words.ts';

/** Where each step is taken. */
const PLACES: Readonly<Record<FirstStep, string>> = {
  school: '/skolen',
  programme: '/utdanning',
  cohort: '/folk',
  terms: '/utdanning#terms',
  people: '/folk',
  session: '/kalender/ny',
};

/** On Nå of a new school: what is done, what is next, and what comes after it. */
export function FirstHour(props: { readonly now: FirstHourNow }) {
  const t = useWords(words);
  const id = createUniqueId();
  const done = () => props.now.steps.filter(({ state }) => state === 'done').length;
  /** A session is given to somebody who is here. */
  const waitsForTeacher = (step: FirstStep) =>
    step === 'session' && props.now.soFar.teachers.here === 0;
  const peopleSoFar = () => {
    const { teachers, students } = props.now.soFar;
    return t().peopleSoFar(teachers.here + students.here, teachers.invited + students.invited);
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t().title}</h2>
      <p class={styles.quiet}>{t().soFar(done(), props.now.steps.length)}</p>
      <ol class={styles.steps}>
        <For each={props.now.steps}>
          {({ step, state }) => (
            <li class={styles.step} data-state={state}>
              <span class={styles.sign} aria-hidden="true">
                <Show when={state === 'done'}>
                  <Icon path={checkIcon} small />
                </Show>
              </span>
              <div class={styles.words}>
                <Switch>
                  <Match when={state === 'next'}>
                    <h3>{t().steps[step]}</h3>
                    <p>{waitsForTeacher(step) ? t().waitsForTeacher : t().about[step]}</p>
                    <Show when={step === 'people' || waitsForTeacher(step)}>
                      <p class={styles.quiet}>{peopleSoFar()}</p>
                    </Show>
                    <p class={styles.way}>
                      <LinkButton
                        look="filled"
                        href={waitsForTeacher(step) ? PLACES.people : PLACES[step]}
                      >
                        {waitsForTeacher(step) ? t().seePeople : t().ways[step]}
                      </LinkButton>
                    </p>
                  </Match>
                  <Match when={state === 'done'}>
                    <p>
                      {t().steps[step]} <span class={styles.done}>{t().done}</span>
                    </p>
                  </Match>
                  <Match when={true}>
                    <p class={styles.quiet}>{t().steps[step]}</p>
                  </Match>
                </Switch>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
