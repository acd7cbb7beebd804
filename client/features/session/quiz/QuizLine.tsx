import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { assignmentIcon } from '../../../ui/icons.ts';
import type { RoomProps } from '../room-props.ts';
import styles from './QuizLine.module.css';
import { words } from './words.ts';

/** Over the bar while a quiz is open: the way to it, which nobody has to take. It goes when one is through, and waits while one is on pause. */
export function QuizLine(props: RoomProps) {
  const t = useWords(words);
  const { quiz: store, roster, pause } = props.topics;
  return (
    <Show when={!pause.paused() && store.offered()}>
      {(quiz) => (
        <section class={styles.line} aria-label={t().start}>
          <Icon path={assignmentIcon} />
          <p lang={PROGRAMME_LANGUAGE}>{t().offered(quiz().title)}</p>
          <Show when={!roster.steers()}>
            <Button
              look="quiet"
              size="small"
              onClick={() => {
                store.putAside(quiz().id);
                props.room.say(t().hideAbout);
              }}
            >
              {t().hide}
            </Button>
          </Show>
          <Button size="small" onClick={() => store.show(quiz().id)}>
            {roster.steers() ? t().see : t().take}
          </Button>
        </section>
      )}
    </Show>
  );
}
