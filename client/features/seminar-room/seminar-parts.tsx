import { createSignal, Show } from 'solid-js';
import type { PersonId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../platform/http-query.ts';
import { useWords } from '../../platform/language.ts';
import { createOwnWindow } from '../../platform/own-window.ts';
import type { SeminarParts, SessionFace } from '../session/public.ts';
import {
  announceHeldBack,
  announceOwnSources,
  announceScreens,
  announceShareEnded,
} from './announcements.ts';
import { OwnSpeechStrip } from './captions/OwnSpeechStrip.tsx';
import { OwnSpeechSwitch } from './captions/OwnSpeechSwitch.tsx';
import { ClosedRoomMark } from './closed/ClosedRoomMark.tsx';
import { ClosedRoomNotices } from './closed/ClosedRoomNotices.tsx';
import { createClosedRoom } from './closed/closed-room.ts';
import { heldKey } from './closed/held-key.ts';
import { DeviceBanner } from './devices/DeviceBanner.tsx';
import { MicrophoneBanner } from './devices/MicrophoneBanner.tsx';
import { OwnControls } from './devices/OwnControls.tsx';
import { TroubleBanner } from './devices/TroubleBanner.tsx';
import { HostNotices } from './hosting/HostNotices.tsx';
import { hasTools } from './hosting/has-tools.ts';
import { createHosting } from './hosting/hosting.ts';
import { MicrophonesLockedMark } from './hosting/MicrophonesLockedMark.tsx';
import { PersonTools } from './hosting/PersonTools.tsx';
import { JoinBanner } from './join/JoinBanner.tsx';
import { PoorLineBanner } from './join/PoorLineBanner.tsx';
import { MoreSheet } from './more/MoreSheet.tsx';
import { createSeminarRoom, openLine } from './seminar-room.ts';
import { LonePicture } from './stage/LonePicture.tsx';
import { OwnWindowContent } from './stage/OwnWindow.tsx';
import { PinButton } from './stage/PinButton.tsx';
import { SeminarStage } from './stage/SeminarStage.tsx';
import { OwnShare } from './stage/SharedScreen.tsx';
import { words as stageWords } from './stage/words.ts';
import { SpeakToAll } from './voice/SpeakToAll.tsx';
import { SpeechNotice } from './voice/SpeechNotice.tsx';
import { createSpeech } from './voice/speech.ts';
import { VoiceNotice } from './voice/VoiceNotice.tsx';

/** Joins the seminar room of a session that one has just entered, and gives the session's screen what it adds. */
export function createSeminarParts(session: SessionFace): SeminarParts {
  const t = useWords(stageWords);
  const room = createSeminarRoom(session);
  const hosting = createHosting(room);
  const ownWindow = createOwnWindow(largestPicture);
  const closed = createClosedRoom(room);
  const speech = createSpeech(room, {
    askOnce: askOverHttp,
    openLine,
    key: () => heldKey(session.room.sessionId),
    origin: location.origin,
  });
  const [openFor, setOpenFor] = createSignal<PersonId>();
  announceOwnSources(room);
  announceScreens(room);
  announceShareEnded(room);
  announceHeldBack(room);
  const { me } = session.room;
  const steers = () => session.topics.roster.steers();
  const { breakouts } = session.topics;
  return {
    usable: room.usable,
    notices: () => (
      <>
        <JoinBanner room={room} />
        {/* What somebody has just done or asked, before what stands until it is settled: it ends by itself or by an answer. */}
        <HostNotices room={room} hosting={hosting} />
        <VoiceNotice room={room} />
        <SpeechNotice speech={speech} />
        <ClosedRoomNotices room={room} closed={closed} />
        <TroubleBanner room={room} />
        <MicrophoneBanner room={room} />
        <DeviceBanner room={room} />
        <PoorLineBanner room={room} />
      </>
    ),
    mark: () => <ClosedRoomMark room={room} closed={closed} />,
    lockMark: () => <MicrophonesLockedMark room={room} />,
    showsSheet: () =>
      room.sheetStands() && (room.view() === 'sound' || room.screens().length === 0),
    showSheet: () => room.choose('sheet'),
    showSheetForNow: room.showSheetForNow,
    picture: (personId) => <LonePicture room={room} personId={personId} />,
    stage: (slot) => <SeminarStage room={room} hosting={hosting} {...slot} />,
    ownSpeech: () => <OwnSpeechSwitch speech={room.speech} />,
    controls: () => <OwnControls room={room} />,
    more: (slot) => (
      <MoreSheet room={room} hosting={hosting} ownWindow={ownWindow} closed={closed} {...slot} />
    ),
    aboutPerson: (entry) => {
      const media = room.person(entry.personId);
      if (!media || !breakouts.withMe(entry.personId)) return false;
      return capital(media.unreadable ? t().says.outside : t().microphone[media.microphone]);
    },
    personTools: (entry) => (
      <Show
        when={
          entry.personId !== me &&
          hasTools(entry, { isWithMe: breakouts.withMe(entry.personId), iSteer: steers() })
        }
      >
        <Show
          when={steers()}
          fallback={<PinButton room={room} personId={entry.personId} name={entry.displayName} />}
        >
          <PersonTools
            room={room}
            hosting={hosting}
            entry={entry}
            openFor={openFor}
            setOpenFor={setOpenFor}
          />
        </Show>
      </Show>
    ),
    speakToAll: () => <SpeakToAll speech={speech} />,
    quietMicrophone: () => {
      const was = room.own.wanted('microphone');
      if (was) room.own.press('microphone', false);
      return was;
    },
    isClosed: () => room.controls().closed !== null,
    strips: () => (
      <>
        {/* The stage, where this stands else, gives way to the pause: nobody shows their screen unawares. */}
        <Show when={session.topics.pauseForAll.isOn()}>
          <OwnShare room={room} />
        </Show>
        <OwnSpeechStrip speech={room.speech} />
        <OwnWindowContent room={room} own={ownWindow} />
      </>
    ),
  };
}

/** The picture that a browser without windows of our own shows alone: a shared screen, else whoever stands large. */
function largestPicture(): HTMLVideoElement | undefined {
  const videos = ['[data-screen] video', '[data-large] video', 'li video'].flatMap((where) => [
    ...document.querySelectorAll<HTMLVideoElement>(`#stage ${where}`),
  ]);
  return videos.find((video) => video.readyState >= HTMLMediaElement.HAVE_METADATA);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
