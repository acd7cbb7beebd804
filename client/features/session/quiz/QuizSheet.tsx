import { Show } from 'solid-js';
import type { Quiz } from '#shared/features/session/quiz/model.ts';
import { useWords } from '../../../platform/language.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { LineBanner } from '../LineBanner.tsx';
import type { RoomProps } from '../room-props.ts';
import styles from './QuizSheet.module.css';
import { QuizView } from './QuizView.tsx';
import { SteerQuiz } from './SteerQuiz.tsx';
import { TryQuiz } from './TryQuiz.tsx';
import { words } from './words.ts';

/** Over the room for whoever opens it, and nobody else: what is heard goes on, and one comes back to where one was in it. */
export function QuizSheet(props: RoomProps) {
  const t = useWords(words);
  const { quiz: store, roster } = props.topics;
  createReturnFocus(() => store.shown() !== undefined);
  return (
    <Sheet
      open={store.shown() !== undefined}
      onOpenChange={(open) => !open && store.show(undefined)}
      title={store.shown()?.title ?? t().start}
      closeLabel={t().close}
      pinned={<LineBanner room={props.room} again />}
    >
      {/* Another quiz is begun anew; one that is closed meanwhile goes on. */}
      <Show when={store.shown()?.id} keyed>
        <Show when={store.shown()}>
          {(quiz) => (
            <Show when={roster.steers()} fallback={<Take {...props} quiz={quiz()} />}>
              <div class={styles.parts}>
                <SteerQuiz store={store} sessionId={props.room.sessionId} quiz={quiz()} />
                <TryQuiz sessionId={props.room.sessionId} quizId={quiz().id} me={props.room.me} />
              </div>
            </Show>
          )}
        </Show>
      </Show>
    </Sheet>
  );
}

function Take(props: RoomProps & { readonly quiz: Quiz }) {
  const t = useWords(words);
  const { room } = props;
  const { quiz: store } = props.topics;
  const { id } = props.quiz;
  const isOpen = () => props.quiz.closedAt === null;
  const note = () => {
    const waits = store.countWaits();
    return waits ? t().waits[waits] : store.uncounted(id);
  };
  return (
    <QuizView
      sessionId={room.sessionId}
      quizId={id}
      me={room.me}
      who={isOpen() ? t().who.counted : t().who.alone}
      tell={(nth, choices) => isOpen() && void store.count(id, nth, choices)}
      note={note()}
      onThrough={() => store.putAside(id)}
    />
  );
}
