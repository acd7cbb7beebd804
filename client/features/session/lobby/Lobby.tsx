import { type JSX, Match, onMount, Show, Switch, untrack, useContext } from 'solid-js';
import { partsWritten } from '#shared/features/programme/session-notes/model.ts';
import type { LobbyStanding, OwnPlace } from '#shared/features/session/lobby/model.ts';
import { clockTime } from '../../../platform/dates.ts';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { currentTime } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { amGuestAlone } from '../../identity/public.ts';
import { ClosedDoor, isWhyClosed } from '../ClosedDoor.tsx';
import { momentInWords, teachersInWords } from '../door/SessionCard.tsx';
import { words as doorWords } from '../door/words.ts';
import { GuestOver } from '../guest/GuestOver.tsx';
import { SessionNotes } from '../notes/SessionNotes.tsx';
import { words as notesWords } from '../notes/words.ts';
import { OutsideNotice } from '../OutsideNotice.tsx';
import { OutsideWait } from '../OutsideWait.tsx';
import { words as orderWords } from '../order/words.ts';
import type { Room } from '../session-room.ts';
import { LineView } from '../team-line/LineView.tsx';
import type { OwnLine } from '../team-line/own-line.ts';
import { words as lineWords } from '../team-line/words.ts';
import { words as roomWords } from '../words.ts';
import { AgreedHere } from './agreed-here.ts';
import styles from './Lobby.module.css';
import { createOwnPlace, type OwnPlaceStore } from './own-place.ts';
import { words } from './words.ts';

/** For one who was not let in through the door: the lobby, if there is waiting here; else what stands behind the closed door. */
export function Lobby(props: {
  readonly room: Room;
  readonly ownLine: OwnLine;
  /** Only the locked door keeps one out: whoever needs no host's word. */
  readonly locked?: boolean;
  readonly children: JSX.Element;
}) {
  const t = useWords(words);
  const room = useWords(roomWords);
  const own = createOwnPlace(props.room, props.ownLine);
  const back = () => (
    <Show when={!amGuestAlone()}>
      <LinkButton href="/">{room().toNow}</LinkButton>
    </Show>
  );
  const outside = () => {
    const now = own.asked();
    return now.status === 'outside' ? now.why : undefined;
  };
  const closed = () => {
    const why = outside();
    return why && why !== 'not-found' && isWhyClosed(why) ? why : undefined;
  };
  /** Of a guest nothing is left when the session is. */
  const isOverForGuest = () => {
    if (!amGuestAlone()) return false;
    const why = closed() ?? own.standing()?.status;
    return why === 'session-over' || why === 'session-ended';
  };
  const isWaiting = () => {
    const status = own.standing()?.status;
    return status === 'waiting' || status === 'away' || status === 'let-in';
  };
  const declined = () => {
    const now = own.standing();
    return now?.status === 'declined' ? now : undefined;
  };
  return (
    <Switch fallback={<OutsideWait label={props.room.wasIn() ? room().findingWhy : t().asking} />}>
      <Match when={isOverForGuest()}>
        <GuestOver room={props.room} ended />
      </Match>
      <Match when={closed()}>{(why) => <ClosedDoor room={props.room} why={why()} />}</Match>
      <Match when={outside() === 'not-found' || outside() === 'bad-input'}>{props.children}</Match>
      <Match when={outside()}>
        <OutsideNotice
          title={room().joinFailed}
          actions={
            <>
              <Button look="filled" onClick={own.ask}>
                {room().tryAgain}
              </Button>
              {back()}
            </>
          }
        >
          <p>{room().joinFailedAbout}</p>
        </OutsideNotice>
      </Match>
      <Match when={own.asked().status === 'full'}>
        <OutsideNotice
          title={t().full}
          actions={
            <>
              <Button onClick={own.ask}>{t().tryAgain}</Button>
              {back()}
            </>
          }
        >
          <p>{t().fullAbout}</p>
        </OutsideNotice>
      </Match>
      <Match when={isWaiting() && own.place()}>
        {(place) => (
          <Waiting
            room={props.room}
            own={own}
            place={place()}
            locked={props.locked === true}
            back={back()}
          />
        )}
      </Match>
      <Match when={declined()}>{(no) => <Declined no={no()} own={own} back={back()} />}</Match>
      <Match when={own.standing()?.status === 'session-ended'}>
        <ClosedDoor room={props.room} why="session-ended" />
      </Match>
    </Switch>
  );
}

