import { useParams, useSearchParams } from '@solidjs/router';
import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  Show,
  Switch,
} from 'solid-js';
import { nameVersion, restoreVersion } from '#shared/features/document/history/commands.ts';
import type { DocumentVersion } from '#shared/features/document/history/model.ts';
import { documentVersions } from '#shared/features/document/history/queries.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { GoneDocument } from '../editing/GoneDocument.tsx';
import { createOpenDocument, type OpenDocument } from '../editing/open-document.ts';
import { words as editingWords } from '../editing/words.ts';
import { refusalWords } from '../refusal-words.ts';
import { ReadersButton } from '../sharing/ReadersSheet.tsx';
import { Authors } from './Authors.tsx';
import { Compared } from './Compared.tsx';
import { NameVersion } from './NameVersion.tsx';
import type { Landmark } from './thread.ts';
import styles from './VersionsPage.module.css';
import { VersionThread } from './VersionThread.tsx';
import { WhoWroteNow } from './WhoWroteViews.tsx';
import { words } from './words.ts';

/** `/dokument/:documentId/versjoner`: the thread of versions, and what has changed since one of them. */
export function VersionsPage(props: {
  readonly me: PersonId;
  /** What others know to have happened to a text, for those whose it is. */
  readonly landmarks: LandmarksOf;
}) {
  const params = useParams<{ documentId: string }>();
  return (
    <Show when={params.documentId as DocumentId} keyed>
      {(documentId) => <Opened {...props} documentId={documentId} />}
    </Show>
  );
}

type LandmarksOf = (documentId: DocumentId) => Accessor<readonly Landmark[]>;

function Opened(props: {
  readonly documentId: DocumentId;
  readonly me: PersonId;
  readonly landmarks: LandmarksOf;
}) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  live.start(props.me);
  const open = createOpenDocument(props.documentId, props.me);
  const seesNothing = () => open.about()?.rights.history === false;
  return (
    <Switch>
      <Match when={open.state() === 'gone'}>
        <PageHeader title={t().versions} />
        <GoneDocument documentId={props.documentId} onTakenBack={open.refetch} />
      </Match>
      <Match when={seesNothing()}>
        <PageHeader title={t().versions} />
        <ErrorState
          title={editing().gone}
          action={<LinkButton href="/dokumenter">{editing().toDocuments}</LinkButton>}
        >
          {editing().goneAbout}
        </ErrorState>
      </Match>
      <Match when={open.state() === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'line']} />
      </Match>
      <Match when={open.state() === 'open'}>
        <Versions open={open} landmarks={props.landmarks} />
      </Match>
      <Match when={true}>
        <PageHeader title={t().versions} />
        <ErrorState
          title={t().couldNotFetch}
          action={
            <Button look="filled" onClick={open.refetch}>
              {t().tryAgain}
            </Button>
          }
        >
          {t().couldNotFetchAbout}
        </ErrorState>
      </Match>
    </Switch>
  );
}

