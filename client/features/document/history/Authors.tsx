import { createEffect, createUniqueId, For, on, Show } from 'solid-js';
import type { DocumentKind } from '#shared/features/document/catalogue/model.ts';
import { documentAuthors } from '#shared/features/document/history/queries.ts';
import type { DocumentId, VersionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { hueClass } from '../../../ui/Portrait.tsx';
import styles from './Authors.module.css';
import { words } from './words.ts';

/** How many words of the text each has written: for the group itself, and not a score (F48). */
export function Authors(props: {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind | undefined;
  /** What was written last: another makes the words be counted anew. */
  readonly newest: VersionId | undefined;
  /** Shows the passages themselves. */
  readonly onShow: () => void;
}) {
  const t = useWords(words);
  const id = createUniqueId();
  const asked = createQuery(documentAuthors, () => ({ documentId: props.documentId }));
  createEffect(
    on(
      () => props.newest,
      () => asked.refetch(),
      { defer: true },
    ),
  );
  /** Who has nothing left in the text is only of interest in earlier versions. */
  const authors = () => (asked.value()?.authors ?? []).filter(({ characters }) => characters > 0);
  const most = () => Math.max(1, ...authors().map((author) => author.words));
  return (
    <Show when={authors().length > 0}>
      <section aria-labelledby={id}>
        <h2 id={id}>{t().words}</h2>
        <table class={styles.bars}>
          <thead class="visually-hidden">
            <tr>
              <th scope="col">{t().person}</th>
              <th scope="col">{t().wordCount}</th>
            </tr>
          </thead>
          <tbody>
            <For each={authors()}>
              {(author) => (
                <tr class={hueClass(author.personId)}>
                  <th scope="row">{author.displayName}</th>
                  <td>
                    <span
                      class={styles.bar}
                      style={{ '--share': `${(author.words / most()) * 70}%` }}
                    />
                    {author.words}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
        <p class={styles.show}>
          <Button size="small" onClick={() => props.onShow()}>
            {t().whoNow}
          </Button>
        </p>
        <p class={styles.about}>{props.kind === 'group' ? t().onlyGroup : t().onlyYou}</p>
      </section>
    </Show>
  );
}
