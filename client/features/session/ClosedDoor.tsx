import { createEffect, Show } from 'solid-js';
import { clockTime, longDate } from '../../platform/dates.ts';
import { language, useWords } from '../../platform/language.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { createGlance } from './door/glance.ts';
import { OutsideNotice } from './OutsideNotice.tsx';
import type { Room } from './session-room.ts';
import { words } from './words.ts';

/** Why a door can be closed that has nothing to do with the one who stands before it, and why nobody finds one. */
export type WhyClosed = keyof (typeof words)['nb']['door'];
export const isWhyClosed = (why: string): why is WhyClosed => why in words.nb.door;

const isOver = (why: WhyClosed) => why === 'session-ended' || why === 'session-over';

/** Why the door is closed, and when it opens. */
export function ClosedDoor(props: { readonly room: Room; readonly why: WhyClosed }) {
  const t = useWords(words);
  // Thanked is who was there.
  const about = () =>
    isOver(props.why) && !props.room.wasIn() ? t().overNeverIn : t().doorAbout[props.why];
  return (
    <OutsideNotice
      title={t().door[props.why]}
      actions={
        <>
          <WayToAfterwards room={props.room} why={props.why} />
          <LinkButton href="/">{t().toNow}</LinkButton>
        </>
      }
    >
      <p>{about()}</p>
      <Show when={props.why === 'not-open-yet'}>
        <StartsAt room={props.room} />
      </Show>
    </OutsideNotice>
  );
}

/** To the page of a session that has been: how it went, and what was written. */
export function WayToAfterwards(props: { readonly room: Room; readonly why: WhyClosed }) {
  const t = useWords(words);
  return (
    <Show when={isOver(props.why)}>
      <LinkButton look="filled" href={`/okt/${props.room.sessionId}/om`}>
        {t().seeAfterwards}
      </LinkButton>
    </Show>
  );
}

/** When it begins, and the door opens by itself: nobody has to press again and again. */
function StartsAt(props: { readonly room: Room }) {
  const t = useWords(words);
  const { glance } = createGlance(props.room.sessionId);
  createEffect(() => {
    if (glance()?.door === 'open') props.room.join();
  });
  return (
    <Show when={glance()}>
      {(known) => (
        <p>{t().startsAt(longDate(language(), known().startsAt), clockTime(known().startsAt))}</p>
      )}
    </Show>
  );
}
