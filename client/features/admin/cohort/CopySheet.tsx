import { useNavigate } from '@solidjs/router';
import { createSignal } from 'solid-js';
import { copyCohort } from '#shared/features/admin/cohort/commands.ts';
import { COHORT_NAME_MAX } from '#shared/features/admin/cohort/model.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import type { CohortId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from './Cohorts.module.css';
import { Problem } from './Problem.tsx';
import { words } from './page-words.ts';

/** A year of whole weeks: it begins on the same weekday. */
const YEAR_DAYS = 364;

/** Makes next year's cohort after this one, and goes to it. */
export function CopySheet(props: {
  readonly cohortId: CohortId;
  readonly startsOn: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  return (
    <Sheet
      open={props.open}
      onOpenChange={(open) => !open && props.onClose()}
      title={t().copy}
      closeLabel={t().close}
      startsInField
    >
      <CopyForm {...props} />
    </Sheet>
  );
}

function CopyForm(props: {
  readonly cohortId: CohortId;
  readonly startsOn: string;
  readonly onClose: () => void;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const [name, setName] = createSignal('');
  const [startsOn, setStartsOn] = createSignal(addDays(props.startsOn, YEAR_DAYS));
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let form!: HTMLFormElement;
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (sending()) return;
    setTried(true);
    const called = name().trim();
    if (called === '') return form.querySelector<HTMLElement>('input')?.focus();
    setSending(true);
    const { cohortId } = props;
    const given = { cohortId, name: called, startsOn: startsOn() };
    const outcome = await live.send(copyCohort, given, { lasting: false });
    setSending(false);
    if (!outcome.ok) {
      setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
      return;
    }
    announce(t().copied(called));
    props.onClose();
    navigate(`/folk/kull/${outcome.value.cohortId}`);
  }
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <p>{t().copyAbout}</p>
      <Field
        label={t().cohortName}
        error={tried() && name().trim() === '' ? t().noCohortName : undefined}
        value={name()}
        maxlength={COHORT_NAME_MAX}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <Field
        label={t().startsOn}
        type="date"
        value={startsOn()}
        onInput={(event) => setStartsOn(event.currentTarget.value)}
      />
      <Problem said={problem()} />
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {t().copyDo}
        </Button>
      </p>
    </form>
  );
}
