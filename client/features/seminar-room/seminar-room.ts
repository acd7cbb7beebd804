import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import {
  type SeminarRoomState,
  seminarRoomChannel,
} from '#shared/features/seminar-room/channel.ts';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import { sourcesOf } from '#shared/features/seminar-room/grants.ts';
import { isVoice, personOf } from '#shared/features/seminar-room/identity.ts';
import { type Controls, FREE_ROOM } from '#shared/features/seminar-room/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../platform/http-query.ts';
import type { MediaLine, MediaListener } from '../../platform/media-line.ts';
import { keepAwake } from '../../platform/wake-lock.ts';
import { type AboutToPress, createAboutToPress } from '../../ui/about-to-press.ts';
import type { SessionFace } from '../session/public.ts';
import { createOwnSpeech, type OwnSpeech } from './captions/own-speech.ts';
import { heldKey } from './closed/held-key.ts';
import { cameraIsKeptOff, tryBlurAgain } from './devices/blur-choice.ts';
import { createOwnDevices, type OwnDevices } from './devices/own-devices.ts';
import { chooseEntryWay, entryWay } from './entry-way.ts';
import { createGivingWay, type GivingWay } from './join/giving-way.ts';
import { type Watched, watchSound } from './join/inbound-watchdog.ts';
import { isWaiting, type JoinState } from './join/join-state.ts';
import { createMediaJoin } from './join/media-join.ts';
import { createPatience } from './join/patience.ts';
import { FRESH_LINE, isTooPoor, type LineWatch, watchLine } from './join/poor-line.ts';
import { createOwnSources, type OwnSources } from './own-sources.ts';
import { markRoomOpen } from './room-open.ts';
import { type ActiveSpeaker, hear, NOBODY_SPEAKS, settle } from './stage/active-speaker.ts';
import { createLooking, type LookAt } from './stage/looking.ts';
import { keepOrder } from './stage/paging.ts';
import { type PersonInMedia, peopleInMedia } from './stage/people-in-media.ts';
import { createPin } from './stage/pin.ts';
import { createView, type View } from './stage/view.ts';
import { isSameList, voicesAmong } from './voice/voices.ts';

/** One is in the room, or will be again without doing anything. */
const STAYING: ReadonlySet<JoinState['status']> = new Set(['in-room', 'mending', 'rejoining']);

const TICK_MS = 500;
/** A line that has been made anew in vain is longer and longer in coming. */
const ANEW_APART_MS = 10_000;
/** Reading the counters of thirty microphones costs something. */
const WATCH_SOUND_MS = 2_000;
const READ_LINE_MS = 2_000;

export type SeminarRoom = {
  readonly session: SessionFace;
  readonly join: Accessor<JoinState>;
  readonly tryNow: () => void;
  /** One waits to hear the others, and long enough to be told. */
  readonly waitedLong: Accessor<boolean>;
  /** What the line last told of the others still stands: it is up, or has only just begun to mend itself. */
  readonly hears: Accessor<boolean>;
  readonly line: Accessor<MediaLine | undefined>;
  /** False where there is no sound and picture to be had: the session goes on as without. */
  readonly usable: Accessor<boolean>;
  /** What teachers have decided, as far as it applies where one is: nothing of it does in a breakout. */
  readonly controls: () => SeminarRoomState['controls'];
  readonly inBreakout: Accessor<boolean>;
  /** Who speaks into the breakout that one is in, from outside it. */
  readonly voices: Accessor<readonly PersonId[]>;
  readonly whenFact: (listener: (fact: RoomFact) => void) => void;
  readonly own: OwnSources;
  readonly devices: OwnDevices;
  /** What one says, in writing for all, by one's own device. */
  readonly speech: OwnSpeech;
  /** Somebody in the media room, oneself included. */
  readonly person: (personId: PersonId) => PersonInMedia | undefined;
  readonly people: readonly PersonInMedia[];
  /** Whose shared screens can be looked at: everybody's but one's own. */
  readonly screens: Accessor<readonly PersonId[]>;
  /** Who is in the session's roster and here, in the same room, in an order that arrivals do not change. Oneself last. */
  readonly tiles: Accessor<readonly PersonId[]>;
  readonly speaker: Accessor<PersonId | null>;
  readonly speaks: (personId: PersonId) => boolean;
  readonly view: Accessor<View>;
  readonly choose: (view: View) => void;
  /** Low energy holds the pictures back: they come when one chooses a view, for this time (F79). */
  readonly heldBack: Accessor<boolean>;
  /** In low energy one's own camera stands in "Mer" while it is off. */
  readonly cameraAside: Accessor<boolean>;
  /** The sheet stands beside the faces: with sound alone too, since a text weighs nothing on a line. */
  readonly sheetStands: Accessor<boolean>;
  /** Puts it there for as long as one is in this room, without making that one's own view. */
  readonly showSheetForNow: () => void;
  /** One came to listen alone: the microphone and the camera are put away until one asks for them. */
  readonly listensOnly: Accessor<boolean>;
  /** Takes them out. They are still off. */
  readonly takePart: () => void;
  /** Whom one has pinned for oneself, here or not. */
  readonly pinned: Accessor<PersonId | null>;
  /** Pins somebody in place of whom one had pinned; null lets go. Where all are alike, one large is shown again. */
  readonly pin: (personId: PersonId | null) => void;
  readonly aboutToPress: AboutToPress;
  /** Pictures give way when the line is poor; nobody chose it. */
  readonly givingWay: GivingWay;
  /** Takes up the pictures again, as one saw them before they gave way; whoever chose sound only has the usual view. */
  readonly showPictures: () => void;
  readonly selfShown: Accessor<boolean>;
  readonly showSelf: (shown: boolean) => void;
  readonly lookAt: LookAt;
  readonly soundBlocked: Accessor<boolean>;
};

