import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { serverNow } from '../../platform/server-clock.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { amGuestAlone } from '../identity/public.ts';
import { ClosedDoor, isWhyClosed, WayToAfterwards } from './ClosedDoor.tsx';
import { createGlance } from './door/glance.ts';
import { words as doorWords } from './door/words.ts';
import { GuestOver } from './guest/GuestOver.tsx';
import { LineBanner } from './LineBanner.tsx';
import { Lobby } from './lobby/Lobby.tsx';
import { TakenOut } from './moderation/TakenOut.tsx';
import { OutsideNotice } from './OutsideNotice.tsx';
import styles from './OutsideRoom.module.css';
import { OutsideWait } from './OutsideWait.tsx';
import { LockedDoor } from './order/LockedDoor.tsx';
import type { RoomProps } from './room-props.ts';
import type { RoomState } from './room-state.ts';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/** Why one is not in the room, what is safe, and the one thing to do next. */
export function OutsideRoom(
  props: RoomProps & {
    readonly signInPath: string;
    readonly reach: ((room: Room) => JSX.Element) | undefined;
  },
) {
  const t = useWords(words);
  const refused = () => {
    const state = props.room.state();
    return state.status === 'refused' ? state : undefined;
  };
  const closed = () => {
    const state = refused();
    return state && isWhyClosed(state.why) ? state.why : undefined;
  };
  const back = <LinkButton href="/">{t().toNow}</LinkButton>;
  /** Of a guest nothing is left when the session is: neither a way back in nor a page of theirs. */
  const isOverForGuest = () => {
    if (!amGuestAlone()) return false;
    const { status } = props.room.state();
    if (status === 'signed-out') return true;
    const why = closed();
    return why === 'session-over' || why === 'session-ended';
  };
  return (
    <div class={styles.page}>
      <LineBanner room={props.room} />
      <Switch>
        <Match when={closed() === 'session-locked'}>
          <LockedDoor room={props.room} ownLine={props.topics.ownLine} />
        </Match>
        <Match when={isOverForGuest()}>
          <GuestOver room={props.room} ended={closed() !== undefined} />
        </Match>
        <Match when={closed()}>
          {(why) => (
            <Show
              when={why() === 'not-found'}
              fallback={<ClosedDoor room={props.room} why={why()} />}
            >
              <Lobby room={props.room} ownLine={props.topics.ownLine}>
                <TakenOut room={props.room} reach={props.reach}>
                  <Show when={!amGuestAlone()} fallback={<GuestOver room={props.room} />}>
                    <NotInvited room={props.room} />
                  </Show>
                </TakenOut>
              </Lobby>
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
          <Lobby room={props.room} ownLine={props.topics.ownLine}>
            <TakenOut room={props.room} reach={props.reach}>
              <Show when={!amGuestAlone()} fallback={<GuestOver room={props.room} />}>
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
              </Show>
            </TakenOut>
          </Lobby>
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

/** A session that stands in one's calendar and is not for oneself (access.md rows 1 and 9) is not said to be missing. */
function NotInvited(props: { readonly room: Room }) {
  const t = useWords(words);
  const door = useWords(doorWords);
  const { asked, glance } = createGlance(props.room.sessionId);
  const isSeen = () => {
    const known = glance();
    return known !== undefined && !known.mayJoin && !known.waits;
  };
  const about = () => {
    const now = glance()?.door ?? 'open';
    return now === 'open' ? door().notInvitedHere : door().door[now];
  };
  return (
    <Show when={asked()} fallback={<OutsideWait label={t().findingWhy} />}>
      <Show when={isSeen()} fallback={<ClosedDoor room={props.room} why="not-found" />}>
        <OutsideNotice
          title={t().notInvited}
          actions={
            <>
              <LinkButton look="filled" href={`/okt/${props.room.sessionId}/om`}>
                {door().about}
              </LinkButton>
              <LinkButton href="/">{t().toNow}</LinkButton>
            </>
          }
        >
          <p>{about()}</p>
        </OutsideNotice>
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
    if (!now && wasEnded(props.room)) return 'session-ended';
    return now === 'session-ended' || now === 'session-cancelled' ? now : undefined;
  };
  return (
    <Show when={asked() || closed()} fallback={<OutsideWait label={t().findingWhy} />}>
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
          <OutsideNotice
            title={t().door[why()]}
            actions={
              <>
                <WayToAfterwards room={props.room} why={why()} />
                {back}
              </>
            }
          >
            <p>{t().doorAbout[why()]}</p>
          </OutsideNotice>
        )}
      </Show>
    </Show>
  );
}

/** As the room knew it when the seat went, before the door has answered. From its time on no ending is taken back (END-2). */
function wasEnded(room: Room): boolean {
  const ending = room.session()?.ending;
  return ending?.status === 'ended' || (ending?.status === 'begun' && ending.endsAt <= serverNow());
}

/** One's own words that never arrived, sent off or only begun, must not be locked behind a closed door. */
function UnsentHere(props: RoomProps) {
  const t = useWords(words);
  // What did not get through in a group is given back with all too.
  const texts = () => [
    ...new Set([
      ...[...props.topics.chat.failed(), ...props.topics.chat.unsent()].map(({ text }) => text),
      ...props.topics.draft.texts(),
      ...props.topics.breakouts.chatOf.texts(),
      ...props.topics.ownLine.texts(),
      ...props.topics.desk.texts(),
    ]),
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
