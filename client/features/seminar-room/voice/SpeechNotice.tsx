import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneIcon, microphoneOffIcon } from '../../../ui/icons.ts';
import type { Speech } from './speech.ts';
import { words } from './words.ts';

/** To the one who speaks into breakouts, wherever on the screen they are: that it is so, or why it is not. */
export function SpeechNotice(props: { readonly speech: Speech }) {
  const t = useWords(words);
  return (
    <>
      <Show when={props.speech.state().status === 'on-air'}>
        <Banner
          icon={microphoneIcon}
          title={t().onAirTitle}
          saidByAnnouncer
          stays
          action={
            <Button size="small" onClick={() => props.speech.stop()}>
              {t().stop}
            </Button>
          }
        >
          {t().onAir(props.speech.heardBy())}
        </Banner>
      </Show>
      <Show when={props.speech.problem()}>
        {(problem) => (
          <Banner
            icon={microphoneOffIcon}
            title={problem()}
            saidByAnnouncer
            action={
              <Button look="quiet" size="small" onClick={() => props.speech.dismissProblem()}>
                {t().close}
              </Button>
            }
          >
            {''}
          </Banner>
        )}
      </Show>
    </>
  );
}
