import { type JSX, Match, Show, Switch } from 'solid-js';
import { partsWritten } from '#shared/features/programme/session-notes/model.ts';
import type { Span } from '#shared/features/session/afterwards/model.ts';
import { sessionAfterwards } from '#shared/features/session/afterwards/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { clockTime, longDate } from '../../../platform/dates.ts';
import { useFailedWords } from '../../../platform/failed-words.ts';
import { language, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { offlineIcon } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { teachersInWords } from '../door/SessionCard.tsx';
import type { SessionDoor } from '../door/session-door.ts';
import { words as doorWords } from '../door/words.ts';
import noteStyles from '../notes/SessionNotes.module.css';
import { SessionNotes } from '../notes/SessionNotes.tsx';
import { words as notesWords } from '../notes/words.ts';
import { LinesAfterwards } from '../team-line/LinesAfterwards.tsx';
import styles from './Afterwards.module.css';
import { AsItWent } from './AsItWent.tsx';
import { AskedAfterwards } from './AskedAfterwards.tsx';
import { ChatAfterwards } from './ChatAfterwards.tsx';
import type { AfterwardsKnown } from './known.ts';
import { LogAfterwards } from './LogAfterwards.tsx';
import { createChatShown, createPaper } from './paper.ts';
import { QuizzesAfterwards } from './QuizzesAfterwards.tsx';
import { StartNext } from './StartNext.tsx';
import { words } from './words.ts';

/** What other slices have left of a session: its documents, what had been agreed on by then, and who was there. */
export type LeftParts = {
  readonly documents: (door: SessionDoor) => JSX.Element;
  readonly agreement: (door: SessionDoor, length: Span) => JSX.Element;
  /** Who was there: by name for whoever sees the names, else null. */
  readonly people: (door: SessionDoor, people: AfterwardsKnown['people']) => JSX.Element;
  /** For how long one was there oneself. */
  readonly ownTime: (door: SessionDoor) => JSX.Element;
};

/** The session's page when it is over: how it went, what is left, and one's own time there. */
export function Afterwards(props: {
  readonly door: SessionDoor;
  readonly me: PersonId;
  readonly left: LeftParts;
}) {
  const t = useWords(words);
  const doorT = useWords(doorWords);
  const notesT = useWords(notesWords);
  const query = createQuery(sessionAfterwards, () => ({ sessionId: props.door.sessionId }));
  const failed = useFailedWords(query.state, () => ({
    title: t().couldNotFetch,
    about: t().couldNotFetchAbout,
  }));
  const known = () => query.value()?.afterwards ?? undefined;
  const chat = createChatShown();
  const paper = createPaper(chat, () => {
    const kept = known()?.chat;
    return !!kept && kept.count > 0 && props.door.now < kept.keeping.erasedAt;
  });
  const when = () => {
    const { startsAt, endsAt } = props.door;
    const date = longDate(language(), startsAt);
    const day = date.charAt(0).toUpperCase() + date.slice(1);
    const to = known()?.length.to ?? endsAt;
    return doorT().time(day, clockTime(startsAt), clockTime(to));
  };
  return (
    <article class={styles.page}>
      <div class={styles.top}>
        <PageHeader above={t().over(when())} title={props.door.title} />
        <Show when={known()?.mine && known()}>
          {(mine) => (
            <StartNext
              sessionId={props.door.sessionId}
              me={props.me}
              next={mine().next}
              onDone={query.refetch}
            />
          )}
        </Show>
      </div>
      <Switch>
        <Match when={known()}>
          {(left) => (
            <>
              <Show when={query.state().status === 'failed'}>
                <Banner icon={offlineIcon} title={t().outdated}>
                  {t().outdatedAbout}
                </Banner>
              </Show>
              <section aria-labelledby="as-it-went">
                <header class={styles.head}>
                  <h2 id="as-it-went">{t().went}</h2>
                  <p class={styles.quiet}>
                    <Show when={props.door.teachers.length > 0}>
                      {teachersInWords(props.door.teachers, doorT())}{' '}
                    </Show>
                    <Show when={left().people}>
                      {(people) => <>{t().wereThere(people().length)}</>}
                    </Show>
                  </p>
                </header>
                <AsItWent left={left()} />
              </section>
              <div class={styles.columns}>
                <div class={styles.column}>
                  {props.left.documents(props.door)}
                  <Show when={partsWritten(props.door.notes).length > 0}>
                    <section class={noteStyles.part} aria-labelledby="about-session">
                      <h2 id="about-session">{notesT().about}</h2>
                      <SessionNotes notes={props.door.notes} />
                    </section>
                  </Show>
                  {props.left.agreement(props.door, left().length)}
                  {props.left.people(props.door, left().people)}
                </div>
                <div class={styles.column}>
                  {props.left.ownTime(props.door)}
                  <AskedAfterwards sessionId={props.door.sessionId} mine={left().mine} />
                  <QuizzesAfterwards
                    sessionId={props.door.sessionId}
                    me={props.me}
                    mine={left().mine}
                  />
                  <Show when={left().chat}>
                    {(kept) => <ChatAfterwards door={props.door} chat={kept()} shown={chat} />}
                  </Show>
                  <Show when={props.door.mayJoin}>
                    <LinesAfterwards sessionId={props.door.sessionId} />
                  </Show>
                  <Show when={left().mine}>
                    <LogAfterwards sessionId={props.door.sessionId} me={props.me} />
                  </Show>
                  <section class={styles.onScreen} aria-labelledby="is-not">
                    <h2 id="is-not">{t().not}</h2>
                    <ul class={styles.nots}>
                      {t().nots.map((one) => (
                        <li>{one}</li>
                      ))}
                    </ul>
                  </section>
                </div>
              </div>
              <p class={styles.paper}>
                <Button size="small" aria-busy={paper.waits()} onClick={paper.print}>
                  {paper.waits() ? t().printing : t().print}
                </Button>
              </p>
            </>
          )}
        </Match>
        <Match when={query.state().status === 'loading'}>
          <Skeleton label={t().fetching} shapes={['heading', 'line', 'name', 'line']} />
        </Match>
        <Match when={query.state().status === 'failed'}>
          <ErrorState
            title={failed().title}
            action={<Button onClick={query.refetch}>{t().tryAgain}</Button>}
          >
            {failed().about}
          </ErrorState>
        </Match>
      </Switch>
    </article>
  );
}
