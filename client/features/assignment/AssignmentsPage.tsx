import { createUniqueId, For, Match, Show, Switch } from 'solid-js';
import { assignmentList, whereToSet } from '#shared/features/assignment/assignment/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { assignmentIcon, editIcon, offlineIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Row, RowList } from '../../ui/RowList.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { watchSignIn } from '../identity/public.ts';
import styles from './Assignment.module.css';
import { Failed } from './Failed.tsx';
import { whomToAsk } from './groupless-words.ts';
import { HandedInMark } from './HandedInMark.tsx';
import { due } from './when.ts';
import { words } from './words.ts';

const FRESH_MS = 60_000;

export type AssignmentItem = OutputOf<typeof assignmentList>['items'][number];

/** `/oppgaver`: what one shall hand in, what one has handed in, and for a teacher what one has set. */
export function AssignmentsPage() {
  const t = useWords(words);
  const list = createQuery(assignmentList, () => ({}));
  const places = createQuery(whereToSet, () => ({}));
  refetchEvery(FRESH_MS, list);
  watchSignIn(list.state);
  const maySet = () => (places.value()?.places.length ?? 0) > 0;
  const items = () => list.value()?.items ?? [];
  const own = () => items().filter(({ handedIn }) => handedIn === null);
  const isAhead = ({ mine, groupless }: AssignmentItem) =>
    groupless !== null || mine?.handedIn === null;
  const failed = () => list.state().status === 'failed';
  return (
    <div class={styles.list}>
      <PageHeader title={t().assignments} />
      <Show when={maySet()}>
        <p class={styles.main} data-dock>
          <LinkButton look="filled" icon={editIcon} href="/oppgaver/ny">
            {t().newAssignment}
          </LinkButton>
        </p>
      </Show>
      <Switch>
        <Match when={list.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
        </Match>
        <Match when={failed() && !list.value()}>
          <Failed query={list} />
        </Match>
        <Match when={items().length === 0}>
          <EmptyState title={t().none}>{maySet() ? t().noneSetAbout : t().noneAbout}</EmptyState>
        </Match>
        <Match when={list.value()}>
          {(value) => (
            <>
              <Show when={failed()}>
                <div class={styles.notice}>
                  <Banner icon={offlineIcon} title={t().outdated}>
                    {t().outdatedAbout}
                  </Banner>
                </div>
              </Show>
              <Some name={t().ahead} items={own().filter(isAhead)} now={value().now} />
              <Some
                name={t().set}
                items={items().filter(({ handedIn }) => handedIn !== null)}
                now={value().now}
              />
              <Some
                name={t().behind}
                items={own().filter((each) => !isAhead(each))}
                now={value().now}
              />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Some(props: {
  readonly name: string;
  readonly items: readonly AssignmentItem[];
  readonly now: number;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  return (
    <Show when={props.items.length > 0}>
      <section class={styles.section}>
        <h2 id={id}>{props.name}</h2>
        <RowList labelledBy={id}>
          <For each={props.items}>
            {(item) => (
              <Row
                before={<Icon path={assignmentIcon} />}
                name={item.title}
                about={`${item.courseCode}, ${about(item, t())}. ${due(t(), item.dueAt)}${ask(item, t())}`}
                href={`/oppgave/${item.assignmentId}`}
                after={<Standing item={item} now={props.now} />}
              />
            )}
          </For>
        </RowList>
      </section>
    </Show>
  );
}

function about({ mine, mode, cohortName }: AssignmentItem, t: (typeof words)['nb']): string {
  if (!mine) return `${mode === 'group' ? t.groupWork : t.ownWork}, ${cohortName}`;
  return mine.groupName === null ? t.alone : t.inGroup(mine.groupName);
}

function ask({ groupless }: AssignmentItem, t: (typeof words)['nb']): string {
  return groupless ? `. ${t.inNoGroup}. ${whomToAsk(t, groupless.teachers)}` : '';
}

function Standing(props: { readonly item: AssignmentItem; readonly now: number }) {
  const t = useWords(words);
  return (
    <Switch>
      <Match when={props.item.handedIn}>
        {(counted) => <>{t().countHandedIn(counted().count, counted().of)}</>}
      </Match>
      <Match when={props.item.mine?.handedIn}>
        {(handedIn) => <HandedInMark late={handedIn().late} />}
      </Match>
      <Match when={(props.item.mine ?? props.item.groupless) && props.now > props.item.dueAt}>
        <span class={styles.soon}>{t().overdue}</span>
      </Match>
      <Match when={props.item.mine?.standing !== 'silent' && props.item.mine?.standing}>
        {(standing) => <>{t().youSaid[standing()]}</>}
      </Match>
    </Switch>
  );
}