function Waiting(props: {
  readonly room: Room;
  readonly own: OwnPlaceStore;
  readonly place: OwnPlace;
  readonly locked: boolean;
  readonly back: JSX.Element;
}) {
  const t = useWords(words);
  const order = useWords(orderWords);
  const door = useWords(doorWords);
  const notes = useWords(notesWords);
  const line = useWords(lineWords);
  untrack(() => props.own.line.show());
  const room = useWords(roomWords);
  const howItStands = () => {
    const { hostIsIn, endingAt } = props.place;
    if (endingAt !== null) return t().ending;
    if (!props.locked) return hostIsIn ? t().waitSeen : t().waitAlone;
    const seen = hostIsIn ? order().lockedSeen : order().lockedAlone;
    return [room().doorAbout['session-locked'], seen, order().lockedWait].join(' ');
  };
  // Whoever was let in comes in again by themselves, but for a host's word to wait, and for a locked door.
  const wasSentBack = () => props.room.wasIn() && !props.locked;
  onMount(() => {
    if (wasSentBack()) announce(t().waitsSentBack);
  });
  const agreed = useContext(AgreedHere);
  const begins = () => momentInWords(props.place.startsAt, currentTime(), door());
  return (
    <>
      <OutsideNotice
        title={props.locked ? room().door['session-locked'] : t().waitTitle}
        actions={props.back}
      >
        <Show when={wasSentBack()}>
          <p>{t().waitsSentBack}</p>
        </Show>
        <div class={styles.session}>
          <p class={styles.title} lang={PROGRAMME_LANGUAGE}>
            {props.place.title}
          </p>
          <p>
            {t().about(props.place.courseCode, begins(), props.place.startsAt <= currentTime())}{' '}
            <Show when={props.place.teachers.length > 0}>
              {teachersInWords(props.place.teachers, door())}
            </Show>
          </p>
        </div>
        {/* Said when it changes, without moving the reader. */}
        <p role="status">{howItStands()}</p>
      </OutsideNotice>
      <Show when={partsWritten(props.place.notes).length > 0}>
        <section class={styles.part} aria-labelledby="lobby-notes">
          <h2 id="lobby-notes">{notes().about}</h2>
          <SessionNotes notes={props.place.notes} />
        </section>
      </Show>
      <div class={styles.part}>{agreed(props.room.sessionId)}</div>
      <section class={styles.part} aria-labelledby="lobby-line">
        <h2 id="lobby-line">{t().toTeachers}</h2>
        <LineView
          onPage
          me={props.room.me}
          messages={props.own.line.messages()}
          nameOf={(_, otherwise) => otherwise}
          draft={props.own.line.draft}
          outgoing={props.own.line.outgoing}
          onSend={props.own.line.write}
          label={line().label}
          placeholder={line().placeholder}
          about={line().whoReads(inARow(language(), [...props.place.teachers, line().andYou]))}
          empty={<p class={styles.quiet}>{t().lineEmpty}</p>}
        />
      </section>
    </>
  );
}

function Declined(props: {
  readonly no: Extract<LobbyStanding, { status: 'declined' }>;
  readonly own: OwnPlaceStore;
  readonly back: JSX.Element;
}) {
  const t = useWords(words);
  return (
    <OutsideNotice
      title={t().noTitle}
      actions={
        <>
          <Button onClick={props.own.askAgain}>{t().askAgain}</Button>
          {props.back}
        </>
      }
    >
      <p>{t().noBy(props.no.byName, clockTime(props.no.at))}</p>
      <blockquote class={styles.said} lang={props.no.lang ?? undefined}>
        {props.no.words}
      </blockquote>
      <p>{t().noMore}</p>
    </OutsideNotice>
  );
}
