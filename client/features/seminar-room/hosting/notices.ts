import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { announceAtOnce } from '../../../ui/announcer.ts';
import {
  cameraOffIcon,
  everyoneIcon,
  lockIcon,
  microphoneIcon,
  microphoneOffIcon,
  screenIcon,
} from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { words } from './words.ts';

/** What only says that something has happened is read in this time, and gone. */
const READ_MS = 8_000;

type Notice = {
  readonly icon: string;
  readonly title: string;
  readonly about: string;
  /** A notice goes when it is no longer true; without this, when it has been read. */
  readonly holds?: () => boolean;
};

/** What a teacher did to oneself, or what somebody answered one, as long as it is so: one at a time, the last that happened. */
export function createNotices(room: SeminarRoom) {
  const t = useWords(words);
  const { session, own } = room;
  const { me } = session.room;
  const { roster } = session.topics;
  const [notice, setNotice] = createSignal<Notice>();
  const nameOf = (personId: PersonId) => roster.nameOf(personId, t().aTeacher);
  const teaches = () => roster.steers();
  const isOff = (source: 'microphone' | 'camera' | 'screen') => () => !own.wanted(source);

  createEffect(() => {
    const now = notice();
    if (!now) return;
    if (now.holds) {
      if (!now.holds()) setNotice(undefined);
      return;
    }
    const timer = setTimeout(() => setNotice(undefined), READ_MS);
    onCleanup(() => clearTimeout(timer));
  });

  const tell = (told: Notice) => {
    setNotice(told);
    announceAtOnce(told.title);
  };
  const muted = (by: PersonId) => {
    own.taken('microphone');
    const said = t().youAre;
    tell({
      icon: microphoneOffIcon,
      title: said.muted(nameOf(by)),
      about: said.mutedAbout,
      holds: isOff('microphone'),
    });
  };
  const stopped = (source: 'camera' | 'screen', by: PersonId) => {
    own.taken(source);
    const said = t().youAre;
    const isCamera = source === 'camera';
    tell({
      icon: isCamera ? cameraOffIcon : screenIcon,
      title: (isCamera ? said.cameraStopped : said.screenStopped)(nameOf(by)),
      about: said.stoppedAbout,
      holds: isOff(source),
    });
  };

  room.whenFact((fact: RoomFact) => {
    const said = t().youAre;
    switch (fact.type) {
      case 'participant-muted':
        if (fact.personId === me) muted(fact.by);
        return;
      case 'everyone-muted':
        if (!teaches() && own.wanted('microphone')) muted(fact.by);
        return;
      case 'microphones-locked':
        if (teaches()) return;
        own.taken('microphone');
        return tell({
          icon: lockIcon,
          title: said.locked(nameOf(fact.by)),
          about: said.lockedAbout,
          holds: () => room.controls().microphonesLocked,
        });
      case 'microphones-unlocked':
        if (teaches()) return;
        return tell({ icon: microphoneIcon, title: said.unlocked, about: said.unlockedAbout });
      case 'source-stopped':
        if (fact.personId !== me) return;
        if (fact.source === 'screen-audio' || fact.source === 'microphone')
          return own.taken(fact.source);
        return stopped(fact.source, fact.by);
      case 'unmute-asked':
        if (fact.personId === me) announceAtOnce(said.asked(nameOf(fact.by)));
        return;
      case 'unmute-answered':
        if (fact.by !== me || fact.willing) return;
        return tell({
          icon: microphoneOffIcon,
          title: said.declined(nameOf(fact.personId)),
          about: '',
        });
      case 'spotlight-set':
        if (fact.personId !== me) return;
        return tell({
          icon: everyoneIcon,
          title: said.spotlit,
          about: '',
          holds: () => room.controls().spotlightId === me,
        });
      case 'screen-allowed':
        if (fact.personId !== me) return;
        return tell({
          icon: screenIcon,
          title: said.screenAllowed,
          about: said.screenAllowedAbout,
          holds: () => room.controls().screenAllowed.includes(me),
        });
      // Said by the closed room itself.
      case 'room-closed':
      case 'room-opened':
      // Ends a notice, by its being no longer so.
      case 'screen-withdrawn':
      case 'spotlight-cleared':
      case 'media-joined':
      case 'media-left':
      case 'media-changed':
        return;
      default:
        fact satisfies never;
    }
  });

  return { notice, dismiss: () => setNotice(undefined) };
}
