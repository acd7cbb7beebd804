import { Match, Show, Switch } from 'solid-js';
import { sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import type { Span } from '#shared/features/session/afterwards/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Corrections } from './Corrections.tsx';
import { figureSaid, sourceSaid } from './figure-said.ts';
import styles from './Presence.module.css';
import { TimesThere } from './TimesThere.tsx';
import { words } from './words.ts';

type Own = NonNullable<OutputOf<typeof sessionAttendance>['own']>;

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
  const own = () => {
    const mine = query.value()?.own;
    return mine && (mine.times.length > 0 || mine.figure.source !== 'measured') ? mine : undefined;
  };
  return (
    <Show when={!refused() && !isOutside()}>
      <section aria-labelledby="own-time">
        <h2 id="own-time">{t().yourTime}</h2>
        <Switch>
          <Match when={query.value()}>
            {(known) => (
              <Show when={own()} fallback={<p class={styles.own}>{t().notThere}</p>}>
                {(mine) => <Times own={mine()} length={known().length} />}
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

function Times(props: { readonly own: Own; readonly length: Span }) {
  const t = useWords(words);
  const all = () => props.length.to - props.length.from;
  const source = () => sourceSaid(props.own.figure, t());
  const about = () => {
    const { length } = props;
    const { times } = props.own;
    const [first, last] = [times[0], times.at(-1)];
    const aways = times.slice(1).map((next, nth) => {
      const before = times[nth]?.to ?? next.from;
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
  return (
    <>
      <p class={styles.own}>
        <b>{figureSaid(props.own.figure, t())}</b> {t().ofAll(t().length(all()))}
        <Show when={source()}>{(how) => <span class={styles.quiet}> ({how()})</span>}</Show>
      </p>
      <TimesThere times={props.own.times} length={props.length} />
      <p class={styles.small}>{about().join(' ')}</p>
      <Corrections corrections={props.own.corrections} />
      <p class={styles.small}>
        <a href="/oppmote">{t().ownAttendance}</a>
      </p>
    </>
  );
}
