import { createEffect, createSignal, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { checkIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { AskForm } from './AskForm.tsx';
import type { PollStore } from './poll-store.ts';
import styles from './StartPoll.module.css';
import { words } from './words.ts';

/** Under the agenda: any teacher who is here asks everybody something, when nothing that was asked is on the stage. */
export function StartPoll(props: { readonly store: PollStore; readonly onDone: () => void }) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  // Another teacher was first: the form must not lie in wait until that is put away.
  createEffect(() => {
    if (props.store.isOn()) setOpen(false);
  });
  return (
    <Show when={!props.store.isOn()}>
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
        <AskForm
          store={props.store}
          onDone={() => {
            setOpen(false);
            props.onDone();
          }}
        />
      </Sheet>
    </Show>
  );
}
