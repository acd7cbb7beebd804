import { onMount, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Switch } from '../../../ui/Switch.tsx';
import type { OwnSpeech } from './own-speech.ts';
import { words } from './words.ts';

/** Nothing where this device cannot write down what one says by itself. */
export function OwnSpeechSwitch(props: { readonly speech: OwnSpeech }) {
  const t = useWords(words);
  onMount(() => void props.speech.look());
  const about = () => {
    const state = props.speech.state();
    if (state === 'off' && props.speech.isToFetch()) return t().aboutToFetch;
    return t().about[state];
  };
  return (
    <Show when={props.speech.isOffered()}>
      <div>
        <Switch
          label={t().captionMe}
          about={about()}
          on={props.speech.state() === 'on' || props.speech.state() === 'fetching'}
          onChange={(wanted) => void props.speech.turn(wanted)}
        />
        <p class="visually-hidden" role="status">
          {props.speech.state() === 'off' || props.speech.state() === 'on' ? '' : about()}
        </p>
      </div>
    </Show>
  );
}
