import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { createCohort } from '#shared/features/admin/cohort/commands.ts';
import { COHORT_MODES, COHORT_NAME_MAX } from '#shared/features/admin/cohort/model.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from './Cohorts.module.css';
import { words } from './words.ts';

/** The school's cohorts, which students are invited to, and the way to make one more. */
export function Cohorts(props: {
  readonly cohorts: readonly { readonly cohortId: CohortId; readonly name: string }[];
  readonly mayCreate: boolean;
  readonly onCreated: () => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  return (
    <section class={styles.cohorts} aria-labelledby={id}>
      <h2 id={id}>{t().cohorts}</h2>
      <Show when={props.cohorts.length > 0} fallback={<p>{t().none}</p>}>
        <RowList labelledBy={id}>
          <For each={props.cohorts}>
            {({ cohortId, name }) => (
              <Row
                name={<span lang={PROGRAMME_LANGUAGE}>{name}</span>}
                href={`/folk/kull/${cohortId}`}
              />
            )}
          </For>
        </RowList>
      </Show>
      <Show when={props.mayCreate}>
        <p>
          <Button size="small" icon={plusIcon} onClick={() => setOpen(true)}>
            {t().add}
          </Button>
        </p>
        <Sheet
          open={open()}
          onOpenChange={setOpen}
          title={t().add}
          closeLabel={t().close}
          startsInField
        >
          <CohortForm
            onCancel={() => setOpen(false)}
            onCreated={(name) => {
              setOpen(false);
              announce(t().made(name));
              props.onCreated();
            }}
          />
        </Sheet>
      </Show>
    </section>
  );
}

function CohortForm(props: {
  readonly onCancel: () => void;
  readonly onCreated: (name: string) => void;
}) {
  const t = useWords(words);
  const [name, setName] = createSignal('');
  const [mode, setMode] = createSignal<(typeof COHORT_MODES)[number]>('full-time');
  const [startsOn, setStartsOn] = createSignal('');
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals'] | 'no-name'>();
  const of = (why: 'no-name' | 'name-taken' | 'no-such-day') =>
    problem() === why ? (why === 'no-name' ? t().noName : t().refusals[why]) : undefined;
  const otherProblem = () => {
    const why = problem();
    if (!why || why === 'no-name' || why === 'name-taken' || why === 'no-such-day') return;
    return t().refusals[why];
  };
  let form!: HTMLFormElement;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (sending()) return;
    const called = name().trim();
    if (called === '') setProblem('no-name');
    else if (startsOn() === '') setProblem('no-such-day');
    else {
      setSending(true);
      const made = { name: called, mode: mode(), startsOn: startsOn() };
      const outcome = await live.send(createCohort, made, { lasting: false });
      setSending(false);
      if (outcome.ok) return props.onCreated(called);
      setProblem(outcome.refusal);
    }
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <Field
        label={t().name}
        description={t().nameAbout}
        error={of('no-name') ?? of('name-taken')}
        value={name()}
        maxlength={COHORT_NAME_MAX}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t().mode}
        value={mode()}
        groups={[{ options: COHORT_MODES.map((one) => ({ value: one, label: t().modes[one] })) }]}
        onChange={(event) =>
          setMode(COHORT_MODES.find((one) => one === event.currentTarget.value) ?? 'full-time')
        }
      />
      <Field
        label={t().startsOn}
        error={of('no-such-day')}
        type="date"
        value={startsOn()}
        onInput={(event) => setStartsOn(event.currentTarget.value)}
      />
      <Show when={otherProblem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {why()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
        <Button look="quiet" onClick={() => props.onCancel()}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
