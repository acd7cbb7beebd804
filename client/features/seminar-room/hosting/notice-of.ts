import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { MediaSource } from '../../../platform/media-line.ts';
import {
  cameraOffIcon,
  everyoneIcon,
  lockIcon,
  microphoneIcon,
  microphoneOffIcon,
  screenIcon,
} from '../../../ui/icons.ts';
import type { words } from './words.ts';

/** What a teacher did to oneself, or what somebody answered one. */
export type Notice = {
  readonly icon: string;
  readonly title: string;
  readonly about: string;
  /** It goes when this is no longer so: that one's own source is off, or what a teacher decided. */
  readonly as?: 'microphone' | 'camera' | 'screen' | 'locked' | 'spotlit' | 'may-share';
  /** Who has answered that the microphone is on: it goes when that person is muted. */
  readonly on?: PersonId;
};

/** What a fact means to oneself. */
export type Told = {
  /** One's own source is off from now on. */
  readonly takes?: MediaSource;
  /** To be seen, and heard at once. */
  readonly notice?: Notice;
  /** What was said of one's own press, and has got its answer. */
  readonly takesBack?: string;
  /** Only heard: it is seen elsewhere. */
  readonly aloud?: string;
};

type Now = {
  readonly me: PersonId;
  readonly teaches: boolean;
  readonly microphoneOn: boolean;
  /** Whether one's screen can be shared from here. */
  readonly canShare: boolean;
  readonly said: (typeof words)['nb']['youAre'];
  readonly done: (typeof words)['nb']['done'];
  readonly nameOf: (personId: PersonId) => string;
};

/** Whether a teacher has just muted somebody. */
export function mutes(fact: RoomFact, personId: PersonId): boolean {
  if (fact.type === 'participant-muted') return fact.personId === personId;
  return fact.type === 'everyone-muted' || fact.type === 'microphones-locked';
}

/** Who did what to oneself, by name; nothing when it does not concern one (ROOM-10). */
export function noticeOf(fact: RoomFact, now: Now): Told | undefined {
  const { me, said, nameOf } = now;
  switch (fact.type) {
    case 'participant-muted':
      return fact.personId === me ? muted(nameOf(fact.by), said) : undefined;
    case 'everyone-muted':
      return !now.teaches && now.microphoneOn ? muted(nameOf(fact.by), said) : undefined;
    case 'microphones-locked':
      if (now.teaches) return undefined;
      return {
        takes: 'microphone',
        notice: {
          icon: lockIcon,
          title: said.locked(nameOf(fact.by)),
          about: said.lockedAbout,
          as: 'locked',
        },
      };
    case 'microphones-unlocked':
      if (now.teaches) return undefined;
      return {
        notice: {
          icon: microphoneIcon,
          title: said.unlocked(nameOf(fact.by)),
          about: said.unlockedAbout,
        },
      };
    case 'source-stopped':
      return fact.personId === me ? stopped(fact.source, nameOf(fact.by), said) : undefined;
    case 'unmute-asked':
      return fact.personId === me ? { aloud: said.asked(nameOf(fact.by)) } : undefined;
    case 'unmute-answered':
      if (fact.by !== me) return undefined;
      return {
        takesBack: now.done.asked(nameOf(fact.personId)),
        notice: {
          icon: fact.answer === 'on' ? microphoneIcon : microphoneOffIcon,
          title: said.answered[fact.answer](nameOf(fact.personId)),
          about: fact.answer === 'failed' ? said.failedAbout : '',
          ...(fact.answer === 'on' ? { on: fact.personId } : {}),
        },
      };
    case 'spotlight-set':
      if (fact.personId !== me) return undefined;
      return {
        notice: {
          icon: everyoneIcon,
          title: said.spotlit(nameOf(fact.by)),
          about: '',
          as: 'spotlit',
        },
      };
    case 'screen-allowed':
      if (fact.personId !== me) return undefined;
      return {
        notice: {
          icon: screenIcon,
          title: said.screenAllowed(nameOf(fact.by)),
          about: now.canShare ? said.screenAllowedAbout : said.screenAllowedElsewhere,
          as: 'may-share',
        },
      };
    // Said by the closed room itself.
    case 'room-closed':
    case 'room-opened':
    // Ends a notice, by its being no longer so.
    case 'screen-withdrawn':
    case 'spotlight-cleared':
    case 'media-joined':
    case 'media-left':
    case 'media-changed':
      return undefined;
    default:
      return fact satisfies never;
  }
}

function muted(by: string, said: Now['said']): Told {
  return {
    takes: 'microphone',
    notice: {
      icon: microphoneOffIcon,
      title: said.muted(by),
      about: said.mutedAbout,
      as: 'microphone',
    },
  };
}

function stopped(source: MediaSource, by: string, said: Now['said']): Told {
  // The sound of a screen goes with it; a microphone is told of as muted.
  if (source === 'screen-audio' || source === 'microphone') return { takes: source };
  const camera = source === 'camera';
  return {
    takes: source,
    notice: {
      icon: camera ? cameraOffIcon : screenIcon,
      title: (camera ? said.cameraStopped : said.screenStopped)(by),
      about: said.stoppedAbout,
      as: source,
    },
  };
}
