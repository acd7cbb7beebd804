import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { everyoneIcon } from '../../../ui/icons.ts';
import { BarButton } from '../BarButton.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './words.ts';

/** Out of a breakout, and back to all; the session goes on there. */
export function BackToAll(props: Pick<RoomProps, 'topics'>) {
  const t = useWords(words);
  const { breakouts } = props.topics;
  return (
    <Show when={breakouts.mineId()}>
      <BarButton
        icon={everyoneIcon}
        resting={breakouts.goWaits() !== undefined}
        onClick={() => {
          if (!breakouts.goWaits()) void breakouts.goTo(null);
        }}
      >
        <Show when={breakouts.goWaits()} fallback={t().toAll}>
          {(waits) => <>{t().waits[waits()]}</>}
        </Show>
      </BarButton>
    </Show>
  );
}
