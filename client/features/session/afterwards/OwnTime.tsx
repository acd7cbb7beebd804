import { For, Match, Show, Switch } from 'solid-js';
import type { Span } from '#shared/features/session/afterwards/model.ts';
import { sessionAttendance } from '#shared/features/session/afterwards/queries.ts';
import { totalOf } from '#shared/features/session/afterwards/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from './Afterwards.module.css';
import { words } from './words.ts';

/** When one was there oneself, and for how long. Nothing for whoever has no time of their own to see here. */
export function OwnTime(props: { readonly sessionId: SessionId }) {
  const t = useWords(words);
  const query = createQuery(sessionAttendance, () => ({ sessionId: props.sessionId }));
  const refused = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal === 'not-found';
  };
  /** Whoever only looks after the school was never to be there. */
  const isOutside = () => query.value()?.own === null && query.value()?.everybody !== null;
  return (
    <Show when={!refused() && !isOutside()}>
      <section aria-labelledby="own-time">
        <h2 id="own-time">{t().yourTime}</h2>
        <Switch>
          <Match when={query.value()}>
            {(known) => (
              <Show
                when={(known().own?.length ?? 0) > 0 && known().own}
                fallback={<p class={styles.own}>{t().notThere}</p>}
              >
                {(own) => <Times own={own()} length={known().length} />}
              </Show>
            )}
          </Match>
          <Match when={query.state().status === 'loading'}>
            <Skeleton label={t().fetching} shapes={['name', 'line']} />
          </Match>
          <Match when={query.state().status === 'failed'}>
            <FailedLine
              what={t().couldNotFetch}
              tryAgain={t().tryAgain}
              onTryAgain={query.refetch}
            />
          </Match>
        </Switch>
      </section>
    </Show>
  );
}

function Times(props: { readonly own: readonly Span[]; readonly length: Span }) {
  const t = useWords(words);
  const all = () => props.length.to - props.length.from;
  const times = () =>
    props.own.map(({ from, to }) => t().fromTo(clockTime(from), clockTime(to))).join(', ');
  const about = () => {
    const { own, length } = props;
    const [first, last] = [own[0], own.at(-1)];
    const aways = own.slice(1).map((next, nth) => {
      const before = own[nth]?.to ?? next.from;
      return t().away(clockTime(before), clockTime(next.from));
    });
    return [
      first && first.from - length.from >= MINUTE_MS && t().came(clockTime(first.from)),
      ...aways,
      last && length.to - last.to >= MINUTE_MS && t().left(clockTime(last.to)),
      t().shortBreaks,
      t().sameFigure,
    ].filter(Boolean);
  };
  const share = (ms: number) => `${(100 * ms) / Math.max(1, all())}%`;
  return (
    <>
      <p class={styles.own}>
        <b>{t().length(totalOf(props.own))}</b> {t().ofAll(t().length(all()))}
      </p>
      <div class={styles.bar} role="img" aria-label={t().picture(times())}>
        <For each={props.own}>
          {({ from, to }) => (
            <i style={{ left: share(from - props.length.from), width: share(to - from) }} />
          )}
        </For>
      </div>
      <p class={styles.ends} aria-hidden="true">
        <span>{clockTime(props.length.from)}</span> <span>{clockTime(props.length.to)}</span>
      </p>
      <p class={styles.small}>{about().join(' ')}</p>
    </>
  );
}
