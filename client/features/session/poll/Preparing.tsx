import { Match, Show, Switch } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import styles from '../PreparedPart.module.css';
import { AskForm } from './AskForm.tsx';
import { createAsking } from './asking.ts';
import { PreparedPolls } from './PreparedPolls.tsx';
import { createPreparedPolls } from './prepared-polls.ts';
import { words } from './words.ts';

/** What stands ready for a session that one is not in, and the form to make more. */
export function Preparing(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  const prepared = createPreparedPolls(props.sessionId, props.me);
  const asking = createAsking();
  return (
    <Switch>
      <Match when={prepared.query.value()}>
        <PreparedPolls prepared={prepared} />
        <Show when={!prepared.isOver()}>
          <div class={styles.form}>
            <AskForm asking={asking} onPrepare={prepared.prepare} />
          </div>
        </Show>
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
