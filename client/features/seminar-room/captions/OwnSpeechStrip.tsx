import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './OwnSpeechStrip.module.css';
import type { OwnSpeech } from './own-speech.ts';
import { words } from './words.ts';

/** As long as one's own speech is written down for all: that it is, and the way out of it. */
export function OwnSpeechStrip(props: { readonly speech: OwnSpeech }) {
  const t = useWords(words);
  return (
    <Show when={props.speech.state() === 'on'}>
      <div class={styles.strip}>
        <p>{t().isOn}</p>
        <Button size="small" onClick={() => void props.speech.turn(false)}>
          {t().stop}
        </Button>
      </div>
    </Show>
  );
}
