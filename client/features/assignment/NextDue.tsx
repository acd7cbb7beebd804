import { For, Show } from 'solid-js';
import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Icon } from '../../ui/Icon.tsx';
import { assignmentIcon } from '../../ui/icons.ts';
import { Row, RowList } from '../../ui/RowList.tsx';
import styles from './NextDue.module.css';
import { words } from './next-due-words.ts';
import { dueSentence } from './when.ts';

const FRESH_MS = 5 * 60_000;
/** What is further away than that can wait for another day. */
const SHOWN_AHEAD_MS = 14 * DAY_MS;
const SHOWN_MAX = 3;

/** On Nå: what shall be handed in soon. Nothing at all when there is nothing. */
export function NextDue() {
  const t = useWords(words);
  const list = createQuery(assignmentList, () => ({}));
  refetchEvery(FRESH_MS, list);
  const now = () => list.value()?.now ?? 0;
  const next = () =>
    (list.value()?.items ?? [])
      .filter(({ mine, dueAt }) => mine?.handedIn === null && dueAt < now() + SHOWN_AHEAD_MS)
      .slice(0, SHOWN_MAX);
  return (
    <Show when={next().length > 0}>
      <section class={styles.due}>
        <h2 id="next-due">{t().nextDue}</h2>
        <RowList labelledBy="next-due">
          <For each={next()}>
            {(item) => (
              <Row
                before={<Icon path={assignmentIcon} />}
                name={item.title}
                about={dueSentence(t(), item.dueAt, now())}
                href={`/oppgave/${item.assignmentId}`}
                after={item.mine?.confirmedByMe ? t().youConfirmed : undefined}
              />
            )}
          </For>
        </RowList>
      </section>
    </Show>
  );
}
