import { createEffect, For, Match, Show, Switch } from 'solid-js';
import { papersOf } from '#shared/features/assignment/assignment/queries.ts';
import type { AssignmentId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { announce } from '../../ui/announcer.ts';
import { Portrait } from '../../ui/Portrait.tsx';
import { Row, RowList } from '../../ui/RowList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './Assignment.module.css';
import { Failed } from './Failed.tsx';
import { HandedInMark } from './HandedInMark.tsx';
import { moment } from './when.ts';
import { words } from './words.ts';

/** A yes elsewhere, and what is handed in, is to be seen while one looks. */
const FRESH_MS = 5_000;
const FACES_MAX = 4;

type PaperRow = OutputOf<typeof papersOf>['papers'][number];

/** For whoever set it: who has handed in, and how far the others have come. */
export function PapersTable(props: { readonly assignmentId: AssignmentId }) {
  const t = useWords(words);
  const query = createQuery(papersOf, () => ({ assignmentId: props.assignmentId }));
  refetchEvery(FRESH_MS, query);
  const papers = () => query.value()?.papers ?? [];
  // What was handed in a moment ago and is not now, is seen in its row, and said.
  createEffect((before: readonly PaperRow[]) => {
    for (const paper of papers()) {
      const known = before.find((each) => keyOf(each) === keyOf(paper));
      if (known?.handedIn && paper.takenBackAt !== null) announce(t().saidTakenBack(nameOf(paper)));
    }
    return papers();
  }, []);
  const done = () => papers().filter(({ handedIn }) => handedIn !== null).length;
  return (
    <section class={styles.table} aria-labelledby="papers">
      <header>
        <h2 id="papers">{t().howFar}</h2>
        <Show when={papers().length > 0}>
          <p class={styles.quiet}>{t().countHandedIn(done(), papers().length)}</p>
        </Show>
      </header>
      <Switch>
        <Match when={query.value()}>
          {(value) => (
            <Show when={papers().length > 0} fallback={<p>{t().noOneHere}</p>}>
              <RowList labelledBy="papers">
                <For each={papers()}>
                  {(paper) => <PaperLine paper={paper} now={value().now} />}
                </For>
              </RowList>
            </Show>
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <Failed query={query} />
        </Match>
      </Switch>
      <p class={styles.quiet}>{t().teacherReads}</p>
    </section>
  );
}

/** Two students can have one name. */
const keyOf = ({ groupName, members }: PaperRow) => groupName ?? members[0]?.personId;

const nameOf = ({ groupName, members }: PaperRow) => groupName ?? members[0]?.displayName ?? '';

function PaperLine(props: { readonly paper: PaperRow; readonly now: number }) {
  const t = useWords(words);
  const names = () => props.paper.members.map(({ displayName }) => displayName);
  const about = () => {
    const { handedIn, groupName, writtenAt, takenBackAt } = props.paper;
    const parts = groupName === null ? [] : [names().join(', ')];
    if (handedIn) {
      const when = t().handedInAt(moment(t(), handedIn.at, props.now));
      return [...parts, `${when}, ${t().words(handedIn.words)}`].join('. ');
    }
    if (takenBackAt !== null) parts.push(t().takenBackAt(moment(t(), takenBackAt, props.now)));
    if (writtenAt !== null) parts.push(t().writtenAt(moment(t(), writtenAt, props.now)));
    else if (groupName !== null && takenBackAt === null) parts.push(t().hasNotBegun);
    return parts.join('. ');
  };
  const after = () => {
    const { confirmed, members, groupName } = props.paper;
    if (groupName === null) return t().notHandedIn;
    return confirmed === 0 ? t().nobodyConfirmed : t().confirmedOf(confirmed, members.length);
  };
  return (
    <Row
      before={
        <span class={styles.faces} aria-hidden="true">
          <For each={props.paper.members.slice(0, FACES_MAX)}>
            {(member) => <Portrait personId={member.personId} />}
          </For>
        </span>
      }
      name={nameOf(props.paper)}
      about={about()}
      href={props.paper.handedIn ? `/innlevering/${props.paper.handedIn.submissionId}` : undefined}
      after={
        <Show when={props.paper.handedIn} fallback={after()}>
          {(handedIn) => <HandedInMark late={handedIn().late} />}
        </Show>
      }
    />
  );
}
