import { createSignal, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import { openSessionNote } from '#shared/features/document/catalogue/commands.ts';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { documentList, sessionDocuments } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { editIcon } from '../../../ui/icons.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { DocumentRows } from '../catalogue/DocumentRows.tsx';
import { DocumentSearch } from '../catalogue/DocumentSearch.tsx';
import { refusalWords } from '../refusal-words.ts';
import { choicesIn } from './choices.ts';
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

/** What can be opened in a session: the one shared note a press away, and whatever else one may read. */
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
  const list = createQuery(sessionDocuments, () => ({ sessionId: props.sessionId }));
  const [problem, setProblem] = createSignal<string>();
  const [opening, setOpening] = createSignal(false);
  const items = () => list.value()?.items ?? [];

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
          <Others ofSession={items()} onOpen={props.onOpen} />
        </Match>
      </Switch>
    </div>
  );
}

/** From so many on a list is looked through faster by a word than by eye. */
const SEARCHED_FROM = 9;

/** What else one may read, and so open beside the others. */
function Others(props: {
  readonly ofSession: readonly DocumentItem[];
  readonly onOpen: (documentId: DocumentId) => void;
}) {
  const t = useWords(words);
  const readable = createQuery(documentList, () => ({ trashed: false }));
  const choices = () => choicesIn(props.ofSession, readable.value()?.items ?? []);
  const isLong = () => choices().flatMap(({ items }) => items).length >= SEARCHED_FROM;
  const sections = () => (
    <For each={choices()}>
      {({ nearness, items }) => (
        <Section name={t().nearness[nearness]} items={items} onOpen={props.onOpen} />
      )}
    </For>
  );
  return (
    <>
      <Show when={isLong()} fallback={sections()}>
        <DocumentSearch onOpen={props.onOpen}>{sections()}</DocumentSearch>
      </Show>
      <Show when={readable.state().status === 'loading'}>
        <Skeleton label={t().fetchingOthers} shapes={['name', 'line', 'name', 'line']} />
      </Show>
      <Show when={readable.state().status === 'failed' && !readable.value()}>
        <ErrorState
          title={t().couldNotFetchOthers}
          action={<Button onClick={readable.refetch}>{t().tryAgain}</Button>}
        >
          {t().couldNotFetchAbout}
        </ErrorState>
      </Show>
    </>
  );
}

function Section(props: {
  readonly name: string;
  readonly items: readonly DocumentItem[];
  readonly onOpen: (documentId: DocumentId) => void;
}) {
  const id = createUniqueId();
  return (
    <section>
      <h3 id={id}>{props.name}</h3>
      <DocumentRows items={props.items} labelledBy={id} onOpen={props.onOpen} />
    </section>
  );
}
