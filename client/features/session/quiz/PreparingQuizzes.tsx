import { Match, Switch } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from '../PreparedPart.module.css';
import { MakeQuizzes } from './MakeQuizzes.tsx';
import { createMaking } from './making.ts';
import { createPreparedQuizzes } from './prepared-quizzes.ts';
import { words } from './words.ts';

/** What stands ready for a session that one is not in, and the form to make more. */
export function PreparingQuizzes(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  const prepared = createPreparedQuizzes(props.sessionId, props.me);
  const making = createMaking(props.sessionId, props.me);
  return (
    <Switch>
      <Match when={prepared.query.value()}>
        <div class={styles.form}>
          <MakeQuizzes prepared={prepared} making={making} />
        </div>
      </Match>
      <Match when={prepared.query.state().status === 'loading'}>
        <Skeleton label={t().prepared.fetching} shapes={['line', 'name']} />
      </Match>
      <Match when={prepared.query.state().status === 'failed'}>
        <p role="alert">
          {t().prepared.notFetched}{' '}
          <Button look="link" size="small" onClick={prepared.query.refetch}>
            {t().tryAgain}
          </Button>
        </p>
      </Match>
    </Switch>
  );
}
