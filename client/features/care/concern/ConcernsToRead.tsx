import { createEffect, on, Show } from 'solid-js';
import { concernsUnread } from '#shared/features/care/concern/queries.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { announce } from '../../../ui/announcer.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { talkIcon } from '../../../ui/icons.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import styles from './ConcernsPage.module.css';
import { words } from './words.ts';

/** Somebody may need an answer today. */
const FRESH_MS = 10_000;

/** On Nå, for whoever can be named: that there is something to read, and how much. Nothing at all when there is nothing. */
export function ConcernsToRead() {
  const t = useWords(words);
  const query = createQuery(concernsUnread, () => ({}));
  refetchEvery(FRESH_MS, query);
  const count = () => query.value()?.count ?? 0;
  createEffect(
    on(count, (now, before) => {
      // What stands there when the page comes is read with the page.
      if (before !== undefined && now > before && query.value()) announce(t().toRead(now));
    }),
  );
  return (
    <Show when={count() > 0}>
      <section class={styles.part}>
        <h2 id="concerns-to-read">{t().list}</h2>
        <RowList labelledBy="concerns-to-read">
          <Row
            before={<Icon path={talkIcon} />}
            name={t().toRead(count())}
            about={t().toReadAbout}
            href="/meldt-fra"
          />
        </RowList>
      </section>
    </Show>
  );
}
