import { useNavigate, useParams } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  type JSX,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import { renameDocument, trashDocument } from '#shared/features/document/catalogue/commands.ts';
import { liftQuarantine } from '#shared/features/document/history/commands.ts';
import { freezeDocument, thawDocument } from '#shared/features/document/sharing/commands.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { createInSight } from '../../../platform/in-sight.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { editIcon, lockIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { rememberTrashed } from '../catalogue/just-trashed.ts';
import { placeWords } from '../catalogue/place-words.ts';
import { words as catalogueWords } from '../catalogue/words.ts';
import { refusalWords } from '../refusal-words.ts';
import { ReadersButton } from '../sharing/ReadersSheet.tsx';
import styles from './DocumentPage.module.css';
import { DocumentTools } from './DocumentTools.tsx';
import { GoneDocument } from './GoneDocument.tsx';
import { LostWords } from './LostWords.tsx';
import { createLeadOut } from './lead-out.ts';
import { createOpenDocument, type OpenDocument } from './open-document.ts';
import { PeopleHere } from './PeopleHere.tsx';
import { RenameForm } from './RenameForm.tsx';
import { SaveLine } from './SaveLine.tsx';
import { StandingSigns } from './StandingSigns.tsx';
import { caretsHidden, toolsPinned } from './shown-choices.ts';
import { standingIn } from './standing.ts';
import { WriteDock } from './WriteDock.tsx';
import { words } from './words.ts';

/** The editor is larger than all the rest of a page: it comes when a document is opened, and then stays. */
const DocumentText = lazy(async () => ({
  default: (await import('./DocumentText.tsx')).DocumentText,
}));

/** `/dokument/:documentId`. Another document is another page. */
export function DocumentPage(props: {
  readonly me: PersonId;
  /** The tab's name follows the document's. */
  readonly onTitle: (title: string) => void;
  /** What the document answers, said by the slice that knows. */
  readonly answers?: (documentId: DocumentId) => JSX.Element;
}) {
  const params = useParams<{ documentId: string }>();
  return (
    <Show when={params.documentId as DocumentId} keyed>
      {(documentId) => <Opened documentId={documentId} {...props} />}
    </Show>
  );
}

function Opened(props: {
  readonly documentId: DocumentId;
  readonly me: PersonId;
  readonly onTitle: (title: string) => void;
  readonly answers?: (documentId: DocumentId) => JSX.Element;
}) {
  const t = useWords(words);
  live.start(props.me);
  const open = createOpenDocument(props.documentId, props.me);
  const leadOut = createLeadOut(open);
  createEffect(() => {
    const title = open.about()?.item.title;
    if (title !== undefined) props.onTitle(title);
  });
  const incident = (id: string | undefined) =>
    id ? { id, copyLabel: t().copyIncident, copiedLabel: t().copied } : undefined;
  // Made once, and told once, whichever page it stands on.
  const lost = (
    <LostWords
      lost={open.lostWords()}
      onDone={() => {
        open.dropLostWords();
        leadOut.lead();
      }}
    />
  );
  return (
    <div ref={leadOut.page} class={styles.whole}>
      <Switch>
        <Match when={open.state() === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'line', 'line']} />
        </Match>
        <Match when={open.state() === 'gone'}>
          <PageHeader title={t().document} />
          {lost}
          <GoneDocument
            documentId={props.documentId}
            onTakenBack={open.refetch}
            wasOpen={open.wasOpen()}
          />
        </Match>
        <Match when={open.state() === 'too-old'}>
          <PageHeader title={t().document} />
          {lost}
          <Failed title={t().tooOld} about={t().tooOldAbout} onRetry={open.refetch} />
        </Match>
        <Match when={open.state() === 'unreachable'}>
          <PageHeader title={t().document} />
          {lost}
          <Failed
            title={t().unreachable}
            about={t().unreachableAbout}
            incident={incident(open.incident())}
            onRetry={open.refetch}
          />
        </Match>
        <Match when={open.about()}>
          <Page open={open} lost={lost} answers={props.answers?.(props.documentId)} />
        </Match>
      </Switch>
    </div>
  );
}

function Failed(props: {
  readonly title: string;
  readonly about: string;
  readonly incident?: { id: string; copyLabel: string; copiedLabel: string } | undefined;
  readonly onRetry: () => void;
}) {
  const t = useWords(words);
  return (
    <ErrorState
      title={props.title}
      incident={props.incident}
      action={
        <Button look="filled" onClick={() => props.onRetry()}>
          {t().tryAgain}
        </Button>
      }
    >
      {props.about}
    </ErrorState>
  );
}

