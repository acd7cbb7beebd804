import { createSignal } from 'solid-js';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { assignmentIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from '../poll/StartPoll.module.css';
import { MakeQuizzes } from './MakeQuizzes.tsx';
import { createMaking } from './making.ts';
import { createPreparedQuizzes } from './prepared-quizzes.ts';
import type { QuizStore } from './quiz-store.ts';
import { words } from './words.ts';

type StartProps = {
  readonly store: QuizStore;
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly onDone: () => void;
};

/** Under the agenda: any teacher who is here opens a quiz that stands ready, makes one on the spot, or for later. */
export function StartQuiz(props: StartProps) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  return (
    <>
      <p class={styles.start}>
        <Button size="small" icon={assignmentIcon} onClick={() => setOpen(true)}>
          {t().start}
        </Button>
      </p>
      <Sheet open={open()} onOpenChange={setOpen} title={t().startTitle} closeLabel={t().close}>
        <Starting
          {...props}
          onDone={() => {
            setOpen(false);
            props.onDone();
          }}
        />
      </Sheet>
    </>
  );
}

function Starting(props: StartProps) {
  const t = useWords(words);
  const prepared = createPreparedQuizzes(props.sessionId, props.me);
  const making = createMaking(props.sessionId, props.me);
  const waits = () => {
    const now = props.store.opensWaits();
    return now && t().openWaits[now];
  };
  const openOne = async (quizId: QuizId) => {
    if (await props.store.openOne(quizId)) props.onDone();
    else prepared.query.refetch();
  };
  // One at a time: while another is open, more can be made ready.
  return (
    <MakeQuizzes
      prepared={prepared}
      making={making}
      onOpen={props.store.open() ? undefined : openOne}
      waits={waits()}
    />
  );
}
