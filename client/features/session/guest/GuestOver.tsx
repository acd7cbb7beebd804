import { onMount } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { serverNow } from '../../../platform/server-clock.ts';
import { announce } from '../../../ui/announcer.ts';
import { OutsideNotice } from '../OutsideNotice.tsx';
import type { Room } from '../session-room.ts';
import { words as roomWords } from '../words.ts';
import { rememberTold, wasToldOver } from './told-over.ts';
import { words } from './words.ts';

/** How far this browser's idea of the server's clock may lie from it. */
const CLOCKS_APART_MS = 2_000;

/**
 * What a guest sees when their access has ended: that it is over, and whom to ask. Thanked for having been there is who was;
 * who was never let in is told that the session ended, where that is why (LOBBY-11).
 */
export function GuestOver(props: { readonly room?: Room; readonly ended?: boolean }) {
  const t = useWords(words);
  const door = useWords(roomWords);
  const neverIn = () => props.room?.wasIn() === false;
  const endsAt = () => props.room?.endsOutsideAt() ?? Number.POSITIVE_INFINITY;
  const ended = () =>
    neverIn() && (props.ended === true || endsAt() <= serverNow() + CLOCKS_APART_MS);
  onMount(() => {
    if (props.room) rememberTold();
    // Told in the lobby, it has been said there.
    if (ended() && props.room?.state().status === 'signed-out') announce(`${title()}.`);
  });
  const title = () => {
    if (ended()) return door().door['session-ended'];
    return neverIn() ? t().accessOver : t().thanks;
  };
  return (
    <OutsideNotice title={title()} actions={undefined}>
      <p>{ended() ? t().endedAbout : t().thanksAbout}</p>
      {/* Without the room, and untold, it is not known why: there the link may still apply. */}
      <p>{props.room || wasToldOver() ? t().askInviter : t().linkAgain}</p>
    </OutsideNotice>
  );
}
