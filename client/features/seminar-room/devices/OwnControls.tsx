import { createMemo, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import {
  cameraIcon,
  cameraOffIcon,
  lockIcon,
  microphoneIcon,
  microphoneOffIcon,
  noSoundIcon,
  soundIcon,
} from '../../../ui/icons.ts';
import { BarButton } from '../../session/public.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { createMicrophoneLock } from './microphone-lock.ts';
import { isNotSent } from './outbound-watch.ts';
import { words } from './words.ts';

/** One's own microphone and camera on the bar: the sign and the word say the same, and say what is really sent. */
export function OwnControls(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { own } = props.room;
  const connected = () => props.room.join().status === 'in-room';
  const sends = (source: 'microphone' | 'camera') => {
    const me = props.room.person(props.room.session.room.me);
    return source === 'microphone' ? me?.microphone === 'live' : Boolean(me?.camera);
  };
  /** Pressed, and not sent yet: the browser may ask its person first, and refuse. */
  const opens = (source: 'microphone' | 'camera') =>
    own.wanted(source) && connected() && !sends(source);
  const look = (source: 'microphone' | 'camera') =>
    own.wanted(source) && !opens(source) ? 'soft' : 'plain';
  const { locked, sayWhy } = createMicrophoneLock(props.room);
  const notSent = createMemo<boolean>(
    (before) =>
      isNotSent(before, {
        wanted: own.wanted('microphone'),
        connected: connected(),
        stuck: props.room.devices.outbound() === 'stuck',
        sends: sends('microphone'),
      }),
    false,
  );
  const microphone = () => {
    if (locked()) return { icon: lockIcon, word: t().microphoneLocked, hint: t().lockedHint };
    const on = own.wanted('microphone');
    if (notSent()) {
      const hint = connected() ? t().stuckHint : t().noSoundHint;
      return { icon: noSoundIcon, word: t().notSent, hint };
    }
    if (!props.room.line()) return { icon: noSoundIcon, word: t().noSound, hint: t().noSoundHint };
    if (opens('microphone')) return { icon: microphoneOffIcon, word: t().microphoneOpens };
    return on
      ? { icon: microphoneIcon, word: t().microphoneOn }
      : { icon: microphoneOffIcon, word: t().microphoneOff };
  };
  /** Nobody is said to listen who hears nothing. */
  const listens = () => (props.room.line() ? t().listensOnly : t().noSound);
  const camera = () => {
    if (opens('camera')) return { icon: cameraOffIcon, word: t().cameraOpens };
    return own.wanted('camera')
      ? { icon: cameraIcon, word: t().cameraOn }
      : { icon: cameraOffIcon, word: t().cameraOff };
  };
  const takePart = () => {
    props.room.takePart();
    announce(t().spoken.takesPart);
    // What was pressed is gone; what it brought stands in its place.
    document.querySelector<HTMLElement>('#controls [data-first-control]')?.focus();
  };
  return (
    <Show
      when={!props.room.listensOnly()}
      fallback={
        <BarButton
          first
          icon={props.room.line() ? soundIcon : noSoundIcon}
          title={t().listensHint}
          onClick={takePart}
        >
          <span aria-hidden="true">{listens()}</span>
          {/* In one piece: parted, a space is read before the stop. */}
          <span class="visually-hidden">{`${listens()}. ${t().listensHint}`}</span>
        </BarButton>
      }
    >
      <BarButton
        first
        icon={microphone().icon}
        look={look('microphone')}
        resting={!props.room.line()}
        locked={locked()}
        title={microphone().hint ?? ''}
        onClick={() => {
          if (locked()) sayWhy();
          else own.press('microphone', !own.wanted('microphone'));
        }}
      >
        {microphone().word}
      </BarButton>
      <Show when={!props.room.cameraAside()}>
        <BarButton
          icon={camera().icon}
          look={look('camera')}
          resting={!props.room.line()}
          onClick={() => own.press('camera', !own.wanted('camera'))}
        >
          {camera().word}
        </BarButton>
      </Show>
    </Show>
  );
}
