import { createSignal, Show } from 'solid-js';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import styles from './QuizSheet.module.css';
import { QuizView } from './QuizView.tsx';
import { words } from './words.ts';

/** For a teacher: the same as the others take, uncounted, when it is asked for. */
export function TryQuiz(props: {
  readonly sessionId: SessionId;
  readonly quizId: QuizId;
  readonly me: PersonId;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  return (
    <details class={styles.tryIt} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t().tryIt}</summary>
      <Show when={open()}>
        <QuizView {...props} who={t().who.teacher} />
      </Show>
    </details>
  );
}
