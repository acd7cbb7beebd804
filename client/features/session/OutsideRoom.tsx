import { createEffect, createMemo, For, type JSX, Match, onMount, Show, Switch } from 'solid-js';

import { ownRemoval } from '#shared/features/session/moderation/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { clockTime, longDate } from '../../platform/dates.ts';
import { language, useWords } from '../../platform/language.ts';
import { createQuery } from '../../platform/query.ts';
import { refetchEvery } from '../../platform/refetch-every.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SlackThread } from '../../ui/Thread.tsx';
import { createGlance } from './door/glance.ts';
import { LineBanner } from './LineBanner.tsx';
import { words as moderationWords } from './moderation/words.ts';
import styles from './OutsideRoom.module.css';
import type { RoomProps } from './room-props.ts';
import type { JoinRefusal, RoomState } from './room-state.ts';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

type Removal = NonNullable<OutputOf<typeof ownRemoval>['removal']>;
type Closed = keyof (typeof words)['nb']['door'];
const isClosed = (why: JoinRefusal): why is Closed => why in words.nb.door;

/** Why one is not in the room, what is safe, and the one thing to do next. */
export function OutsideRoom(props: RoomProps & { readonly signInPath: string }) {
  const t = useWords(words);
  const refused = () => {
    const state = props.room.state();
    return state.status === 'refused' ? state : undefined;
  };
  const closed = () => {
    const state = refused();
    return state && isClosed(state.why) ? state.why : undefined;
  };
  const back = <LinkButton href="/">{t().toNow}</LinkButton>;
  return (
    <main class={styles.alone}>
      <LineBanner room={props.room} />
      <Switch>
        <Match when={closed()}>
          {(why) => (
            <Show
              when={why() === 'not-found'}
              fallback={
                <Notice title={t().door[why()]} actions={back}>
                  <p>{t().doorAbout[why()]}</p>
                  <Show when={why() === 'not-open-yet'}>
                    <StartsAt room={props.room} />
                  </Show>
                </Notice>
              }
            >
              <TakenOut room={props.room}>
                <Notice title={t().door['not-found']} actions={back}>
                  <p>{t().doorAbout['not-found']}</p>
                </Notice>
              </TakenOut>
            </Show>
          )}
        </Match>
        <Match when={refused()}>
          {(state) => (
            <ErrorState
              level={1}
              title={t().joinFailed}
              incident={incidentOf(state())}
              action={
                <Button look="filled" onClick={props.room.join}>
                  {t().tryAgain}
                </Button>
              }
            >
              {t().joinFailedAbout}
            </ErrorState>
          )}
        </Match>
        <Match when={props.room.state().status === 'seat-lost'}>
          <WithoutSeat room={props.room} />
        </Match>
        <Match when={props.room.state().status === 'closed'}>
          <TakenOut room={props.room}>
            <Notice
              title={t().closed}
              actions={
                <>
                  <Button onClick={props.room.join}>{t().tryToComeIn}</Button>
                  {back}
                </>
              }
            >
              <p>{t().closedAbout}</p>
            </Notice>
          </TakenOut>
        </Match>
        <Match when={props.room.state().status === 'signed-out'}>
          <Notice
            title={t().signedOut}
            actions={
              // Loads the page anew, so that nothing of the room is left in memory.
              <LinkButton look="filled" href={props.signInPath} rel="external">
                {t().signIn}
              </LinkButton>
            }
          >
            <p>{t().signedOutAbout}</p>
          </Notice>
        </Match>
      </Switch>
      <UnsentHere room={props.room} topics={props.topics} />
    </main>
  );

  function incidentOf(state: Extract<RoomState, { status: 'refused' }>) {
    return state.incident === undefined
      ? undefined
      : { id: state.incident, copyLabel: t().copyIncident, copiedLabel: t().copied };
  }
}

function Notice(props: {
  readonly title: string;
  readonly actions: JSX.Element;
  readonly children: JSX.Element;
}) {
  let heading!: HTMLHeadingElement;
  // The screen has changed under the person: a screen reader starts at what happened.
  onMount(() => heading.focus());
  return (
    <section class={styles.notice}>
      <SlackThread />
      <h1 ref={heading} tabindex="-1">
        {props.title}
      </h1>
      {props.children}
      <p class={styles.actions}>{props.actions}</p>
    </section>
  );
}

