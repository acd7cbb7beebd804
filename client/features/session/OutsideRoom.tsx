import { createEffect, For, Match, Show, Switch } from 'solid-js';
import { clockTime, longDate } from '../../platform/dates.ts';
import { language, useWords } from '../../platform/language.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { createGlance } from './door/glance.ts';
import { LineBanner } from './LineBanner.tsx';
import { TakenOut } from './moderation/TakenOut.tsx';
import { OutsideNotice } from './OutsideNotice.tsx';
import styles from './OutsideRoom.module.css';
import type { RoomProps } from './room-props.ts';
import type { JoinRefusal, RoomState } from './room-state.ts';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

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
    <div class={styles.page}>
      <LineBanner room={props.room} />
      <Switch>
        <Match when={closed()}>
          {(why) => (
            <Show
              when={why() === 'not-found'}
              fallback={
                <OutsideNotice title={t().door[why()]} actions={back}>
                  <p>{t().doorAbout[why()]}</p>
                  <Show when={why() === 'not-open-yet'}>
                    <StartsAt room={props.room} />
                  </Show>
                </OutsideNotice>
              }
            >
              <TakenOut room={props.room}>
                <OutsideNotice title={t().door['not-found']} actions={back}>
                  <p>{t().doorAbout['not-found']}</p>
                </OutsideNotice>
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
            <OutsideNotice
              title={t().closed}
              actions={
                <>
                  <Button onClick={props.room.join}>{t().tryToComeIn}</Button>
                  {back}
                </>
              }
            >
              <p>{t().closedAbout}</p>
            </OutsideNotice>
          </TakenOut>
        </Match>
        <Match when={props.room.state().status === 'signed-out'}>
          <OutsideNotice
            title={t().signedOut}
            actions={
              // Loads the page anew, so that nothing of the room is left in memory.
              <LinkButton look="filled" href={props.signInPath} rel="external">
                {t().signIn}
              </LinkButton>
            }
          >
            <p>{t().signedOutAbout}</p>
          </OutsideNotice>
        </Match>
      </Switch>
      <UnsentHere room={props.room} topics={props.topics} />
    </div>
  );

  function incidentOf(state: Extract<RoomState, { status: 'refused' }>) {
    return state.incident === undefined
      ? undefined
      : { id: state.incident, copyLabel: t().copyIncident, copiedLabel: t().copied };
  }
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
          <OutsideNotice
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
          </OutsideNotice>
        }
      >
        {(why) => (
          <OutsideNotice title={t().door[why()]} actions={back}>
            <p>{t().doorAbout[why()]}</p>
          </OutsideNotice>
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
