import { createEffect, createMemo, on } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { words } from './devices/words.ts';
import type { OwnSource } from './join/mute-intent.ts';
import type { SeminarRoom } from './seminar-room.ts';
import { words as stageWords } from './stage/words.ts';

/**
 * Says each change of one's own microphone, camera and screen politely, whatever caused it (meet#875). On is said of what is
 * sent, and of what has been on alone that it is off: why something did not come on is said with what to do about it. What
 * comes back by itself after a drop was never off.
 */
export function announceOwnSources({ own, person, session }: SeminarRoom): void {
  const t = useWords(words);
  const sends = (source: OwnSource): boolean => {
    const me = person(session.room.me);
    return source === 'microphone' ? me?.microphone === 'live' : Boolean(me?.[source]);
  };
  for (const source of ['microphone', 'camera', 'screen'] as const) {
    // A memo, so that only what has changed is said: not «off» at the door, over what the agenda has to say.
    const isOn = createMemo<boolean>(
      (before) => own.wanted(source) && (before || sends(source)),
      false,
    );
    createEffect(on(isOn, (now) => announce(t().spoken[source](now)), { defer: true }));
  }
}

/** Says why one's shared screen ended, after that it did: with the line that it was on. */
export function announceShareEnded({ own }: SeminarRoom): void {
  const t = useWords(stageWords);
  createEffect(on(own.shareEnded, (ended) => ended && announce(t().shareEndedAbout)));
}

/** Says whose screen comes on the stage: it takes the place of what stood there. */
export function announceScreens({ screens, session }: SeminarRoom): void {
  const t = useWords(stageWords);
  createEffect(
    on(
      screens,
      (now, before = []) => {
        for (const one of now.filter((sharer) => !before.includes(sharer)))
          announce(t().sharesScreen(session.topics.roster.nameOf(one)));
      },
      { defer: true },
    ),
  );
}

/** Says once that the pictures are held back, to whoever comes in with low energy or turns it on. */
export function announceHeldBack({ heldBack, join }: SeminarRoom): void {
  const t = useWords(stageWords);
  const isSo = createMemo(() => heldBack() && join().status === 'in-room');
  createEffect(on(isSo, (now) => now && announce(t().heldBack)));
}
