import { Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { microphoneOffIcon } from '../../../ui/icons.ts';
import type { Trouble } from '../own-sources.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { browserFamily } from './browser-advice.ts';
import { words } from './words.ts';

/** What could not be switched on, what to do about it in this browser, and that everything else goes on. */
export function TroubleBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const { own } = props.room;
  const advice = (trouble: Trouble) => {
    switch (trouble.why) {
      case 'denied':
        return t().allow[browserFamily(navigator.userAgent, navigator.maxTouchPoints)];
      case 'missing':
        return t().plugIn;
      case 'busy':
        return t().closeOthers;
      case 'locked':
        return t().askTeacher;
      case 'other':
        return t().restart;
    }
  };
  return (
    <Show when={own.trouble()}>
      {(trouble) => (
        <Banner
          icon={microphoneOffIcon}
          title={t().trouble[trouble().why][trouble().source]}
          action={
            <>
              <Button size="small" onClick={() => own.press(trouble().source, true)}>
                {t().tryAgain}
              </Button>
              <Button look="quiet" size="small" onClick={own.dismissTrouble}>
                {t().close}
              </Button>
            </>
          }
        >
          {advice(trouble())} {t().stillWith}
        </Banner>
      )}
    </Show>
  );
}
