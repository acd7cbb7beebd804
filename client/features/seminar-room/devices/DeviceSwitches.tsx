import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, TOUCH } from '../../../platform/media-query.ts';
import { dampNoise, noiseDamped } from '../../../platform/noise.ts';
import { Switch } from '../../../ui/Switch.tsx';
import { blurAbout } from './blur-about.ts';
import { blurChosen, blurState, chooseBlur } from './blur-choice.ts';
import { choiceWords } from './choice-words.ts';

/** Whether the browser takes noise away from one's voice (F29). */
export function NoiseSwitch() {
  const t = useWords(choiceWords);
  return (
    <Switch label={t().noise} about={t().noiseAbout} on={noiseDamped()} onChange={dampNoise} />
  );
}

/** The blurred background (F29), and how it stands with it; on phones, why not. */
export function BlurSwitch() {
  const t = useWords(choiceWords);
  const touch = createMediaQuery(TOUCH);
  const about = () => blurAbout(blurState(), t());
  return (
    <Show
      when={!touch()}
      fallback={
        <Switch
          label={t().blur}
          about={t().blurNotOnTouch}
          on={false}
          disabled
          onChange={chooseBlur}
        />
      }
    >
      <div>
        <Switch label={t().blur} about={about()} on={blurChosen()} onChange={chooseBlur} />
        <p class="visually-hidden" role="status">
          {blurState().status === 'off' || blurState().status === 'chosen' ? '' : about()}
        </p>
      </div>
    </Show>
  );
}
