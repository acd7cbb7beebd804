import { createEffect, createMemo, on, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneOffIcon, noSoundIcon } from '../../../ui/icons.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { choiceWords } from './choice-words.ts';

/** One's own microphone is open, and nothing comes of it: better heard from us than from the others. */
export function MicrophoneBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(choiceWords);
  const devices = () => props.room.devices;
  /** When the whole line is gone, or the microphone itself is to blame, that is said already. */
  const stuck = createMemo(
    () =>
      devices().outbound() === 'stuck' &&
      devices().complaint() === undefined &&
      props.room.join().status === 'in-room' &&
      props.room.session.room.live.connection.state().status === 'online',
  );
  createEffect(
    on(stuck, (now, before) => {
      if (now) announce(t().stuck);
      else if (before && devices().outbound() === 'flows') announce(t().flowsAgain);
    }),
  );
  return (
    <Show
      when={devices().complaint()}
      fallback={
        <Show when={stuck()}>
          <Banner icon={noSoundIcon} title={t().stuck} saidByAnnouncer>
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
            <>
              <Button size="small" onClick={() => void devices().revive()}>
                {t().revive}
              </Button>
              <Show when={complaint() === 'silent'}>
                <Button look="quiet" size="small" onClick={() => devices().showChoice(true)}>
                  {t().chooseAnother}
                </Button>
              </Show>
            </>
          }
        >
          {complaint() === 'dead' ? t().deadAbout : t().silentAbout}
        </Banner>
      )}
    </Show>
  );
}
