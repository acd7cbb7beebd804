import { createSignal, createUniqueId, For, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { openSessionNote } from '#shared/features/document/catalogue/commands.ts';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { sessionDocuments } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { checkIcon, documentIcon, editIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { LostWords } from '../editing/LostWords.tsx';
import { createOpenDocument, type OpenDocument } from '../editing/open-document.ts';
import { PeopleHere } from '../editing/PeopleHere.tsx';
import { SaveLine } from '../editing/SaveLine.tsx';
import { caretsHidden, toolsPinned } from '../editing/shown-choices.ts';
import { words as editingWords } from '../editing/words.ts';
import { refusalWords } from '../refusal-words.ts';
import styles from './SessionDocuments.module.css';
import { words } from './words.ts';

const DocumentText = lazy(async () => ({
  default: (await import('../editing/DocumentText.tsx')).DocumentText,
}));

export type SessionDocumentsProps = {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  readonly title: string;
  readonly open: DocumentId | undefined;
  readonly onOpen: (documentId: DocumentId | undefined) => void;
};

/** What is written in a session: the one shared note a press away, and whatever else there is. */
export function SessionDocuments(props: SessionDocumentsProps) {
  return (
    <Show when={props.open} fallback={<List {...props} />} keyed>
      {(documentId) => (
        <Opened documentId={documentId} me={props.me} onBack={() => props.onOpen(undefined)} />
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

function Opened(props: {
  readonly documentId: DocumentId;
  readonly me: PersonId;
  readonly onBack: () => void;
}) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  const open = createOpenDocument(props.documentId, props.me);
  return (
    <div class={styles.open}>
      <p>
        <Button look="link" size="small" onClick={() => props.onBack()}>
          {t().back}
        </Button>
      </p>
      <LostWords lost={open.lostWords()} onDone={open.dropLostWords} />
      <Switch>
        <Match when={open.state() === 'open'}>
          <Text open={open} />
        </Match>
        <Match when={open.state() === 'loading'}>
          <Skeleton label={editing().fetching} shapes={['name', 'line', 'line']} />
        </Match>
        <Match when={open.state() === 'gone'}>
          <ErrorState title={editing().gone}>{editing().goneAbout}</ErrorState>
        </Match>
        <Match when={true}>
          <ErrorState
            title={editing().unreachable}
            action={<Button onClick={open.refetch}>{editing().tryAgain}</Button>}
          >
            {editing().unreachableAbout}
          </ErrorState>
        </Match>
      </Switch>
    </div>
  );
}

function Text(props: { readonly open: OpenDocument }) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  const wide = createMediaQuery(WIDE);
  const [writing, setWriting] = createSignal(false);
  const editable = () => props.open.mayWrite() && (wide() || writing());
  const title = () => props.open.about()?.item.title ?? '';
  let wayOut: HTMLHeadingElement | undefined;
  return (
    <>
      <h3 ref={wayOut} class={styles.title} tabindex="-1">
        {title()}
      </h3>
      <div class={styles.status}>
        <SaveLine open={props.open} />
        <PeopleHere others={props.open.others()} />
      </div>
      <Show when={props.open.mayWrite() && !wide()}>
        <Button
          wide
          size={writing() ? 'small' : 'medium'}
          icon={writing() ? checkIcon : editIcon}
          onClick={() => setWriting(!writing())}
        >
          {writing() ? editing().stopWriting : editing().write}
        </Button>
      </Show>
      <Suspense fallback={<Skeleton label={editing().fetching} shapes={['line', 'line']} />}>
        <Show when={props.open.provider()} keyed>
          {(provider) => (
            <DocumentText
              compact
              provider={provider}
              title={title()}
              editable={editable()}
              pinned={toolsPinned.chosen() || !wide()}
              caretsHidden={caretsHidden.chosen()}
              onLeave={() => wayOut?.focus()}
            />
          )}
        </Show>
      </Suspense>
      <p>
        <LinkButton
          look="link"
          size="small"
          href={`/dokument/${props.open.documentId}`}
          target="_blank"
        >
          {t().ownWindow}
        </LinkButton>
      </p>
    </>
  );
}
