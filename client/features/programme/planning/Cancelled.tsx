import { createSignal, Show } from 'solid-js';
import { takeBackCancelling } from '#shared/features/programme/planning/commands.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import styles from './Planning.module.css';
import type { PartProps } from './planned.ts';
import { words } from './words.ts';

/** A session that is cancelled, which can be taken back until it would have begun. */
export function Cancelled(props: PartProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [problem, setProblem] = createSignal<string>();
  async function takeBack(): Promise<void> {
    const { sessionId, session } = props;
    const outcome = await live.send(
      takeBackCancelling,
      { sessionId, version: session.version },
      { lasting: false },
    );
    if (outcome.ok) announce(t().takenBack);
    else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
    props.onDone();
  }
  return (
    <section class={styles.form}>
      <h2>{t().cancelled}</h2>
      <p>{t().cancelledAbout(props.session.cancelReason)}</p>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <p class={styles.ways}>
        <Button onClick={() => void takeBack()}>{t().takeBack}</Button>
        <LinkButton look="quiet" href="/kalender">
          {t().toCalendar}
        </LinkButton>
      </p>
    </section>
  );
}
