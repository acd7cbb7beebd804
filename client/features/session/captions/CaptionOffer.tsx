import { createSignal, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { captionIcon } from '../../../ui/icons.ts';
import styles from './CaptionOffer.module.css';
import type { Captions } from './captions-store.ts';
import { words } from './words.ts';

/** At the foot of the stage, where there are captions that one does not read: one press. */
export function CaptionOffer(props: {
  readonly captions: Captions;
  /** They are found elsewhere too, and so this can be put away. */
  readonly alsoInMore: boolean;
}) {
  const t = useWords(words);
  const [declined, setDeclined] = createSignal(false);
  const { captions } = props;
  const offers = () => captions.exist() && !captions.isWriter() && !captions.choice.on();
  return (
    <Show when={offers() && !(declined() && props.alsoInMore)}>
      <div class={styles.offer}>
        <Button size="small" icon={captionIcon} onClick={() => captions.choice.turn(true)}>
          {t().turnOn}
        </Button>
        <Show when={props.alsoInMore}>
          <Button look="quiet" size="small" onClick={() => setDeclined(true)}>
            {t().notNow}
          </Button>
        </Show>
      </div>
    </Show>
  );
}
