import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './CaptionBox.module.css';
import { CaptionLines } from './CaptionLines.tsx';
import type { Captions } from './captions-store.ts';
import type { Place } from './reading-choice.ts';
import { words } from './words.ts';

/** What is said, in writing, at one of the places that a reader can choose; nothing at the others. */
export function CaptionBox(props: {
  readonly captions: Captions;
  readonly at: Place;
  /** Whether there is a panel beside the stage just now. */
  readonly hasPanel: boolean;
}) {
  const t = useWords(words);
  const place = (): Place => {
    const chosen = props.captions.choice.place();
    return chosen === 'panel' && !props.hasPanel ? 'under' : chosen;
  };
  return (
    <Show when={props.captions.isShown() && place() === props.at}>
      <div class={styles.box} data-at={props.at}>
        <CaptionLines captions={props.captions} />
        <div class={styles.tools}>
          <Button
            look="quiet"
            size="small"
            aria-label={t().optionsLong}
            onClick={() => props.captions.open(true)}
          >
            {t().options}
          </Button>
          <Button
            look="quiet"
            size="small"
            aria-label={t().hideLong}
            onClick={() => props.captions.choice.turn(false)}
          >
            {t().hide}
          </Button>
        </div>
      </div>
    </Show>
  );
}
