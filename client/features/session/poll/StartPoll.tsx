import { createEffect, createSignal, Show, untrack } from 'solid-js';
import type { PollQuestion } from '#shared/features/session/poll/model.ts';
import type { PersonId, PreparedPollId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { AskForm } from './AskForm.tsx';
import { PreparedList } from './PreparedList.tsx';
import type { PollStore } from './poll-store.ts';
import { createPreparedPolls } from './prepared-polls.ts';
import styles from './StartPoll.module.css';
import { words } from './words.ts';

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
  // Another teacher was first: the form must not lie in wait until that is put away.
  createEffect(() => {
    if (!props.store.isOn() || !untrack(open)) return;
    setOpen(false);
    if (!untrack(props.store.asksNow)) props.say(t().otherAsked);
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
        <Asking
          {...props}
          onDone={() => {
            setOpen(false);
            props.onDone();
          }}
        />
      </Sheet>
    </Show>
  );
}

function Asking(props: {
  readonly store: PollStore;
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly onDone: () => void;
}) {
  const t = useWords(words);
  const prepared = createPreparedPolls(props.sessionId, props.me);
  const ask = async (asked: PollQuestion, ready: PreparedPollId | null) => {
    if (await props.store.open(asked, ready)) props.onDone();
  };
  const waits = () => {
    const now = props.store.opensWaits();
    return now && t().beginWaits[now];
  };
  return (
    <div class={styles.asking}>
      <PreparedList
        prepared={prepared}
        onAsk={({ id, occasion, question, form, named }) =>
          void ask({ occasion, question, form, named }, id)
        }
      />
      <AskForm
        asking={props.store.asking}
        onAsk={(asked) => void ask(asked, null)}
        onPrepare={prepared.prepare}
        waits={waits()}
      />
    </div>
  );
}
