import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import { openSessionNote } from '#shared/features/document/catalogue/commands.ts';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { sessionDocuments } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { documentIcon, editIcon } from '../../../ui/icons.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { refusalWords } from '../refusal-words.ts';
import { OpenedDocument } from './OpenedDocument.tsx';
import styles from './SessionDocuments.module.css';
import { words } from './words.ts';

export type SessionDocumentsProps = {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly title: string;
  readonly open: DocumentId | undefined;
  readonly onOpen: (documentId: DocumentId | undefined) => void;
  /** Lays the open document on the stage's sheet, where there is one, and takes it back to the panel. */
  readonly sheet: { readonly isLaid: boolean; readonly lay: (laid: boolean) => void } | undefined;
};

/** What is written in a session: the one shared note a press away, and whatever else there is. */
export function SessionDocuments(props: SessionDocumentsProps) {
  const t = useWords(words);
  return (
    <Show when={props.open} fallback={<List {...props} />} keyed>
      {(documentId) => (
        <div class={styles.open}>
          <p class={styles.ways}>
            <Button look="link" size="small" onClick={() => props.onOpen(undefined)}>
              {t().back}
            </Button>
            <Show when={props.sheet && !props.sheet.isLaid}>
              <Button look="link" size="small" onClick={() => props.sheet?.lay(true)}>
                {t().layOnSheet}
              </Button>
            </Show>
          </p>
          <Show
            when={props.sheet?.isLaid}
            fallback={<OpenedDocument documentId={documentId} me={props.me} level="h3" />}
          >
            <p>{t().liesOnSheet}</p>
            <Button onClick={() => props.sheet?.lay(false)}>{t().takeBack}</Button>
          </Show>
        </div>
      )}
    </Show>
  );
}

function List(props: SessionDocumentsProps) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const id = createUniqueId();
  const list = createQuery(sessionDocuments, () => ({ sessionId: props.sessionId }));
  const [problem, setProblem] = createSignal<string>();
  const [opening, setOpening] = createSignal(false);
  const items = () => list.value()?.items ?? [];
  const others = () => items().filter((item) => !item.isNote);

  async function openNote(): Promise<void> {
    const note = items().find((item) => item.isNote);
    if (note) return props.onOpen(note.documentId);
    if (opening()) return;
    setOpening(true);
    const { sessionId } = props;
    const title = t().noteTitle(props.title);
    const outcome = await live.send(openSessionNote, { sessionId, title });
    setOpening(false);
    if (outcome.ok) props.onOpen(outcome.value.documentId);
    else setProblem(refusals()[outcome.refusal]);
  }
  return (
    <div class={styles.list}>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <Switch>
        <Match when={list.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line']} />
        </Match>
        <Match when={list.state().status === 'failed' && !list.value()}>
          <ErrorState
            title={t().couldNotFetch}
            action={<Button onClick={list.refetch}>{t().tryAgain}</Button>}
          >
            {t().couldNotFetchAbout}
          </ErrorState>
        </Match>
        <Match when={list.value()}>
          <Button wide icon={editIcon} onClick={openNote}>
            {t().openNote}
          </Button>
          <p class={styles.about}>{t().noteAbout}</p>
          <Show when={others().length > 0}>
            <h3 id={id}>{t().others}</h3>
            <ul aria-labelledby={id}>
              <For each={others()}>{(item) => <Other item={item} onOpen={props.onOpen} />}</For>
            </ul>
          </Show>
        </Match>
      </Switch>
    </div>
  );
}

function Other(props: {
  readonly item: DocumentItem;
  readonly onOpen: (documentId: DocumentId) => void;
}) {
  return (
    <li>
      <Button look="quiet" icon={documentIcon} onClick={() => props.onOpen(props.item.documentId)}>
        {props.item.title}
      </Button>
    </li>
  );
}
