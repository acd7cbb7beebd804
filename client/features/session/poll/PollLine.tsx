import { Show } from 'solid-js';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { assignmentIcon } from '../../../ui/icons.ts';
import styles from '../quiz/QuizLine.module.css';
import type { RoomProps } from '../room-props.ts';
import { words } from './words.ts';

/** Over the bar, in a group that has set the question aside: what is asked, and the way to it. */
export function PollLine(props: RoomProps) {
  const t = useWords(words);
  const { poll: store, breakouts } = props.topics;
  const mayAnswer = () => store.isOpen() && store.asksMe() && !store.isAnswered();
  return (
    <Show when={breakouts.mineId() && store.isAside() && store.poll()}>
      {(poll) => (
        <section class={styles.line} aria-label={t().occasions[poll().occasion]}>
          <Icon path={assignmentIcon} />
          <p lang={PROGRAMME_LANGUAGE}>{poll().question}</p>
          <Button size="small" onClick={() => store.setAside(false)}>
            {mayAnswer() ? t().aside.answer : t().aside.see}
          </Button>
        </section>
      )}
    </Show>
  );
}
