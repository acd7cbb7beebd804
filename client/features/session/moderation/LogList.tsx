import { For, Show } from 'solid-js';
import type { LogEntry } from '#shared/features/session/moderation/model.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './HostsPart.module.css';
import type { HostsLog } from './hosts-log.ts';
import { words } from './words.ts';

/** What hosts have done, in sentences, the latest first. */
export function LogList(props: { readonly me: string; readonly hosts: HostsLog }) {
  const t = useWords(words);
  const { log } = props.hosts;
  const who = (named: LogEntry['by'], as: 'doer' | 'met') => {
    if (named.personId !== props.me) return named.displayName;
    return as === 'doer' ? t().youDid : t().you;
  };
  const met = (about: NonNullable<LogEntry['about']>) =>
    about.isGuest ? t().asGuest(who(about, 'met')) : who(about, 'met');
  const sentence = ({ act, by, about }: LogEntry) =>
    t().acts[act](who(by, 'doer'), about ? met(about) : '');
  const dayOf = ({ at }: LogEntry) => longDate(language(), at);
  const isNewDay = (nth: number) => {
    const [before, entry] = [log.entries[nth - 1], log.entries[nth]];
    return entry && (!before || dayOf(before) !== dayOf(entry)) ? dayOf(entry) : false;
  };
  return (
    <Show
      when={log.status !== 'failed'}
      fallback={
        <>
          <p role="status">{t().logFailed}</p>
          <Button class={styles.press} size="small" onClick={() => props.hosts.refresh()}>
            {t().tryAgain}
          </Button>
        </>
      }
    >
      <Show
        when={log.entries.length > 0}
        fallback={<p role="status">{log.status === 'loading' ? t().logLoading : t().logEmpty}</p>}
      >
        <ul class={styles.log}>
          <For each={log.entries}>
            {(entry, nth) => (
              <>
                <Show when={isNewDay(nth())}>{(day) => <li class={styles.day}>{day()}</li>}</Show>
                <li class={styles.entry}>
                  <time dateTime={new Date(entry.at).toISOString()}>{clockTime(entry.at)}</time>
                  <span>{sentence(entry)}</span>
                </li>
              </>
            )}
          </For>
        </ul>
        <Show when={log.more}>
          <Button
            class={styles.press}
            size="small"
            aria-busy={props.hosts.fetchingEarlier()}
            onClick={() => props.hosts.earlier()}
          >
            {props.hosts.fetchingEarlier() ? t().logLoading : t().earlier}
          </Button>
        </Show>
      </Show>
    </Show>
  );
}
