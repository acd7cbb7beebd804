import { useParams } from '@solidjs/router';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  Index,
  Match,
  Show,
  Switch,
} from 'solid-js';
import { aboutAssignment } from '#shared/features/assignment/assignment/queries.ts';
import type { AssignmentId, PersonId } from '#shared/kernel/ids.ts';
import { inARow, language, useWords } from '../../platform/language.ts';
import { live } from '../../platform/live.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Card } from '../../ui/Card.tsx';
import { editIcon, offlineIcon } from '../../ui/icons.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { watchSignIn } from '../identity/public.ts';
import styles from './Assignment.module.css';
import type { About } from './answers.ts';
import { Failed } from './Failed.tsx';
import { whomToAsk } from './groupless-words.ts';
import { PaperCard } from './PaperCard.tsx';
import { PaperStatus } from './PaperStatus.tsx';
import { PapersTable } from './PapersTable.tsx';
import { due } from './when.ts';
import { words } from './words.ts';

/** While a text is written in, whether it has changed is to be seen before anybody confirms it. */
const WRITTEN_IN_MS = 2_000;
const FRESH_MS = 20_000;

/** `/oppgave/:assignmentId`: the brief, and beside it how far one has come; for a teacher, all of them. */
export function AssignmentPage(props: {
  readonly me: PersonId;
  readonly onTitle: (title: string) => void;
}) {
  const params = useParams<{ assignmentId: string }>();
  return (
    <Show when={params.assignmentId as AssignmentId} keyed>
      {(assignmentId) => <Opened assignmentId={assignmentId} {...props} />}
    </Show>
  );
}

function Opened(props: {
  readonly assignmentId: AssignmentId;
  readonly me: PersonId;
  readonly onTitle: (title: string) => void;
}) {
  const t = useWords(words);
  live.start(props.me);
  const query = createQuery(aboutAssignment, () => ({ assignmentId: props.assignmentId }));
  const isWrittenIn = createMemo(
    () =>
      query.value()?.papers.some(({ text, state }) => text !== null && state.handedIn === null) ??
      false,
  );
  createEffect(() => refetchEvery(isWrittenIn() ? WRITTEN_IN_MS : FRESH_MS, query));
  watchSignIn(query.state);
  const [slot, setSlot] = createSignal<HTMLElement>();
  createEffect(() => {
    const title = query.value()?.title;
    if (title !== undefined) props.onTitle(title);
  });
  return (
    <Switch>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'line', 'line', 'card']} />
      </Match>
      <Match when={query.value()}>
        {(about) => (
          <article>
            <Top about={about()} me={props.me} onSlot={setSlot} />
            <Show when={query.state().status === 'failed'}>
              <div class={styles.notice}>
                <Banner icon={offlineIcon} title={t().outdated}>
                  {t().outdatedAbout}
                </Banner>
              </div>
            </Show>
            <div class={styles.beside}>
              <Brief about={about()} />
              <div class={styles.papers}>
                <Show when={about().groupless}>
                  <Groupless about={about()} />
                </Show>
                <For each={about().papers.map((paper) => paper.groupId ?? props.me)}>
                  {(key) => (
                    <PaperCard
                      about={about()}
                      paper={about().papers.find((each) => (each.groupId ?? props.me) === key)}
                      me={props.me}
                      slot={about().papers.length === 1 ? slot() : undefined}
                      onChanged={query.refetch}
                    />
                  )}
                </For>
              </div>
            </div>
            <Show when={about().maySet}>
              <PapersTable assignmentId={props.assignmentId} />
            </Show>
          </article>
        )}
      </Match>
      <Match when={query.state().status === 'failed'}>
        <Failed query={query} level={1} />
      </Match>
    </Switch>
  );
}

function Top(props: {
  readonly about: About;
  readonly me: PersonId;
  /** Where the one next step stands on a wide screen. */
  readonly onSlot: (slot: HTMLElement) => void;
}) {
  const t = useWords(words);
  const kind = () => (props.about.mode === 'group' ? t().groupWork : t().ownWork);
  return (
    <header class={styles.top}>
      <div>
        <p class={styles.above}>
          {`${props.about.courseCode}, ${kind()}. ${due(t(), props.about.dueAt)}.`}
        </p>
        <h1>{props.about.title}</h1>
        <Show when={props.about.papers.length > 0}>
          <ul class={styles.status}>
            {/* By its place: what is asked for anew closes no sheet that was opened from here. */}
            <Index each={props.about.papers}>
              {(paper) => <PaperStatus paper={paper()} me={props.me} now={props.about.now} />}
            </Index>
          </ul>
        </Show>
      </div>
      <Show when={props.about.maySet} fallback={<div ref={props.onSlot} />}>
        <p class={styles.main} data-dock>
          <LinkButton icon={editIcon} href={`/oppgave/${props.about.assignmentId}/endre`}>
            {t().changeAssignment}
          </LinkButton>
        </p>
      </Show>
    </header>
  );
}

/** In the place of the answer: why there is none, and whom to ask. */
function Groupless(props: { readonly about: About }) {
  const t = useWords(words);
  const id = createUniqueId();
  return (
    <Card class={styles.paper} aria-labelledby={id}>
      <h2 id={id}>{t().inNoGroup}</h2>
      <p>{`${t().groupsAnswer} ${whomToAsk(t(), props.about.teachers)}`}</p>
    </Card>
  );
}

function Brief(props: { readonly about: About }) {
  const t = useWords(words);
  const names = () => props.about.teachers.map(({ displayName }) => givenName(displayName));
  const paragraphs = () => props.about.brief.split(/\n+/u).filter((each) => each.trim() !== '');
  return (
    <section class={styles.brief} aria-labelledby="brief">
      <h2 id="brief">{t().theAssignment}</h2>
      <For each={paragraphs()}>{(paragraph) => <p>{paragraph}</p>}</For>
      <Show when={props.about.criteria.length > 0}>
        <h3 id="criteria">
          {names().length > 0 ? t().lookedFor(inARow(language(), names())) : t().lookedForBySchool}
        </h3>
        <ol class={styles.criteria} aria-labelledby="criteria">
          <For each={props.about.criteria}>{(criterion) => <li>{criterion}</li>}</For>
        </ol>
      </Show>
    </section>
  );
}

const givenName = (name: string) => name.split(' ')[0] ?? name;
