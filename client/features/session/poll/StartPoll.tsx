import { createEffect, createSignal, Show, untrack } from 'solid-js';
import type { PollQuestion } from '#shared/features/session/poll/model.ts';
import type { PersonId, PreparedPollId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { AskForm } from './AskForm.tsx';
import { PreparedPolls } from './PreparedPolls.tsx';
import type { PollStore } from './poll-store.ts';
import { createPreparedPolls } from './prepared-polls.ts';
import styles from './StartPoll.module.css';
import { words } from './words.ts';

const AFTER_QUESTION_MS = 1_000;

/** Under the agenda: any teacher who is here asks everybody something, when nothing that was asked is on the stage. */
export function StartPoll(props: {
  readonly store: PollStore;
  readonly sessionId: SessionId;
  readonly me: PersonId;
  /** All rest: what is begun now would stand behind that, unseen. */
  readonly rests: boolean;
  readonly say: (words: string) => void;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  let asks = false;
  const ask = async (asked: PollQuestion, prepared: PreparedPollId | null) => {
    asks = true;
    const isAsked = await props.store.open(asked, prepared);
    asks = false;
    if (!isAsked) return;
    setOpen(false);
    props.onDone();
  };
  // Another teacher was first: the form must not lie in wait until that is put away.
  createEffect(() => {
    if (!props.store.isOn() || !untrack(open)) return;
    setOpen(false);
    // Whoever asks just now sees their own question come, or is told that another was first.
    // After the question itself, which is said in this moment and would else be said over it.
    if (!asks) setTimeout(() => props.say(t().otherAsked), AFTER_QUESTION_MS);
  });
  return (
    <Show when={!props.store.isOn() && !props.rests}>
      <p class={styles.start}>
        <Button size="small" icon={checkIcon} onClick={() => setOpen(true)}>
          {t().start}
        </Button>
      </p>
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t().startTitle}
        closeLabel={t().close}
        startsInField
      >
        <Asking {...props} onAsk={ask} />
      </Sheet>
    </Show>
  );
}

function Asking(props: {
  readonly store: PollStore;
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly onAsk: (asked: PollQuestion, prepared: PreparedPollId | null) => unknown;
}) {
  const t = useWords(words);
  const prepared = createPreparedPolls(props.sessionId, props.me);
  const waits = () => {
    const now = props.store.opensWaits();
    return now && t().beginWaits[now];
  };
  return (
    <div class={styles.asking}>
      <PreparedPolls
        prepared={prepared}
        onAsk={({ id, occasion, question, form, named }) =>
          void props.onAsk({ occasion, question, form, named }, id)
        }
      />
      <AskForm
        asking={props.store.asking}
        onAsk={(asked) => void props.onAsk(asked, null)}
        onPrepare={prepared.prepare}
        waits={waits()}
      />
    </div>
  );
}
