import { createEffect, createMemo, on } from 'solid-js';
import { useWords } from '../../platform/language.ts';
import { announce } from '../../ui/announcer.ts';
import { words } from './devices/words.ts';
import type { SeminarRoom } from './seminar-room.ts';
import { words as stageWords } from './stage/words.ts';

/** Says each change of one's own microphone, camera and screen politely, whatever caused it (meet#875). */
export function announceOwnSources({ own }: SeminarRoom): void {
  const t = useWords(words);
  for (const source of ['microphone', 'camera', 'screen'] as const) {
    // A memo, so that only what has changed is said: not «off» at the door, over what the agenda has to say.
    const wanted = createMemo(() => own.wanted(source));
    createEffect(on(wanted, (isWanted) => announce(t().spoken[source](isWanted)), { defer: true }));
  }
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
