import { For, Match, Show, Switch } from 'solid-js';
import { sessionAttendance } from '#shared/features/attendance/presence/queries.ts';
import type { Part } from '#shared/features/session/roster/model.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { figureSaid, sourceSaid } from './figure-said.ts';
import styles from './Presence.module.css';
import { words } from './words.ts';

/** Who was there, by name; for whoever may see it also for how long, and for nobody when. */
export function WhoWasThere(props: {
  readonly sessionId: SessionId;
  readonly people: readonly { readonly displayName: string; readonly part: Part }[] | null;
}) {
  const t = useWords(words);
  const query = createQuery(sessionAttendance, () => ({ sessionId: props.sessionId }));
  const everybody = () => someOf(query.value()?.everybody);
  const people = () => (query.state().status === 'loading' ? undefined : someOf(props.people));
  const isMissed = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal !== 'not-found';
  };
  const called = (one: { displayName: string; part: keyof ReturnType<typeof t>['parts'] }) =>
    [one.displayName, t().parts[one.part]].filter(Boolean).join(', ');
  const named = (one: Parameters<typeof called>[0]) => {
    const as = t().parts[one.part];
    return as ? `${one.displayName} (${as})` : one.displayName;
  };
  return (
    <Switch>
      <Match when={everybody()}>
        {(people) => (
          <section aria-labelledby="everybody">
            <h2 id="everybody">{t().everybody}</h2>
            <ul class={styles.rows}>
              <For each={people()}>
                {(one) => (
                  <li>
                    <span>{called(one)}</span>{' '}
                    <span class={styles.quiet}>
                      {[figureSaid(one.figure, t()), sourceSaid(one.figure, t())]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                  </li>
                )}
              </For>
            </ul>
            <p class={styles.small}>{t().everybodyAbout}</p>
          </section>
        )}
      </Match>
      <Match when={people()}>
        {(people) => (
          <section aria-labelledby="people-there">
            <h2 id="people-there">{t().people}</h2>
            <p class={styles.own}>{inARow(language(), people().map(named))}.</p>
            <Show when={isMissed()}>
              <FailedLine
                what={t().lengthsFailed}
                tryAgain={t().tryAgain}
                onTryAgain={query.refetch}
              />
            </Show>
          </section>
        )}
      </Match>
      <Match when={someOf(props.people)}>
        <section aria-labelledby="people-there">
          <h2 id="people-there">{t().people}</h2>
          <Skeleton label={t().fetching} shapes={['line', 'line']} />
        </section>
      </Match>
    </Switch>
  );
}

function someOf<One>(list: readonly One[] | null | undefined): readonly One[] | undefined {
  return list && list.length > 0 ? list : undefined;
}
