import { For } from 'solid-js';
import { assignmentList } from '#shared/features/assignment/assignment/queries.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { FailedLine } from '../../ui/FailedLine.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { assignmentIcon } from '../../ui/icons.ts';
import { Row } from '../../ui/RowList.tsx';
import { whomToAsk } from './groupless-words.ts';
import { words } from './next-due-words.ts';
import { dueSentence } from './when.ts';

type Item = OutputOf<typeof assignmentList>['items'][number];

const FRESH_MS = 5 * 60_000;
/** What is further away than that can wait for another day. */
const SHOWN_AHEAD_MS = 14 * DAY_MS;
const SHOWN_MAX = 3;

/** For Nå: what shall be handed in soon, and for its teachers what has been lately. */
export function createNextDue() {
  const list = createQuery(assignmentList, () => ({}));
  refetchEvery(FRESH_MS, list);
  const now = () => list.value()?.now ?? 0;
  const isLeft = ({ mine, groupless }: Item) => groupless !== null || mine?.handedIn === null;
  /** What came in for what was due long ago has been seen to. */
  const isToRead = ({ handedIn, dueAt }: Item) =>
    (handedIn?.count ?? 0) > 0 && dueAt > now() - SHOWN_AHEAD_MS;
  return {
    now,
    items: () =>
      (list.value()?.items ?? [])
        .filter((item) => isLeft(item) || isToRead(item))
        .filter(({ dueAt }) => dueAt < now() + SHOWN_AHEAD_MS)
        .slice(0, SHOWN_MAX),
    /** Whoever has no assignments by access.md row 36 is answered so, and misses nothing. */
    isUnknown: () => {
      const asked = list.state();
      return asked.status === 'failed' && !asked.value && asked.refusal !== 'not-found';
    },
    refetch: list.refetch,
  };
}
type NextDue = ReturnType<typeof createNextDue>;

/** A row for each. */
export function DueRows(props: { readonly due: NextDue }) {
  const t = useWords(words);
  const aboutIt = ({ dueAt, groupless, handedIn }: Item) => {
    if (handedIn) return t().handedIn(handedIn.count, handedIn.of);
    const due = dueSentence(t(), dueAt, props.due.now());
    return groupless ? `${due}. ${t().inNoGroup}. ${whomToAsk(t(), groupless.teachers)}` : due;
  };
  return (
    <For each={props.due.items()}>
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
  );
}

/** When it is not known it is said. */
export function DueFailed(props: { readonly due: NextDue }) {
  const t = useWords(words);
  return (
    <FailedLine what={t().couldNotFetch} tryAgain={t().tryAgain} onTryAgain={props.due.refetch} />
  );
}
