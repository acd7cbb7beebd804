import { createEffect, type JSX, Match, on, onMount, Show, Switch } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../platform/language.ts';
import { type Live, live } from '../../platform/live.ts';
import { announceAtOnce, forgetSaid } from '../../ui/announcer.ts';
import { PortraitPictures } from '../../ui/portrait-pictures.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { LineBanner } from './LineBanner.tsx';
import door from './OutsideRoom.module.css';
import { OutsideRoom } from './OutsideRoom.tsx';
import type { RoomProps } from './room-props.ts';
import inside from './SessionRoom.module.css';
import { SessionRoom } from './SessionRoom.tsx';
import type { AddedPanel, SeminarParts } from './seminar-parts.ts';
import { createSessionRoom, type Room } from './session-room.ts';
import { createTopics } from './topics.ts';
import { words } from './words.ts';

export type SessionPageProps = {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  /** Back to where one came from: the seat is given up already. */
  readonly onLeave: () => void;
  /** What the session is called, as soon as that is known. */
  readonly onTitle?: (title: string) => void;
  /** Where the front door is, for one whose sign-in has ended. */
  readonly signInPath: string;
  /** Sound and pictures, made anew each time one takes a seat. */
  readonly seminar?: (face: RoomProps) => SeminarParts;
  /** What is written in the session: one more panel. */
  readonly documents?: (face: RoomProps) => AddedPanel;
  /** What others add under the agenda. */
  readonly underAgenda?: (face: RoomProps, onOpen: () => void) => JSX.Element;
  /** What is always one press away: in the room, and while one is on the way in. */
  readonly corner?: (face: RoomProps) => JSX.Element;
  readonly cornerAlone?: () => JSX.Element;
  /** How somebody who was taken out gets hold of the school. */
  readonly reach?: (room: Room) => JSX.Element;
  /** What stands around a page of somebody who is signed in, and so around the closed door. */
  readonly frame?: (page: () => JSX.Element) => JSX.Element;
  /** Another line than the page's own, in tests. */
  readonly live?: Live;
};

/** `/okt/:sessionId`: takes a seat at once and shows the room; or says why not, and what one can do. */
export function SessionPage(props: SessionPageProps) {
  const t = useWords(words);
  const line = props.live ?? live;
  line.start(props.me);
  const room = createSessionRoom(props.sessionId, props.me, line);
  // Made here and not in the room: what is being written outlives a lost seat.
  const topics = createTopics(room);
  onMount(() => room.join());
  createEffect(() => {
    const title = room.session()?.title;
    if (title !== undefined) props.onTitle?.(title);
  });
  createEffect(
    on(
      () => room.state().status,
      (now, before) => {
        // That a sign-in has ended is being said already.
        if (before !== 'in-session' || now === 'signed-out') return;
        forgetSaid();
        // By whom, the heading that gets the focus says a moment later.
        if (now === 'closed') announceAtOnce(t().outSpoken);
      },
    ),
  );
  let wasAtDoor = false;
  createEffect(
    on(
      () => room.state().status,
      (now) => {
        if (now === 'refused' || now === 'closed') wasAtDoor = true;
        if (now !== 'in-session' || !wasAtDoor) return;
        wasAtDoor = false;
        // What had the focus was on the other side of the door.
        queueMicrotask(() => document.getElementById('stage')?.focus({ preventScroll: true }));
      },
    ),
  );
  const leave = () => {
    room.leave();
    forgetSaid();
    props.onLeave();
  };
  const outside = () => (
    <OutsideRoom room={room} topics={topics} signInPath={props.signInPath} reach={props.reach} />
  );
  return (
    <Switch>
      <Match when={room.state().status === 'in-session'}>
        {/* What the room is measured by, in the reader's own size of text. */}
        <div class={inside.window}>
          <PortraitPictures.Provider value={topics.roster.pictureOf}>
            <SessionRoom
              room={room}
              topics={topics}
              seminar={props.seminar}
              documents={props.documents}
              underAgenda={props.underAgenda}
              corner={props.corner}
              onLeave={leave}
            />
          </PortraitPictures.Provider>
        </div>
      </Match>
      <Match when={room.state().status === 'joining'}>
        <main class={door.alone} aria-busy="true">
          {props.cornerAlone?.()}
          <h1 class="visually-hidden">{t().joining}</h1>
          <LineBanner room={room} />
          <Skeleton label={t().joining} shapes={['heading', 'name', 'line']} />
        </main>
      </Match>
      <Match when={room.state().status !== 'left'}>
        <Show
          when={room.state().status !== 'signed-out' && props.frame}
          fallback={
            <main class={door.alone}>
              {props.cornerAlone?.()}
              {outside()}
            </main>
          }
        >
          {(frame) => frame()(outside)}
        </Show>
      </Match>
    </Switch>
  );
}
