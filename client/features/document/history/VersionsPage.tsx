import { useParams, useSearchParams } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { nameVersion, restoreVersion } from '#shared/features/document/history/commands.ts';
import { type DocumentVersion, VERSION_NAME_MAX } from '#shared/features/document/history/model.ts';
import { documentVersions, versionState } from '#shared/features/document/history/queries.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { clockTime, shortDate } from '../../../platform/dates.ts';
import { fromBase64 } from '../../../platform/document-copy.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { createOpenDocument, type OpenDocument } from '../editing/open-document.ts';
import { words as editingWords } from '../editing/words.ts';
import { refusalWords } from '../refusal-words.ts';
import { Authors } from './Authors.tsx';
import { type Block, blocksOf, blocksOfState } from './blocks.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { changesIn, differenceOf } from './difference.ts';
import styles from './VersionsPage.module.css';
import { VersionThread } from './VersionThread.tsx';
import { words } from './words.ts';

/** `/dokument/:documentId/versjoner`: the thread of versions, and what has changed since one of them. */
export function VersionsPage(props: { readonly me: PersonId }) {
  const params = useParams<{ documentId: string }>();
  return (
    <Show when={params.documentId as DocumentId} keyed>
      {(documentId) => <Opened documentId={documentId} me={props.me} />}
    </Show>
  );
}

function Opened(props: { readonly documentId: DocumentId; readonly me: PersonId }) {
  const t = useWords(words);
  const editing = useWords(editingWords);
  live.start(props.me);
  const open = createOpenDocument(props.documentId, props.me);
  const seesNothing = () => open.state() === 'gone' || open.about()?.rights.history === false;
  return (
    <Switch>
      <Match when={seesNothing()}>
        <ErrorState
          level={1}
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
        <Versions open={open} />
      </Match>
      <Match when={true}>
        <ErrorState
          level={1}
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

export const momentWords = (at: number): string => `${shortDate(language(), at)} ${clockTime(at)}`;

function Versions(props: { readonly open: OpenDocument }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const [search] = useSearchParams<{ versjon?: string }>();
  const { documentId } = props.open;
  const list = createQuery(documentVersions, () => ({ documentId }));
  const [problem, setProblem] = createSignal<string>();
  const versions = () => list.value()?.versions ?? [];
  const chosen = createMemo(() => {
    const all = versions();
    return (
      all.find(({ versionId }) => versionId === search.versjon) ?? newestWithName(all) ?? all[0]
    );
  });
  const rights = () => props.open.about()?.rights;

  async function restore(version: DocumentVersion): Promise<void> {
    const { versionId } = version;
    const outcome = await live.send(restoreVersion, { documentId, versionId });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().restored);
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
      </p>
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
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
          <div class={styles.columns}>
            <div>
              <Show
                when={chosen()}
                fallback={<EmptyState title={t().none}>{t().noneAbout}</EmptyState>}
                keyed
              >
                {(version) => <Compared open={props.open} version={version} />}
              </Show>
              <Show when={chosen() && rights()?.restore}>
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
              </Show>
            </div>
            <div class={styles.side}>
              <VersionThread
                documentId={documentId}
                versions={versions()}
                chosen={chosen()?.versionId}
              />
              <Show when={rights()?.edit}>
                <NameForm onName={name} />
              </Show>
              <Show when={rights()?.authorship}>
                <Authors documentId={documentId} kind={props.open.about()?.item.kind} />
              </Show>
            </div>
          </div>
        </Match>
      </Switch>
    </div>
  );
}

const newestWithName = (all: readonly DocumentVersion[]) => all.find(({ name }) => name !== null);

/** One version beside the text of now, which goes on changing while one looks. */
function Compared(props: { readonly open: OpenDocument; readonly version: DocumentVersion }) {
  const t = useWords(words);
  const [plain, setPlain] = createSignal(false);
  const kept = createQuery(versionState, () => ({
    documentId: props.open.documentId,
    versionId: props.version.versionId,
  }));
  const now = createBlocks(props.open);
  const before = createMemo<readonly Block[] | undefined>(() => {
    const state = kept.value()?.state;
    return typeof state === 'string' ? blocksOfState(fromBase64(state)) : undefined;
  });
  const difference = createMemo(() => {
    const earlier = before();
    return earlier && differenceOf(earlier, now());
  });
  const title = () =>
    props.version.name === null
      ? t().atAndNow(momentWords(props.version.at))
      : t().andNow(props.version.name);
  return (
    <article class={styles.compared} aria-labelledby="compared">
      <header class={styles.head}>
        <div>
          <h2 id="compared">{title()}</h2>
          <Show when={difference()}>
            {(found) => (
              <p class={styles.about}>
                {momentWords(props.version.at)}. {t().changes(changesIn(found()))}
              </p>
            )}
          </Show>
        </div>
        <fieldset class={styles.views}>
          <legend class="visually-hidden">{t().view}</legend>
          <Button size="small" aria-pressed={!plain()} onClick={() => setPlain(false)}>
            {t().difference}
          </Button>
          <Button size="small" aria-pressed={plain()} onClick={() => setPlain(true)}>
            {t().plain}
          </Button>
        </fieldset>
      </header>
      <Switch>
        <Match when={kept.state().status === 'failed'}>
          <ErrorState
            title={t().couldNotFetch}
            action={<Button onClick={kept.refetch}>{t().tryAgain}</Button>}
          >
            {t().couldNotFetchAbout}
          </ErrorState>
        </Match>
        <Match when={plain() && before()}>{(blocks) => <DifferenceView blocks={blocks()} />}</Match>
        <Match when={difference()}>{(found) => <DifferenceView differences={found()} />}</Match>
        <Match when={true}>
          <Skeleton label={t().fetching} shapes={['heading', 'line', 'line']} />
        </Match>
      </Switch>
    </article>
  );
}

/** A breath between a change and the next comparison: others may be typing. */
const COMPARE_AFTER_MS = 500;

function createBlocks(open: OpenDocument) {
  const [blocks, setBlocks] = createSignal<readonly Block[]>([]);
  createEffect(
    on(open.provider, ({ doc }) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const read = () => setBlocks(blocksOf(doc));
      const readSoon = () => {
        clearTimeout(timer);
        timer = setTimeout(read, COMPARE_AFTER_MS);
      };
      read();
      doc.on('update', readSoon);
      onCleanup(() => {
        clearTimeout(timer);
        doc.off('update', readSoon);
      });
    }),
  );
  return blocks;
}

function NameForm(props: { readonly onName: (name: string) => Promise<boolean> }) {
  const t = useWords(words);
  const [naming, setNaming] = createSignal(false);
  const [name, setName] = createSignal('');
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name().trim() === '' || !(await props.onName(name().trim()))) return;
    setName('');
    setNaming(false);
  }
  return (
    <Show
      when={naming()}
      fallback={
        <p>
          <Button size="small" onClick={() => setNaming(true)}>
            {t().nameNow}
          </Button>
        </p>
      }
    >
      <form class={styles.name} onSubmit={save}>
        <Field
          label={t().name}
          value={name()}
          maxlength={VERSION_NAME_MAX}
          autocomplete="off"
          ref={(input) => queueMicrotask(() => input.focus())}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <p class={styles.ways}>
          <Button type="submit">{t().save}</Button>
          <Button look="quiet" onClick={() => setNaming(false)}>
            {t().cancel}
          </Button>
        </p>
      </form>
    </Show>
  );
}