function Versions(props: { readonly open: OpenDocument; readonly landmarks: LandmarksOf }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [search] = useSearchParams<{ versjon?: string }>();
  const { documentId } = props.open;
  const list = createQuery(documentVersions, () => ({ documentId }));
  const [problem, setProblem] = createSignal<string>();
  const [done, setDone] = createSignal<string>();
  const [changes, setChanges] = createSignal<number>();
  const [whoNow, setWhoNow] = createSignal(false);
  const versions = () => list.value()?.versions ?? [];
  const chosen = createMemo(() => {
    const all = versions();
    return (
      all.find(({ versionId }) => versionId === search.versjon) ?? newestWithName(all) ?? all[0]
    );
  });
  const rights = () => props.open.about()?.rights;
  const isOwn = createMemo(() => rights()?.authorship ?? false);
  const landmarks = createMemo(() => (isOwn() ? props.landmarks(documentId) : undefined));
  // Choosing a version is wanting to see it.
  createEffect(
    on(
      () => chosen()?.versionId,
      () => setWhoNow(false),
      { defer: true },
    ),
  );
  createEffect(
    on(
      () => search.versjon,
      () => setDone(undefined),
      { defer: true },
    ),
  );
  function showWhoNow(): void {
    setWhoNow(true);
    queueMicrotask(() =>
      document.getElementById('who-wrote')?.scrollIntoView({ block: 'nearest' }),
    );
    announce(t().whoNow);
  }

  /** Where nothing has changed there is nothing to bring back. What is not known yet is as it was a moment ago. */
  const differs = createMemo<boolean>((before) => {
    const found = changes();
    return found === undefined ? before : found > 0;
  }, false);
  let said: HTMLParagraphElement | undefined;

  async function restore(version: DocumentVersion): Promise<void> {
    const { versionId } = version;
    const outcome = await live.send(restoreVersion, { documentId, versionId });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    setDone(outcome.ok ? (outcome.value.kept ? t().restored : t().sameAlready) : undefined);
    if (outcome.ok) said?.focus();
    list.refetch();
  }
  async function name(text: string): Promise<boolean> {
    const outcome = await live.send(nameVersion, { documentId, name: text });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().named(text));
    list.refetch();
    return outcome.ok;
  }
  return (
    <div class={styles.page}>
      <PageHeader above={props.open.about()?.item.title} title={t().versions} />
      <p class={styles.back}>
        <LinkButton look="quiet" href={`/dokument/${documentId}`}>
          {t().backToDocument}
        </LinkButton>
        <ReadersButton documentId={documentId} mayShare={rights()?.share ?? false} />
      </p>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      {/* The button that was pressed goes away with what there was to bring back. */}
      <Show when={done()}>
        {(words) => (
          <p ref={said} tabindex="-1" class={styles.done}>
            {words()}
          </p>
        )}
      </Show>
      <Switch>
        <Match when={list.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'line']} />
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
          {/* Above the text, however long that is. */}
          <Show when={chosen() && !whoNow() && rights()?.restore && differs()}>
            <div class={styles.restoring}>
              <p class={styles.promise}>{t().restoreAbout}</p>
              <p class={styles.restore} data-dock>
                <Button
                  look="filled"
                  onClick={() => {
                    const version = chosen();
                    if (version) void restore(version);
                  }}
                >
                  {t().restore}
                </Button>
              </p>
            </div>
          </Show>
          <div class={styles.columns}>
            <div>
              <Switch
                fallback={
                  // What was handed in hangs on the thread all the same.
                  <Show
                    when={landmarks()?.().length}
                    fallback={<EmptyState title={t().none}>{t().noneAbout}</EmptyState>}
                  >
                    <EmptyState title={t().noOthers}>{t().noOthersAbout}</EmptyState>
                  </Show>
                }
              >
                <Match when={whoNow()}>
                  <WhoWroteNow open={props.open} onClose={() => setWhoNow(false)} />
                </Match>
                <Match when={chosen()} keyed>
                  {(version) => (
                    <Compared open={props.open} version={version} onCompared={setChanges} />
                  )}
                </Match>
              </Switch>
            </div>
            <div class={styles.side}>
              <VersionThread
                documentId={documentId}
                versions={versions()}
                landmarks={landmarks()?.() ?? []}
                chosen={chosen()?.versionId}
              />
              <Show when={rights()?.edit}>
                <NameVersion onName={name} />
              </Show>
              <Show when={rights()?.authorship}>
                <Authors
                  documentId={documentId}
                  kind={props.open.about()?.item.kind}
                  newest={versions()[0]?.versionId}
                  onShow={showWhoNow}
                />
              </Show>
            </div>
          </div>
        </Match>
      </Switch>
    </div>
  );
}

const newestWithName = (all: readonly DocumentVersion[]) => all.find(({ name }) => name !== null);