/** One session's sound and pictures as one person has them. Leaves when Solid cleans up. */
export function createSeminarRoom(session: SessionFace): SeminarRoom {
  const { room, topics } = session;
  const channel = room.live.openChannel(seminarRoomChannel, room.sessionId);
  onCleanup(() => void channel.letGo());
  const [media, setMedia] = createStore<{ people: PersonInMedia[] }>({ people: [] });
  const [speaking, setSpeaking] = createSignal<ActiveSpeaker>(NOBODY_SPEAKS);
  const [soundBlocked, setSoundBlocked] = createSignal(false);
  const [selfShown, showSelf] = createSignal(false);
  const pinning = createPin(room.sessionId);
  const aboutToPress = createAboutToPress();

  const { breakouts } = topics;
  const inBreakout = createMemo(() => breakouts.mine() !== undefined);
  const mediaRoom = createMemo((): string => breakouts.mine()?.id ?? room.sessionId);
  // What one was about to press stands in another room: here everybody is new.
  createEffect(on(mediaRoom, () => aboutToPress.pressed(), { defer: true }));
  const [voices, setVoices] = createSignal<readonly PersonId[]>([], { equals: isSameList });

  const changed = () => {
    const line = join.line();
    const peers = line ? [...line.others(), line.own()] : [];
    const tabs = peers.filter(({ identity }) => !isVoice(identity));
    setMedia('people', reconcile([...peopleInMedia(tabs)], { key: 'personId' }));
    setVoices(voicesAmong(peers));
  };
  const join = createMediaJoin({
    sessionId: room.sessionId,
    room: mediaRoom,
    media: () => channel.state()?.media,
    told: () => channel.status().status === 'live',
    closed: () => {
      const state = channel.state();
      return state && state.controls.closed !== null;
    },
    key: () => heldKey(room.sessionId),
    ears: {
      changed: () => changed(),
      speaking: (identities) =>
        setSpeaking((now) => hear(now, [...new Set(identities.map(personOf))], Date.now())),
      ownStopped: (source, unplugged) =>
        unplugged && (source === 'microphone' || source === 'camera')
          ? own.failed({ source, why: 'unplugged' })
          : own.taken(source),
      soundBlocked: setSoundBlocked,
    },
    askOnce: askOverHttp,
    openLine,
    origin: location.origin,
  });
  const waitedLong = createPatience(() => isWaiting(join.state()));
  createEffect(on(join.line, changed));
  const own = createOwnSources(
    join.line,
    (source) => {
      if (source !== 'camera') return undefined;
      tryBlurAgain();
      return cameraIsKeptOff() ? { source, why: 'unchanged' } : undefined;
    },
    topics.pause.paused,
  );
  const devices = createOwnDevices(join.line, own);
  const speech = createOwnSpeech(session, join.line, own);
  createEffect(
    on(join.state, ({ status }) => {
      if (status === 'in-room') own.look();
    }),
  );
  // Just after a media server has begun, a line may come up that it answers nothing on, and that never ends by itself.
  let madeAnew = 0;
  createEffect(() => {
    if (!devices.unanswered() || join.state().status !== 'in-room') return;
    const timer = setTimeout(() => {
      madeAnew += 1;
      join.joinAnew();
    }, madeAnew * ANEW_APART_MS);
    onCleanup(() => clearTimeout(timer));
  });
  createEffect(() => {
    const state = channel.state();
    if (!state) return;
    const part = topics.roster.steers() ? 'teacher' : 'student';
    own.mayNow(sourcesOf(part, room.me, state.controls, inBreakout()));
  });
  // Nothing of one's own waits to go on the air in a tab that is silent: wherever the sound is moved, one presses anew.
  createEffect(() => {
    if (join.state().status !== 'elsewhere') return;
    for (const source of ['microphone', 'camera', 'screen'] as const)
      if (own.wanted(source)) own.taken(source);
  });
  const givingWay = createGivingWay(own, () => STAYING.has(join.state().status));
  const seeing = createView({ givingWay, own, place: breakouts.mineId });
  const { view, choose } = seeing;
  markRoomOpen(room.sessionId);
  keepAwake(() => STAYING.has(join.state().status));
  watchOpenLine();
  const lookAt = createLooking(join.line, media, () => view() === 'sound');

  /** The clockwork of an open line: who is large, whether the line carries pictures, whether sound flows. */
  function watchOpenLine(): void {
    createEffect(() => {
      const line = join.line();
      if (!line) return;
      let carries: LineWatch = FRESH_LINE;
      let watched: Watched = new Map();
      const tick = setInterval(() => {
        setSpeaking((before) => settle(before, Date.now()));
      }, TICK_MS);
      const read = setInterval(async () => {
        const reading = view() === 'sound' ? null : await line.read();
        const now = Date.now();
        carries = watchLine(carries, reading, line.own().quality, now);
        if (!isTooPoor(carries, now)) return;
        // Whoever asks for the pictures back has another ten seconds.
        carries = FRESH_LINE;
        givingWay.giveWay();
      }, READ_LINE_MS);
      const watch = setInterval(async () => {
        const step = watchSound(watched, await line.soundBytes(), Date.now());
        watched = step.watched;
        for (const cure of step.cures) {
          if (cure.kind === 'rejoin') return join.joinAnew();
          await line.takeSoundAnew(cure.identity);
        }
      }, WATCH_SOUND_MS);
      onCleanup(() => {
        clearInterval(tick);
        clearInterval(read);
        clearInterval(watch);
      });
    });
  }

  const byId = createMemo(() => new Map(media.people.map((one) => [one.personId, one])));
  const tiles = createMemo<readonly PersonId[]>(
    (before) => {
      const here = topics.roster.here().map((entry) => entry.personId);
      const others = here.filter((personId) => personId !== room.me && breakouts.withMe(personId));
      return [
        ...keepOrder(before.slice(0, -1), others, aboutToPress.holds()),
        room.me,
      ] as PersonId[];
    },
    [room.me],
  );

  return {
    session,
    join: join.state,
    tryNow: join.tryNow,
    waitedLong,
    hears: () => {
      const { status } = join.state();
      return status === 'in-room' || (status === 'mending' && !waitedLong());
    },
    line: join.line,
    usable: () => {
      const now = join.state();
      if (now.status === 'unavailable')
        return !(now.media.status === 'absent' && now.media.why === 'not-set-up');
      return !(now.status === 'ended' && now.why === 'not-allowed');
    },
    controls: createMemo(() => {
      const decided = channel.state()?.controls ?? FREE_ROOM;
      return inBreakout() ? inBreakoutOf(decided, room.me) : decided;
    }),
    inBreakout,
    voices,
    whenFact: (listener) => void channel.whenFact(listener),
    own,
    devices,
    speech,
    person: (personId) => byId().get(personId),
    people: media.people,
    screens: createMemo(() => sharers(media.people, room.me)),
    tiles,
    speaker: createMemo(() => speaking().shown as PersonId | null),
    speaks: (personId) => speaking().speaking.has(personId),
    view,
    choose,
    heldBack: seeing.heldBack,
    cameraAside: () => seeing.cameraAside() && !own.wanted('camera'),
    sheetStands: seeing.sheetStands,
    showSheetForNow: seeing.showSheetForNow,
    listensOnly: () => entryWay() === 'listen',
    takePart: () => chooseEntryWay(view() === 'sound' ? 'sound' : 'see'),
    pinned: pinning.pinned,
    pin(personId) {
      aboutToPress.pressed();
      pinning.pin(personId);
      if (personId && view() === 'grid') choose('speaker');
    },
    aboutToPress,
    givingWay,
    showPictures: seeing.showPictures,
    selfShown,
    showSelf,
    lookAt,
    soundBlocked,
  };
}

/** A teacher's decisions are for the room with all; the key, and what was asked of one, go along. */
const inBreakoutOf = (decided: Controls, me: PersonId): Controls => ({
  ...decided,
  ...{ microphonesLocked: false, spotlightId: null, screenAllowed: [me] },
});

const sharers = (people: readonly PersonInMedia[], me: PersonId): readonly PersonId[] =>
  people.filter((one) => one.screen && one.personId !== me).map((one) => one.personId);

/** livekit-client comes when the first line is opened, in a chunk of its own. */
export async function openLine(
  listener: MediaListener,
  key: string | undefined,
): Promise<MediaLine> {
  const { makeMediaLine } = await import('../../platform/media.ts');
  return makeMediaLine(listener, key);
}
