import { createSignal, Match, Show, Switch } from 'solid-js';
import {
  endCalendarAddress,
  makeCalendarAddress,
} from '#shared/features/programme/feed/commands.ts';
import { CALENDAR_FEED_PATH } from '#shared/features/programme/feed/model.ts';
import { calendarAddress } from '#shared/features/programme/feed/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { hashOf, newSecret } from '../../../platform/secrets.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import styles from './Feed.module.css';
import { words } from './words.ts';

/** The secret address of one's own calendar. It is made here, and shown this once: the server knows it by its hash alone. */
export function CalendarSubscription(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  live.start(props.me);
  const known = createQuery(calendarAddress, () => ({}));
  const [made, setMade] = createSignal<string>();
  const [busy, setBusy] = createSignal(false);
  const [said, setSaid] = createSignal<string>();

  async function make(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    setSaid(undefined);
    const secret = newSecret();
    const input = { tokenHash: await hashOf(secret) };
    const outcome = await live.send(makeCalendarAddress, input, { lasting: false });
    setBusy(false);
    if (outcome.ok) setMade(`${location.origin}${CALENDAR_FEED_PATH}/${secret}.ics`);
    else setSaid(refusals()[outcome.refusal]);
    known.refetch();
  }
  async function end(): Promise<void> {
    setSaid(undefined);
    const outcome = await live.send(endCalendarAddress, {}, { lasting: false });
    if (outcome.ok) setMade(undefined);
    setSaid(outcome.ok ? t().ended : refusals()[outcome.refusal]);
    known.refetch();
  }
  async function copy(address: string): Promise<void> {
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setSaid(done ? t().copied : t().copyFailed);
    if (done) announce(t().copied);
  }
  return (
    <section class={styles.feed} aria-labelledby="feed">
      <h2 id="feed">{t().title}</h2>
      <p>{t().about}</p>
      <Switch>
        <Match when={made()}>
          {(address) => (
            <>
              <p class={styles.quiet} id="feed-once">
                {t().once}
              </p>
              <input
                class={styles.address}
                readonly
                value={address()}
                aria-label={t().address}
                aria-describedby="feed-once"
                onFocus={(event) => event.currentTarget.select()}
              />
              <p class={styles.ways}>
                <Button size="small" onClick={() => void copy(address())}>
                  {t().copy}
                </Button>
                <Button size="small" look="quiet" onClick={() => void end()}>
                  {t().end}
                </Button>
              </p>
            </>
          )}
        </Match>
        <Match when={known.value()}>
          {(value) => (
            <Show
              when={value().madeAt}
              fallback={
                <p>
                  <Button size="small" onClick={() => void make()}>
                    {t().make}
                  </Button>
                </p>
              }
            >
              {(madeAt) => (
                <>
                  <p class={styles.quiet}>
                    {t().madeAt(longDate(language(), madeAt()))} {t().newAbout}
                  </p>
                  <p class={styles.ways}>
                    <Button size="small" onClick={() => void make()}>
                      {t().makeNew}
                    </Button>
                    <Button size="small" look="quiet" onClick={() => void end()}>
                      {t().end}
                    </Button>
                  </p>
                </>
              )}
            </Show>
          )}
        </Match>
        <Match when={known.state().status === 'failed'}>
          <FailedLine what={t().couldNotFetch} tryAgain={t().tryAgain} onTryAgain={known.refetch} />
        </Match>
      </Switch>
      <p role="status">{said()}</p>
    </section>
  );
}
