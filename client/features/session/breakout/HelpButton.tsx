import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { wonderIcon } from '../../../ui/icons.ts';
import { BarButton } from '../BarButton.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './words.ts';

/** «Kom til oss»: the group asks the teachers to come, and takes it back by the same press. Not where one is already. */
export function HelpButton(props: Pick<RoomProps, 'topics'>) {
  const t = useWords(words);
  const { breakouts, roster } = props.topics;
  const asked = () => (breakouts.inside()?.called ?? null) !== null;
  const isWanted = () =>
    breakouts.inside() !== undefined && !roster.steers() && !breakouts.teacherInside();
  return (
    <Show when={isWanted()}>
      <BarButton
        icon={wonderIcon}
        look={asked() ? 'soft' : 'plain'}
        pressed={asked() || undefined}
        resting={breakouts.callWaits() !== undefined}
        onClick={() => {
          if (!breakouts.callWaits()) void breakouts.call(!asked());
        }}
      >
        <Show when={breakouts.callWaits()} fallback={asked() ? t().helpAsked : t().help}>
          {(waits) => <>{t().waits[waits()]}</>}
        </Show>
      </BarButton>
    </Show>
  );
}
