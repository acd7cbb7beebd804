import { For, Show } from 'solid-js';
import type { TeamThread } from '#shared/features/session/team-line/model.ts';
import { teamLinesOfSession } from '#shared/features/session/team-line/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { FailedLine } from '../../../ui/FailedLine.tsx';
import { words as afterwardsWords } from '../afterwards/words.ts';
import { guestInWords } from '../roster/guest-mark.ts';
import { words as rosterWords } from '../roster/words.ts';
import { words as toYouWords } from '../to-you/words.ts';
import { LineMessages } from './LineMessages.tsx';
import styles from './LinesAfterwards.module.css';
import { words } from './words.ts';

const byNameOfThen = (_: PersonId, name: string) => name;

/** When a session is over: what one wrote to its teachers and what they answered, and for them all that was written. */
export function LinesAfterwards(props: { readonly sessionId: SessionId }) {
  const t = useWords(words);
  const toYou = useWords(toYouWords);
  const query = createQuery(teamLinesOfSession, () => ({ sessionId: props.sessionId }));
  const after = useWords(afterwardsWords);
  const isMissed = () => {
    const now = query.state();
    return now.status === 'failed' && now.refusal !== 'not-found' && !now.value;
  };
  const people = useWords(rosterWords);
  const guestOf = ({ guest }: TeamThread) => guestInWords(guest, people());
  const inBrackets = (thread: TeamThread) => {
    const mark = guestOf(thread);
    return mark && ` (${mark})`;
  };
  const own = () => query.value()?.own?.messages ?? [];
  const threads = () => query.value()?.all?.threads ?? [];
  return (
    <>
      <Show when={isMissed()}>
        <FailedLine
          what={after().linesFailed}
          tryAgain={after().tryAgain}
          onTryAgain={query.refetch}
        />
      </Show>
      <Show when={own().length > 0}>
        <section aria-labelledby="own-line">
          <h2 id="own-line">{toYou().private}</h2>
          <LineMessages
            messages={own()}
            isMe={(message) => !message.fromTeam}
            nameOf={byNameOfThen}
          />
        </section>
      </Show>
      <Show when={threads().length > 0}>
        <section aria-labelledby="all-lines">
          <h2 id="all-lines">{t().written(threads().length)}</h2>
          <For each={threads()}>
            {(thread) => (
              <details class={styles.thread}>
                <summary>{thread.name + inBrackets(thread)}</summary>
                <LineMessages
                  messages={thread.messages}
                  isMe={() => false}
                  nameOf={byNameOfThen}
                  guest={guestOf(thread)}
                />
              </details>
            )}
          </For>
        </section>
      </Show>
    </>
  );
}