/** So soon does somebody who may come in again hear of it. */
const ASK_AGAIN_MS = 5_000;

/** Whoever was taken out by a teacher is told by whom and whom to turn to, and when they may come in again. Anybody else: what stands inside. */
function TakenOut(props: { readonly room: Room; readonly children: JSX.Element }) {
  const t = useWords(words);
  const moderation = useWords(moderationWords);
  const query = createQuery(ownRemoval, () => ({ sessionId: props.room.sessionId }));
  refetchEvery(ASK_AGAIN_MS, query.refetch);
  const asked = createMemo(() => query.state().status !== 'loading');
  const removal = createMemo<Removal | undefined>(
    (before) => query.value()?.removal ?? before,
    undefined,
  );
  const mayComeIn = createMemo(() => query.value()?.removal === null);
  const back = () => <LinkButton href="/">{t().toNow}</LinkButton>;
  return (
    <Show when={asked()}>
      <Show when={removal()} fallback={props.children}>
        {(known) => (
          <Show
            when={mayComeIn()}
            fallback={
              <Notice title={moderation().out.title(known().by)} actions={back()}>
                <p>{moderation().out.about(clockTime(known().at), known().by)}</p>
                <p>{moderation().out.waits}</p>
              </Notice>
            }
          >
            <Notice
              title={moderation().out.back}
              actions={
                <>
                  <Button look="filled" onClick={props.room.join}>
                    {moderation().out.joinAgain}
                  </Button>
                  {back()}
                </>
              }
            >
              <p>{moderation().out.backAbout}</p>
            </Notice>
          </Show>
        )}
      </Show>
    </Show>
  );
}

/** The seat is gone: because the session was ended or cancelled, which the door knows, or because one was away too long. */
function WithoutSeat(props: { readonly room: Room }) {
  const t = useWords(words);
  const { asked, glance } = createGlance(props.room.sessionId);
  const back = <LinkButton href="/">{t().toNow}</LinkButton>;
  const closed = () => {
    const now = glance()?.door;
    return now === 'session-ended' || now === 'session-cancelled' ? now : undefined;
  };
  return (
    <Show when={asked()}>
      <Show
        when={closed()}
        fallback={
          <Notice
            title={t().seatLost}
            actions={
              <>
                <Button look="filled" onClick={props.room.join}>
                  {t().joinAgain}
                </Button>
                {back}
              </>
            }
          >
            <p>{t().seatLostAbout}</p>
          </Notice>
        }
      >
        {(why) => (
          <Notice title={t().door[why()]} actions={back}>
            <p>{t().doorAbout[why()]}</p>
          </Notice>
        )}
      </Show>
    </Show>
  );
}

/** When it begins, and the door opens by itself: nobody has to press again and again. */
function StartsAt(props: { readonly room: Room }) {
  const t = useWords(words);
  const { glance } = createGlance(props.room.sessionId);
  createEffect(() => {
    if (glance()?.door === 'open') props.room.join();
  });
  return (
    <Show when={glance()}>
      {(known) => (
        <p>{t().startsAt(longDate(language(), known().startsAt), clockTime(known().startsAt))}</p>
      )}
    </Show>
  );
}

/** One's own words that never arrived, sent off or only begun, must not be locked behind a closed door. */
function UnsentHere(props: RoomProps) {
  const t = useWords(words);
  const texts = () => [
    ...[...props.topics.chat.failed(), ...props.topics.chat.unsent()].map(({ text }) => text),
    ...props.topics.draft.texts(),
  ];
  return (
    <Show when={props.room.state().status !== 'seat-lost' && texts().length > 0}>
      <section class={styles.unsent}>
        <p>{t().unsentHere(texts().length)}</p>
        <For each={texts()}>{(text) => <blockquote>{text}</blockquote>}</For>
      </section>
    </Show>
  );
}