function Page(props: {
  readonly open: OpenDocument;
  readonly lost: JSX.Element;
  readonly answers: JSX.Element;
}) {
  const t = useWords(words);
  const catalogue = useWords(catalogueWords);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const wide = createMediaQuery(WIDE);
  // On a phone one reads first, and never writes with a thumb that meant to scroll.
  const [writing, setWriting] = createSignal(false);
  const [renaming, setRenaming] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  const [text, setText] = createSignal<{ readonly write: () => void }>();
  const standing = createMemo(() => standingIn(props.open, text() !== undefined));
  const saveLine = createInSight();
  const locks = createInSight();
  const about = () => props.open.about();
  const item = () => about()?.item;
  const rights = () => about()?.rights;
  const setAside = () => about()?.quarantined ?? false;
  const place = () => {
    const known = item();
    return known && placeWords(catalogue(), known);
  };
  const editable = () => props.open.mayWrite() && (wide() || writing());
  const toolsAtEdge = () => {
    if (!editable()) return undefined;
    if (!wide()) return 'row';
    return toolsPinned.chosen() ? 'rows' : undefined;
  };
  const { documentId } = props.open;
  let renameButton: HTMLButtonElement | undefined;
  let wayOut: HTMLHeadingElement | undefined;

  async function rename(title: string): Promise<void> {
    setRenaming(false);
    queueMicrotask(() => renameButton?.focus());
    if (title === '' || title === item()?.title) return;
    const outcome = await live.send(renameDocument, { documentId, title });
    if (outcome.ok) props.open.tellRenamed();
    tell(outcome);
  }
  async function setFrozen(frozen: boolean): Promise<void> {
    tell(await live.send(frozen ? freezeDocument : thawDocument, { documentId }));
  }
  async function lift(): Promise<void> {
    tell(await live.send(liftQuarantine, { documentId }));
  }
  async function trash(): Promise<void> {
    const outcome = await live.send(trashDocument, { documentId });
    if (!outcome.ok) return tell(outcome);
    rememberTrashed({ documentId, title: item()?.title ?? '' });
    navigate('/dokumenter');
  }
  function tell(outcome: { ok: true } | { ok: false; refusal: keyof ReturnType<typeof refusals> }) {
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (!outcome.ok) announce(refusals()[outcome.refusal]);
    props.open.refetch();
  }

  /** Beside the title; on a phone among the tools, where it takes no line of its own. */
  const beginToRename = () => (
    <Show when={!renaming() && item()?.mayEdit && props.open.mayWrite()}>
      <Button
        ref={renameButton}
        look="quiet"
        size="small"
        icon={wide() ? editIcon : undefined}
        onClick={() => setRenaming(true)}
      >
        {t().rename}
      </Button>
    </Show>
  );

  return (
    <article class={styles.page}>
      <header class={styles.top}>
        <p class={styles.above}>{place()}</p>
        <Show
          when={renaming()}
          fallback={
            <div class={styles.titleLine}>
              {/* Esc leads here, out of the text. */}
              <h1 ref={wayOut} tabindex="-1">
                {item()?.title}
              </h1>
              <Show when={wide()}>{beginToRename()}</Show>
            </div>
          }
        >
          <RenameForm title={item()?.title ?? ''} onSave={rename} onCancel={() => rename('')} />
        </Show>
        <div class={styles.status}>
          <Show when={!setAside()}>
            <span ref={saveLine.watch} class={styles.standing}>
              <SaveLine standing={standing()} />
            </span>
          </Show>
          <ReadersButton documentId={documentId} mayShare={rights()?.share ?? false} />
          <PeopleHere others={props.open.others()} />
          <DocumentTools open={props.open} onFreeze={setFrozen} onTrash={trash}>
            <Show when={!wide()}>{beginToRename()}</Show>
          </DocumentTools>
        </div>
      </header>
      {props.lost}
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      {props.answers}
      <div ref={locks.watch}>
        <Show when={item()?.handedIn}>
          <div class={styles.notice}>
            <Banner icon={lockIcon} title={`${t().handedIn}.`}>
              {t().handedInAbout}
            </Banner>
          </div>
        </Show>
        <Show when={item()?.frozen}>
          <div class={styles.notice}>
            <Banner icon={lockIcon} title={`${t().frozen}.`}>
              {t().frozenAbout}
            </Banner>
          </div>
        </Show>
      </div>
      <Show when={setAside()}>
        <div class={styles.notice}>
          <Banner
            title={`${t().quarantined}.`}
            action={
              <Show when={rights()?.lift}>
                <Button size="small" onClick={lift}>
                  {t().lift}
                </Button>
              </Show>
            }
          >
            {t().quarantinedAbout}
          </Banner>
        </div>
      </Show>
      <Suspense fallback={<Skeleton label={t().fetching} shapes={['line', 'line', 'line']} />}>
        <Show when={!setAside() && props.open.provider()} keyed>
          {(provider) => (
            <DocumentText
              documentId={documentId}
              provider={provider}
              pictures={props.open.pictures}
              title={item()?.title ?? ''}
              editable={editable()}
              mayBegin={props.open.mayWrite()}
              pinned={toolsPinned.chosen() || !wide()}
              caretsHidden={caretsHidden.chosen()}
              signs={
                <StandingSigns
                  standing={standing()}
                  lineInSight={saveLine.inSight()}
                  writing={editable()}
                  tools={toolsAtEdge()}
                  frozen={item()?.frozen ?? false}
                  handedIn={item()?.handedIn ?? false}
                  locksInSight={locks.inSight()}
                />
              }
              onShown={(write) => setText({ write })}
              onLeave={() => wayOut?.focus()}
              onReopen={props.open.reopen}
            />
          )}
        </Show>
      </Suspense>
      <Show when={props.open.mayWrite() && !wide()}>
        <WriteDock
          writing={writing()}
          onWrite={() => {
            setWriting(true);
            text()?.write();
          }}
          onDone={() => setWriting(false)}
        />
      </Show>
    </article>
  );
}
