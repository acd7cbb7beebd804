import { createSignal, onMount, Show, untrack } from 'solid-js';
import { writeAgreement } from '#shared/features/care/agreement/commands.ts';
import { AGREEMENT_LENGTH_MAX } from '#shared/features/care/agreement/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import styles from './Agreement.module.css';
import { type Begun, createAgreementDraft } from './agreement-draft.ts';
import type { Known } from './known.ts';
import { words } from './words.ts';

/** Changes the text one saw. Who was late keeps what they wrote, and sees under it what stands there now. */
export function AgreementForm(props: {
  readonly me: PersonId;
  readonly sessionId: SessionId;
  readonly known: Known;
  /** What one had begun and not saved. */
  readonly begun: Begun | undefined;
  readonly onDone: (saved: boolean) => void;
  readonly onStale: () => void;
}) {
  const t = useWords(words);
  live.start(props.me);
  const seen = untrack(() => props.known.current);
  const draft = untrack(() => createAgreementDraft(live, props.sessionId, seen, props.begun));
  const { text, from } = draft;
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const isBehind = seen !== null && from() < seen.version;
  const [problem, setProblem] = createSignal<keyof (typeof words)['nb']['refusals'] | undefined>(
    isBehind ? 'changed-meanwhile' : undefined,
  );
  holdsWords(draft.isChanged, 'device');
  let form!: HTMLFormElement;
  onMount(() => form.querySelector('textarea')?.focus());

  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    const written = text().trim();
    if (written === '') return void form.querySelector('textarea')?.focus();
    if (sending()) return;
    setSending(true);
    // What was shown under the text has been seen: this is a change of it.
    draft.hasSeen(newer()?.version ?? from());
    const { sessionId } = props;
    // The draft is what outlives this page: a second copy could be saved when nobody looks.
    const outcome = await live.send(
      writeAgreement,
      { sessionId, from: from(), text: written },
      { lasting: false },
    );
    setSending(false);
    if (outcome.ok) {
      draft.end();
      return props.onDone(true);
    }
    setProblem(outcome.refusal);
    if (outcome.refusal === 'changed-meanwhile') props.onStale();
  }
  const cancel = () => {
    draft.end();
    props.onDone(false);
  };
  const newer = () => {
    const { current } = props.known;
    return problem() === 'changed-meanwhile' && current && current.version > from()
      ? current
      : undefined;
  };
  return (
    <form ref={form} class={styles.form} onSubmit={save} novalidate>
      <TextArea
        label={t().text}
        description={t().textAbout(props.known.of.name)}
        error={tried() && text().trim() === '' ? t().needed : undefined}
        rows={8}
        maxlength={AGREEMENT_LENGTH_MAX}
        lang={PROGRAMME_LANGUAGE}
        value={text()}
        readonly={sending()}
        onInput={(event) => draft.write(event.currentTarget.value)}
      />
      <Show when={problem()}>
        {(why) => (
          <p class={styles.problem} role="alert">
            {t().refusals[why()]}
          </p>
        )}
      </Show>
      <Show when={newer()}>
        {(current) => (
          <div class={styles.newer}>
            <h3>{t().standsNow}</h3>
            <p class={styles.text} lang={PROGRAMME_LANGUAGE}>
              {current().text}
            </p>
          </div>
        )}
      </Show>
      <p class={styles.ways}>
        <Button look="filled" type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {sending() ? t().saving : t().save}
        </Button>
        <Button look="quiet" onClick={cancel}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
