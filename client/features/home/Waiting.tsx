import { For, type JSX, Show } from 'solid-js';
import { waiting } from '#shared/features/home/queries.ts';
import { useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Row, RowList } from '../../ui/RowList.tsx';
import { who } from '../identity/public.ts';
import { followAskedRoles } from './follow-asked-roles.ts';
import { itemSaid } from './item-said.ts';
import styles from './Waiting.module.css';
import { words } from './words.ts';

const FRESH_MS = 60_000;

/** On Nå: what waits for somebody, each thing one press away. Nothing at all when there is nothing. */
export function Waiting(props: {
  /** Rows from another slice, which stand first. */
  readonly rows: JSX.Element;
  readonly hasRows: boolean;
  /** What stands in their place where they could not be had. */
  readonly failed: JSX.Element;
}) {
  const t = useWords(words);
  const query = createQuery(waiting, () => ({}));
  refetchEvery(FRESH_MS, query);
  const items = () => query.value()?.items ?? [];
  followAskedRoles(() => query.value()?.items);
  const isStudent = () => {
    const now = who();
    return now.status === 'signed-in' && now.person.roles.includes('student');
  };
  return (
    <Show when={props.hasRows || items().length > 0 || props.failed}>
      <section class={styles.waiting}>
        <h2 id="waiting">{isStudent() ? t().remains : t().waits}</h2>
        {props.failed}
        <Show when={props.hasRows || items().length > 0}>
          <RowList labelledBy="waiting">
            {props.rows}
            <For each={items().map((item) => itemSaid(item, t()))}>
              {(said) => <Row name={said.name} about={said.about} href={said.href} />}
            </For>
          </RowList>
        </Show>
      </section>
    </Show>
  );
}
