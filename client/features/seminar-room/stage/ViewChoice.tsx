import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { SegmentedChoice } from '../../../ui/SegmentedChoice.tsx';
import { SteadyWords } from '../../../ui/SteadyWords.tsx';
import type { SeminarRoom } from '../seminar-room.ts';
import styles from './ViewChoice.module.css';
import { VIEWS } from './view.ts';
import { words } from './words.ts';

/** How one sees the others: one press each, and sound only is one of them (F6). One's own picture is asked for here (F31). */
export function ViewChoice(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  return (
    <div class={styles.row}>
      <SegmentedChoice
        class={styles.views}
        legend={t().view}
        options={VIEWS}
        labelOf={(view) => t().views[view]}
        value={props.room.view()}
        onChoose={props.room.choose}
      />
      <Show when={!props.room.heldBack()} fallback={<p class={styles.heldBack}>{t().heldBack}</p>}>
        <SelfSwitch room={props.room} />
      </Show>
    </div>
  );
}

/** Always there: a camera that goes on or off, by whomever, moves no tile. */
function SelfSwitch(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const hasCamera = () => props.room.own.wanted('camera');
  return (
    <Button
      look="quiet"
      size="small"
      class={styles.self}
      // In one piece: parted, a space is read before the stop.
      aria-label={hasCamera() ? undefined : `${t().showSelf}. ${t().cameraIsOff}`}
      aria-disabled={!hasCamera() || undefined}
      // No stop on the way to the faces while there is nothing to show; whoever stands on it stays there.
      tabindex={hasCamera() ? undefined : -1}
      onClick={() => {
        if (hasCamera()) props.room.showSelf(!props.room.selfShown());
      }}
    >
      <Show
        when={hasCamera()}
        fallback={
          <span>
            <span class={styles.act}>{t().showSelf}</span>{' '}
            <span class={styles.why}>{t().cameraIsOff}</span>
          </span>
        }
      >
        <SteadyWords
          says={props.room.selfShown() ? t().hideSelf : t().showSelf}
          also={props.room.selfShown() ? t().showSelf : t().hideSelf}
        />
      </Show>
    </Button>
  );
}
