import { Show } from 'solid-js';
import type { Poll } from '#shared/features/session/poll/model.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { heedfulAtRest } from '../../../ui/heed.ts';
import type { PollStore } from './poll-store.ts';
import styles from './SteerPoll.module.css';
import { words } from './words.ts';

/** What a teacher can do with what is asked: close it, and then put it away. */
export function SteerPoll(props: { readonly store: PollStore; readonly poll: Poll }) {
  const t = useWords(words);
  const { store } = props;
  return (
    <Show when={store.isOpen()} fallback={<PutAway {...props} />}>
      <section class={styles.steer} aria-label={t().steer}>
        <Button
          aria-disabled={store.closesWaits() ? 'true' : undefined}
          onClick={() => {
            if (!store.closesWaits()) void store.close();
          }}
        >
          <Show when={store.closesWaits()} fallback={t().end[props.poll.occasion]}>
            {(waits) => <>{t().endWaits[waits()]}</>}
          </Show>
        </Button>
        <p class={styles.quiet}>{store.isAnswered() ? t().closeAbout : store.sum()}</p>
      </section>
    </Show>
  );
}

/** Comes where one has just closed it: the second half of a double press does not take the answers from the screen. */
function PutAway(props: { readonly store: PollStore; readonly poll: Poll }) {
  const t = useWords(words);
  const press = heedfulAtRest(
    () => props.poll.id,
    () => void props.store.putAway(),
    { appeared: true },
  );
  return (
    <section class={styles.steer} aria-label={t().steer}>
      <Button {...press}>{t().putAway}</Button>
      <p class={styles.quiet}>{t().putAwayAbout}</p>
    </section>
  );
}
