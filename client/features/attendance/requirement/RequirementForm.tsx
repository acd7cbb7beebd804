import { createSignal, Show } from 'solid-js';
import { setRequirement } from '#shared/features/attendance/requirement/commands.ts';
import type { requirements } from '#shared/features/attendance/requirement/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from '../Attendance.module.css';
import { words } from './words.ts';

/** Nothing is written where nothing is required. Undefined for what is no whole per cent. */
function percentIn(text: string): number | null | undefined {
  const written = text.trim().replace(/\s*%$/u, '');
  if (written === '') return null;
  const percent = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  return percent >= 1 && percent <= 100 ? percent : undefined;
}

/** Changes what one course requires. */
export function RequirementForm(props: {
  readonly course: OutputOf<typeof requirements>['courses'][number];
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const { courseId, sessions, gatherings } = props.course;
  const [ofSessions, setOfSessions] = createSignal(String(sessions ?? ''));
  const [ofGatherings, setOfGatherings] = createSignal(String(gatherings ?? ''));
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let form!: HTMLFormElement;
  const wrong = (text: string) =>
    tried() && percentIn(text) === undefined ? t().wrong : undefined;

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const given = { sessions: percentIn(ofSessions()), gatherings: percentIn(ofGatherings()) };
    if (given.sessions === undefined || given.gatherings === undefined) {
      queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (sending()) return;
    setSending(true);
    setProblem(undefined);
    const input = { courseId, sessions: given.sessions, gatherings: given.gatherings };
    const outcome = await live.send(setRequirement, input, { lasting: false });
    setSending(false);
    if (outcome.ok) {
      announce(t().saved);
      return props.onDone();
    }
    setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
  }

  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <Field
        label={t().sessions}
        description={t().emptyIsNone}
        inputmode="numeric"
        autocomplete="off"
        error={wrong(ofSessions())}
        value={ofSessions()}
        onInput={(event) => setOfSessions(event.currentTarget.value)}
      />
      <Field
        label={t().gatherings}
        inputmode="numeric"
        autocomplete="off"
        error={wrong(ofGatherings())}
        value={ofGatherings()}
        onInput={(event) => setOfGatherings(event.currentTarget.value)}
      />
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
      </p>
    </form>
  );
}
