import { useNavigate, useSearchParams } from '@solidjs/router';
import {
  createEffect,
  createSignal,
  createUniqueId,
  For,
  Match,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import { takeBackDocument } from '#shared/features/document/catalogue/commands.ts';
import type { DocumentItem } from '#shared/features/document/catalogue/model.ts';
import { documentList } from '#shared/features/document/catalogue/queries.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { shortDate } from '../../../platform/dates.ts';
import { openDeviceStore } from '../../../platform/device-store.ts';
import { language, useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { markOwnDevice } from '../../../platform/own-device.ts';
import { isOwnDevice } from '../../../platform/own-device-mark.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { editIcon, offlineIcon, trashIcon } from '../../../ui/icons.ts';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { UndoStrip } from '../../../ui/UndoStrip.tsx';
import { askWho, watchSignIn } from '../../identity/public.ts';
import { documentsHere } from '../editing/kept-about.ts';
import { refusalWords } from '../refusal-words.ts';
import { DocumentRows } from './DocumentRows.tsx';
import { DocumentSearch } from './DocumentSearch.tsx';
import styles from './DocumentsPage.module.css';
import { justTrashed, rememberTrashed } from './just-trashed.ts';
import { NewDocumentSheet } from './NewDocumentSheet.tsx';
import { SECTION_ORDER, type Section as SectionName, sectionOf } from './sections.ts';
import { words } from './words.ts';

/** `/dokumenter`: everything that one may read, by kind; `?vis=papirkurven` is what can be taken back. */
export function DocumentsPage(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  const navigate = useNavigate();
  const [search] = useSearchParams<{ vis?: string }>();
  const inTrash = () => search.vis === 'papirkurven';
  live.start(props.me);
  const list = createQuery(documentList, () => ({ trashed: inTrash() }));
  watchSignIn(list.state);
  /** A document gets its place, and with it its rights, from the server. */
  const isOffline = () => {
    const now = list.state();
    return now.status === 'failed' && now.refusal === 'offline';
  };
  const [creating, setCreating] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();

  async function takeBack(documentId: DocumentId, title: string): Promise<void> {
    rememberTrashed(undefined);
    const outcome = await live.send(takeBackDocument, { documentId });
    setProblem(outcome.ok ? undefined : refusals()[outcome.refusal]);
    if (outcome.ok) announce(t().takenBack(title));
    list.refetch();
  }
  return (
    <div class={styles.page}>
      <PageHeader title={inTrash() ? t().trash : t().documents} />
      <Show when={problem()}>
        {(said) => (
          <p class={styles.problem} role="alert">
            {said()}
          </p>
        )}
      </Show>
      <Show
        when={!inTrash()}
        fallback={
          <Trash list={list} onTakeBack={(item) => takeBack(item.documentId, item.title)} />
        }
      >
        <p class={styles.new} data-dock>
          <Button
            look={isOffline() ? 'plain' : 'filled'}
            icon={editIcon}
            aria-disabled={isOffline() ? 'true' : undefined}
            aria-describedby={isOffline() ? 'new-offline' : undefined}
            onClick={() => !isOffline() && setCreating(true)}
          >
            {t().newDocument}
          </Button>
          <Show when={isOffline()}>
            <span id="new-offline">{t().newOffline}</span>
          </Show>
        </p>
        <DocumentSearch>
          <Listed list={list} me={props.me} />
        </DocumentSearch>
        <p class={styles.further}>
          <LinkButton look="quiet" icon={trashIcon} href="/dokumenter?vis=papirkurven">
            {t().toTrash}
          </LinkButton>
        </p>
        <OwnDevice me={props.me} />
        <NewDocumentSheet
          open={creating()}
          onOpenChange={setCreating}
          onMade={(documentId) => navigate(`/dokument/${documentId}`)}
        />
      </Show>
      <Show when={justTrashed()} keyed>
        {(trashed) => (
          <div class={styles.strip}>
            <UndoStrip
              undoLabel={t().undo}
              onUndo={() => takeBack(trashed.documentId, trashed.title)}
              onDone={() => rememberTrashed(undefined)}
            >
              {t().trashed(trashed.title)}
            </UndoStrip>
          </div>
        )}
      </Show>
    </div>
  );
}

type List = LiveQuery<{ items: DocumentItem[] }>;

function Listed(props: { readonly list: List; readonly me: PersonId }) {
  const t = useWords(words);
  const [here, setHere] = createSignal<readonly DocumentItem[]>([]);
  const failure = () => {
    const now = props.list.state();
    return now.status === 'failed' && now;
  };
  // Without the server there may be something on the device.
  createEffect(() => {
    if (!failure() || props.list.value()) return;
    openDeviceStore(props.me)
      .then(documentsHere)
      .then((kept) => setHere(kept.map(({ about }) => about.item)));
  });
  const items = () => props.list.value()?.items ?? (failure() ? here() : []);
  const of = (section: SectionName) => items().filter((item) => sectionOf(item) === section);
  const nameOf = (section: SectionName) => {
    const isSeveral = new Set(of(section).map(({ place }) => place)).size > 1;
    return section === 'group' && isSeveral ? t().yourGroups : t().sections[section];
  };
  return (
    <Switch>
      <Match when={props.list.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'name', 'line']} />
      </Match>
      <Match when={failure() && items().length === 0}>
        <Failed list={props.list} />
      </Match>
      <Match when={items().length === 0}>
        <EmptyState title={t().none}>{t().noneAbout}</EmptyState>
      </Match>
      <Match when={items().length > 0}>
        <Show when={failure()}>
          <div class={styles.notice}>
            <Banner icon={offlineIcon} title={props.list.value() ? t().outdated : t().offline}>
              {props.list.value() ? t().outdatedAbout : t().offlineAbout}
            </Banner>
          </div>
        </Show>
        <For each={SECTION_ORDER}>
          {(section) => (
            <Show when={of(section).length > 0}>
              <Section name={nameOf(section)} items={of(section)} />
            </Show>
          )}
        </For>
      </Match>
    </Switch>
  );
}

function Section(props: { readonly name: string; readonly items: readonly DocumentItem[] }) {
  const id = createUniqueId();
  return (
    <section class={styles.kind}>
      <h2 id={id}>{props.name}</h2>
      <DocumentRows items={props.items} labelledBy={id} />
    </section>
  );
}

function Trash(props: { readonly list: List; readonly onTakeBack: (item: DocumentItem) => void }) {
  const t = useWords(words);
  const id = createUniqueId();
  const failed = () => props.list.state().status === 'failed' && !props.list.value();
  return (
    <>
      <p class={styles.further}>
        <LinkButton look="quiet" href="/dokumenter">
          {t().backToDocuments}
        </LinkButton>
      </p>
      <Switch>
        <Match when={props.list.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['name', 'line', 'name', 'line']} />
        </Match>
        <Match when={failed()}>
          <Failed list={props.list} />
        </Match>
        <Match when={props.list.value()?.items.length === 0}>
          <EmptyState title={t().trashEmpty}>{t().trashEmptyAbout}</EmptyState>
        </Match>
        <Match when={props.list.value()}>
          {(value) => (
            <section>
              <p id={id} class={styles.about}>
                {t().trashAbout}
              </p>
              <DocumentRows
                items={value().items}
                labelledBy={id}
                link={false}
                about={(item) =>
                  item.goneAt === null ? '' : t().goneOn(shortDate(language(), item.goneAt))
                }
                after={(item) => (
                  <Button
                    size="small"
                    aria-label={t().takeBackNamed(item.title)}
                    onClick={() => props.onTakeBack(item)}
                  >
                    {t().takeBack}
                  </Button>
                )}
              />
            </section>
          )}
        </Match>
      </Switch>
    </>
  );
}

function Failed(props: { readonly list: List }) {
  const t = useWords(words);
  const incident = () => {
    const now = props.list.state();
    const id = now.status === 'failed' ? now.incident : undefined;
    return id ? { id, copyLabel: t().copyIncident, copiedLabel: t().copied } : undefined;
  };
  return (
    <ErrorState
      title={t().couldNotFetch}
      incident={incident()}
      action={<Button onClick={props.list.refetch}>{t().tryAgain}</Button>}
    >
      {t().couldNotFetchAbout}
    </ErrorState>
  );
}

/** Whether what one opens may stay here (F49). */
function OwnDevice(props: { readonly me: PersonId }) {
  const t = useWords(words);
  const id = createUniqueId();
  const [own, setOwn] = createSignal(isOwnDevice(props.me));
  let here = true;
  onCleanup(() => {
    here = false;
  });
  async function mark(now: boolean): Promise<void> {
    await markOwnDevice(props.me, now);
    // Whose it is goes with the copies, for the next cold start.
    if (now) await askWho();
    if (here) setOwn(now);
  }
  return (
    <div class={styles.device}>
      <label class={styles.deviceChoice}>
        <input
          type="checkbox"
          checked={own()}
          aria-describedby={id}
          onChange={(event) => mark(event.currentTarget.checked)}
        />
        {t().ownDevice}
      </label>
      <p id={id}>{t().ownDeviceAbout}</p>
    </div>
  );
}
