import { type Accessor, For, type JSX } from 'solid-js';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import { clockTime, daysBetween, shortDate } from '../../../platform/dates.ts';
import { language, useWords } from '../../../platform/language.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { documentIcon } from '../../../ui/icons.ts';
import { Row, RowList } from '../../../ui/RowList.tsx';
import { placeWords } from './place-words.ts';
import { words } from './words.ts';

export const documentPath = (item: Pick<DocumentItem, 'documentId'>): string =>
  `/dokument/${item.documentId}`;

/** Documents as rows: name, where it belongs and when it was changed, and what is special about it. */
export function DocumentRows(props: {
  readonly items: readonly DocumentItem[];
  readonly labelledBy?: string | undefined;
  /** In place of the quiet line. */
  readonly about?: (item: DocumentItem) => JSX.Element | undefined;
  readonly after?: (item: DocumentItem) => JSX.Element;
  /** False where a row leads nowhere: in the trash. */
  readonly link?: boolean;
  /** Where a row opens its document in place instead of leading to its page. */
  readonly onOpen?: ((documentId: DocumentId) => void) | undefined;
}) {
  const t = useWords(words);
  return (
    <RowList labelledBy={props.labelledBy}>
      <For each={props.items}>
        {(item) => (
          <Row
            before={<Icon path={documentIcon} />}
            name={item.title}
            about={props.about?.(item) ?? useAbout(() => item)()}
            href={props.link === false ? undefined : documentPath(item)}
            onPress={props.onOpen && (() => props.onOpen?.(item.documentId))}
            after={props.after?.(item) ?? standing(item, t())}
          />
        )}
      </For>
    </RowList>
  );
}

function standing(item: DocumentItem, t: (typeof words)['nb']): string | undefined {
  if (item.handedIn) return t.handedIn;
  if (item.frozen) return t.frozen;
  return item.mayEdit ? undefined : t.readOnly;
}

function useAbout(item: Accessor<DocumentItem>): () => string {
  const t = useWords(words);
  return () => {
    const { updatedAt } = item();
    const changed =
      daysBetween(updatedAt, Date.now()) === 0
        ? t().changedToday(clockTime(updatedAt))
        : t().changed(shortDate(language(), updatedAt));
    return `${placeWords(t(), item())}, ${changed}`;
  };
}
