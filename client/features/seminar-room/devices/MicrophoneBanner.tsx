import { createEffect, on, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneOffIcon, noSoundIcon } from '../../../ui/icons.ts';
import { choiceWords } from './choice-words.ts';
import type { OwnDevices } from './own-devices.ts';

/** One's own microphone is open, and nothing comes of it: better heard from us than from the others. */
export function MicrophoneBanner(props: { readonly devices: OwnDevices }) {
  const t = useWords(choiceWords);
  const stuck = () => props.devices.outbound() === 'stuck';
  createEffect(
    on(props.devices.outbound, (now, before) => {
      if (now === 'stuck') announce(t().stuck);
      else if (before === 'stuck' && now === 'flows') announce(t().flowsAgain);
    }),
  );
  return (
    <Show
      when={props.devices.complaint()}
      fallback={
        <Show when={stuck()}>
          <Banner icon={noSoundIcon} title={t().stuck}>
            {t().stuckAbout}
          </Banner>
        </Show>
      }
    >
      {(complaint) => (
        <Banner
          icon={microphoneOffIcon}
          title={complaint() === 'dead' ? t().dead : t().silent}
          action={
            <Button size="small" onClick={() => void props.devices.revive()}>
              {t().revive}
            </Button>
          }
        >
          {complaint() === 'dead' ? t().deadAbout : t().silentAbout}
        </Banner>
      )}
    </Show>
  );
}
