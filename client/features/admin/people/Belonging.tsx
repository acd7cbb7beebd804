import { createSignal, For, Show } from 'solid-js';
import { enrolStudent } from '#shared/features/admin/cohort/commands.ts';
import type { CohortName } from '#shared/features/admin/cohort/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Select } from '../../../ui/Select.tsx';
import { createDeed } from '../cohort/deed.ts';
import { Problem } from '../cohort/Problem.tsx';
import styles from './People.module.css';
import { words } from './words.ts';

/** The cohort that somebody is a student of, where they are moved and taken out; or the way into one. */
export function Belonging(props: {
  readonly personId: PersonId;
  readonly enrolledIn: readonly CohortName[];
  readonly cohorts: readonly CohortName[];
  readonly mayEnrol: boolean;
  readonly onDone: (what: string) => void;
}) {
  const t = useWords(words);
  const deed = createDeed(() => props.onDone(t().doneIt));
  const [chosen, setChosen] = createSignal('');
  const cohort = () => props.cohorts.find(({ cohortId }) => cohortId === chosen());
  function enrol(event: SubmitEvent): void {
    event.preventDefault();
    const to = cohort();
    const { personId } = props;
    if (to) void deed.send(enrolStudent, { cohortId: to.cohortId, personId }, t().doneIt);
  }
  return (
    <Show
      when={props.enrolledIn.length > 0}
      fallback={
        <Show when={props.mayEnrol && props.cohorts.length > 0}>
          <form class={styles.deeds} onSubmit={enrol}>
            <h3>{t().cohort}</h3>
            <Select
              label={t().enrolIn}
              value={chosen()}
              groups={[
                {
                  options: [
                    { value: '', label: t().chooseCohort },
                    ...props.cohorts.map(({ cohortId, name }) => ({
                      ...{ value: cohortId, label: name },
                    })),
                  ],
                },
              ]}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            <Problem said={deed.problem()} />
            <p class={styles.ways}>
              <Button
                size="small"
                type="submit"
                aria-disabled={!cohort() || deed.sending() ? 'true' : undefined}
              >
                {t().enrol}
              </Button>
            </p>
          </form>
        </Show>
      }
    >
      <section class={styles.deeds}>
        <h3>{t().cohort}</h3>
        <ul>
          <For each={props.enrolledIn}>
            {({ cohortId, name }) => (
              <li>
                <a href={`/folk/kull/${cohortId}`} lang={PROGRAMME_LANGUAGE}>
                  {name}
                </a>
              </li>
            )}
          </For>
        </ul>
        <p class={styles.quiet}>{t().belongingAbout}</p>
      </section>
    </Show>
  );
}
