import { For, Show } from 'solid-js';
import { heldPolls } from '#shared/features/session/poll/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { PROGRAMME_LANGUAGE, useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { NamedAnswers } from '../poll/NamedAnswers.tsx';
import { PollAnswers } from '../poll/PollResults.tsx';
import { words } from '../poll/words.ts';
import styles from './Afterwards.module.css';

/** What everybody was asked in the session, and what came of it, for whoever could be in it. Nothing where nothing was asked. */
export function AskedAfterwards(props: {
  readonly sessionId: SessionId;
  /** Whether one is one of its teachers. */
  readonly mine: boolean;
}) {
  const t = useWords(words);
  const query = createQuery(heldPolls, () => ({ sessionId: props.sessionId }));
  /** What nobody has answered says nothing. */
  const polls = () => query.value()?.polls.filter(({ answers }) => answers > 0) ?? [];
  return (
    <Show when={polls().length > 0}>
      <section aria-labelledby="was-asked">
        <h2 id="was-asked">{t().asked}</h2>
        <ul class={styles.asked}>
          <For each={polls()}>
            {(poll) => (
              <li>
                <h3 lang={PROGRAMME_LANGUAGE}>{poll.question}</h3>
                <p class={styles.quiet}>
                  {t().occasions[poll.occasion]}.{' '}
                  {t().seenBy[poll.named ? 'named' : 'anonymous'].name}.{' '}
                  {t().answered(poll.answers)}
                </p>
                <PollAnswers poll={poll} />
                <Show when={poll.named && props.mine}>
                  <NamedAnswers sessionId={props.sessionId} poll={poll} />
                </Show>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
