import { createSignal, Show } from 'solid-js';
import { cancelSession } from '#shared/features/programme/planning/commands.ts';
import { CANCEL_REASON_MAX, type Scope } from '#shared/features/programme/planning/model.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { holdsWords } from '../../../platform/unsaved-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './Planning.module.css';
import type { PartProps } from './planned.ts';
import { ScopeChoice } from './ScopeChoice.tsx';
import { words } from './words.ts';

/** Cancels a session, with a reason that everybody reads. */
export function CancelForm(props: PartProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [reason, setReason] = createSignal('');
  const [scope, setScope] = createSignal<Scope>('one');
  const [tried, setTried] = createSignal(false);
  const [sending, setSending] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  let element: HTMLFormElement | undefined;
  holdsWords(() => reason().trim() !== '', 'page');
  async function cancel(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (reason().trim() === '') {
      queueMicrotask(() => element?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    if (sending()) return;
    setSending(true);
    setProblem(undefined);
    const { sessionId, session } = props;
    const outcome = await live.send(
      cancelSession,
      { sessionId, version: session.version, scope: scope(), reason: reason().trim() },
      { lasting: false },
    );
    setSending(false);
    if (outcome.ok) announce(t().cancelled);
    else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
    props.onDone();
  }
  return (
    <form
      ref={element}
      class={styles.cancel}
      onSubmit={cancel}
      novalidate
      aria-labelledby="cancel-title"
    >
      <h2 id="cancel-title">{t().cancelTitle}</h2>
      <Field
        label={t().reason}
        description={t().reasonAbout}
        error={tried() && reason().trim() === '' ? t().needed : undefined}
        value={reason()}
        maxlength={CANCEL_REASON_MAX}
        autocomplete="off"
        lang={PROGRAMME_LANGUAGE}
        onInput={(event) => setReason(event.currentTarget.value)}
      />
      <ScopeChoice
        following={props.session.following}
        scope={scope()}
        onScope={setScope}
        name="cancel"
      />
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p>
        <Button danger type="submit" aria-disabled={sending() ? 'true' : undefined}>
          {t().cancel}
        </Button>
      </p>
    </form>
  );
}
