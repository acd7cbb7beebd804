import { Show } from 'solid-js';
import { inARow, language, PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { announce } from '../../../ui/announcer.ts';
import { Button } from '../../../ui/Button.tsx';
import type { RoomProps } from '../room-props.ts';
import { AnswerPart } from './AnswerPart.tsx';
import { NamedAnswers } from './NamedAnswers.tsx';
import { PollResults } from './PollResults.tsx';
import styles from './PollScreen.module.css';
import { answerParts } from './results.ts';
import { SteerPoll } from './SteerPoll.tsx';
import { words } from './words.ts';

const QUESTION = 'poll-question';

/** In place of the stage while everybody is asked something, and until what came of it is put away. */
export function PollScreen(props: RoomProps) {
  const t = useWords(words);
  const { poll: store, roster, breakouts } = props.topics;
  return (
    <Show when={store.poll()}>
      {(poll) => (
        // Answers are read by scrolling, and there may be nothing in them to press on.
        <section
          class={styles.screen}
          aria-labelledby={QUESTION}
          tabindex={store.isOpen() ? -1 : 0}
        >
          <div class={styles.parts}>
            <div class={styles.question}>
              <p class={styles.over}>{t().occasions[poll().occasion]}</p>
              <h2
                ref={(heading) => setTimeout(() => goTo(heading))}
                id={QUESTION}
                tabindex="-1"
                lang={PROGRAMME_LANGUAGE}
              >
                {poll().question}
              </h2>
              <Show when={breakouts.mineId()}>
                <Button
                  look="link"
                  size="small"
                  onClick={() => {
                    store.setAside(true);
                    announce(t().aside.said);
                  }}
                >
                  {t().aside.toGroup}
                </Button>
              </Show>
              <Show when={!store.isOpen()}>
                <p class={styles.ended}>{t().ended[poll().occasion]}</p>
              </Show>
            </div>
            {/* Begun anew with another question, which may come with the one before it taken away in the same moment. */}
            <Show when={store.isOpen() && poll().id} keyed>
              <AnswerPart store={store} poll={poll()} />
            </Show>
            <Show when={store.missed()}>
              {(answer) => (
                <p class={styles.missed}>
                  {t().missed(inARow(language(), answerParts(poll().form, answer())))}
                </p>
              )}
            </Show>
            <Show when={!store.isOpen()}>
              <PollResults poll={poll()} sum={store.sum()} />
            </Show>
            <Show when={poll().named && roster.steers()}>
              <NamedAnswers sessionId={props.room.sessionId} poll={poll()} />
            </Show>
            <Show when={roster.steers()}>
              <div class={styles.steer}>
                <SteerPoll store={store} poll={poll()} />
              </div>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}

/** Whoever has just asked stood on a button that is gone with the form. */
function goTo(heading: HTMLElement): void {
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
}
