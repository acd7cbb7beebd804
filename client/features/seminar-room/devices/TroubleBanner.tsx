import { createEffect, on, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { createMediaQuery, WIDE } from '../../../platform/media-query.ts';
import { announce } from '../../../ui/announcer.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { Button } from '../../../ui/Button.tsx';
import { cameraOffIcon, microphoneOffIcon, screenIcon } from '../../../ui/icons.ts';
import type { Trouble } from '../own-sources.ts';
import type { SeminarRoom } from '../seminar-room.ts';
import { blurState, showWithoutBlur } from './blur-choice.ts';
import { browserFamily } from './browser-advice.ts';
import { choiceWords } from './choice-words.ts';
import { words } from './words.ts';

const ICONS = { microphone: microphoneOffIcon, camera: cameraOffIcon, screen: screenIcon };

/** What could not be switched on, what to do about it in this browser, and that everything else goes on. */
export function TroubleBanner(props: { readonly room: SeminarRoom }) {
  const t = useWords(words);
  const chosen = useWords(choiceWords);
  const { own } = props.room;
  const title = (trouble: Trouble) => {
    if (trouble.why === 'unchanged') return chosen().unchanged;
    if (trouble.why !== 'unplugged') return t().trouble[trouble.why][trouble.source];
    return chosen().unplugged[trouble.source === 'camera' ? 'camera' : 'microphone'];
  };
  const advice = (trouble: Trouble) => {
    switch (trouble.why) {
      case 'unchanged': {
        const now = blurState();
        return now.status === 'cannot' ? chosen().blurCannot[now.why] : '';
      }
      case 'unplugged':
        return t().plugIn;
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
  const wide = createMediaQuery(WIDE);
  const about = (trouble: Trouble) => [advice(trouble), t().stillWith].filter(Boolean).join(' ');
  // On a phone the words would push away what we do now: that all goes on is heard, and seen.
  const seen = (trouble: Trouble) => (wide() ? about(trouble) : advice(trouble));
  createEffect(
    on(own.trouble, (trouble) => trouble && announce(`${title(trouble)} ${about(trouble)}`)),
  );
  const tryAgain = ({ source, why }: Trouble) => {
    if (why === 'unchanged') showWithoutBlur();
    own.press(source, true);
  };
  return (
    <Show when={own.trouble()}>
      {(trouble) => (
        <Banner
          icon={ICONS[trouble().source]}
          saidByAnnouncer
          title={title(trouble())}
          action={
            <>
              <Button size="small" onClick={() => tryAgain(trouble())}>
                {trouble().why === 'unchanged' ? chosen().showUnchanged : t().tryAgain}
              </Button>
              <Button look="quiet" size="small" onClick={own.dismissTrouble}>
                {t().close}
              </Button>
            </>
          }
        >
          {seen(trouble())}
        </Banner>
      )}
    </Show>
  );
}
