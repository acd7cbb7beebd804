import { createMemo, Match, Switch } from 'solid-js';
import type { QuizContent } from '#shared/features/session/quiz/model.ts';
import { quizQuestions } from '#shared/features/session/quiz/queries.ts';
import type { PersonId, QuizId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { createAttempt } from './attempt.ts';
import { TakeQuiz } from './TakeQuiz.tsx';
import { words } from './words.ts';

type ViewProps = {
  readonly sessionId: SessionId;
  readonly quizId: QuizId;
  readonly me: PersonId;
  readonly who: string;
  /** Sends off what one answers first. Left out where nothing is counted. */
  readonly tell?: ((nth: number, choices: readonly number[]) => void) | undefined;
  readonly note?: string | undefined;
  readonly onThrough?: (() => void) | undefined;
};

/** A quiz to be taken, whose questions come when one opens it. Once they are here it needs no line. */
export function QuizView(props: ViewProps) {
  const t = useWords(words);
  const { sessionId, quizId } = props;
  const asked = createQuery(quizQuestions, () => ({ sessionId, quizId }));
  // The query asks again when one comes back to the tab: what one has chosen stands as it was.
  const quiz = createMemo<QuizContent | undefined>(
    (before) => before ?? asked.value()?.quiz ?? undefined,
  );
  return (
    <Switch fallback={<p>{t().gone}</p>}>
      <Match when={quiz()}>{(quiz) => <Taking {...props} content={quiz()} />}</Match>
      <Match when={asked.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['heading', 'name', 'name']} />
      </Match>
      <Match when={!asked.value()}>
        <p role="alert">
          {t().notFetched}{' '}
          <Button look="link" size="small" onClick={asked.refetch}>
            {t().tryAgain}
          </Button>
        </p>
      </Match>
    </Switch>
  );
}

function Taking(props: ViewProps & { readonly content: QuizContent }) {
  const { me, quizId, tell } = props;
  const attempt = createAttempt({ me, quizId, length: props.content.questions.length }, tell);
  return <TakeQuiz {...props} attempt={attempt} />;
}
