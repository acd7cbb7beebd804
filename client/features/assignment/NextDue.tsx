import { For, Show } from 'solid-js';
import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { assignmentIcon } from '../../ui/icons.ts';
import { Row, RowList } from '../../ui/RowList.tsx';
import { whomToAsk } from './groupless-words.ts';
import styles from './NextDue.module.css';
import { words } from './next-due-words.ts';
import { dueSentence } from './when.ts';

type Item = OutputOf<typeof assignmentList>['items'][number];

const FRESH_MS = 5 * 60_000;
/** What is further away than that can wait for another day. */
const SHOWN_AHEAD_MS = 14 * DAY_MS;
const SHOWN_MAX = 3;

/** On Nå: what shall be handed in soon. Nothing at all when there is nothing, and when it is not known it says so. */
export function NextDue() {
  const t = useWords(words);
  const list = createQuery(assignmentList, () => ({}));
  refetchEvery(FRESH_MS, list);
  const now = () => list.value()?.now ?? 0;
  const next = () =>
    (list.value()?.items ?? [])
      .filter(
        ({ mine, groupless, dueAt }) =>
          (groupless !== null || mine?.handedIn === null) && dueAt < now() + SHOWN_AHEAD_MS,
      )
      .slice(0, SHOWN_MAX);
  const aboutIt = ({ dueAt, groupless }: Item) => {
    const due = dueSentence(t(), dueAt, now());
    return groupless ? `${due}. ${t().inNoGroup}. ${whomToAsk(t(), groupless.teachers)}` : due;
  };
  /** Whoever has no assignments by access.md row 36 is answered so, and misses nothing. */
  const isUnknown = () => {
    const asked = list.state();
    return asked.status === 'failed' && !asked.value && asked.refusal !== 'not-found';
  };
  return (
    <Show when={isUnknown() || next().length > 0}>
      <section class={styles.due}>
        <h2 id="next-due">{t().nextDue}</h2>
        <Show
          when={!isUnknown()}
          fallback={
            <FailedLine
              what={t().couldNotFetch}
              tryAgain={t().tryAgain}
              onTryAgain={list.refetch}
            />
          }
        >
          <RowList labelledBy="next-due">
            <For each={next()}>
              {(item) => (
                <Row
                  before={<Icon path={assignmentIcon} />}
                  name={item.title}
                  about={aboutIt(item)}
                  href={`/oppgave/${item.assignmentId}`}
                  after={item.mine && t().youSaid[item.mine.standing]}
                />
              )}
            </For>
          </RowList>
        </Show>
      </section>
    </Show>
  );
}
