import { onMount, Show } from 'solid-js';
import { language, useWords } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { pauseIcon, writeIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import { PauseChoiceGroup } from './PauseChoiceGroup.tsx';
import styles from './PauseScreen.module.css';
import { comeBack, PAUSE_TITLE } from './step-away.ts';
import { words } from './words.ts';

/** In place of the stage while one is on pause: calm, with one way back. */
export function PauseScreen(props: RoomProps & { readonly hears: boolean }) {
  const t = useWords(words);
  const { pause, handQueue, ownLine } = props.topics;
  onMount(ownLine.listen);
  const minutes = () => pause.presentMinutesLeft();
  const back = () => {
    comeBack(pause);
    announce(t().spoken.back);
  };
  return (
    <section class={styles.screen} aria-labelledby={PAUSE_TITLE}>
      <div class={styles.title}>
        <span class={styles.sign}>
          <Icon path={pauseIcon} />
        </span>
        <h2 id={PAUSE_TITLE} tabindex="-1">
          {t().title}
        </h2>
      </div>
      <div class={styles.words}>
        <p>
          {t().about} <Show when={props.hears}>{t().stillHears}</Show>
        </p>
        <p>
          {minutes() > 0 ? t().present(lengthOfMinutes(language(), minutes())) : t().notPresent}
        </p>
        <Show when={handQueue.myPlace() > 0}>
          <p>{t().placeKept}</p>
        </Show>
      </div>
      <Button look="filled" onClick={back}>
        {t().comeBack}
      </Button>
      <PauseChoiceGroup {...props} />
      {/* Whoever is answered reads it here, without coming back. Its room is there before: an answer moves no choice. */}
      <Show when={ownLine.mine()}>
        <div class={styles.answered}>
          <Show when={ownLine.messages().length > 0}>
            <Button size="small" icon={writeIcon} onClick={() => ownLine.show(true)}>
              {ownLine.label()}
            </Button>
          </Show>
        </div>
      </Show>
    </section>
  );
}
