import { Match, Switch } from 'solid-js';
import { ownRemoval } from '#shared/features/session/moderation/queries.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { clockTime } from '../../../platform/dates.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { RemovalWords } from '../moderation/RemovalWords.tsx';
import { words as moderationWords } from '../moderation/words.ts';
import { words } from './words.ts';

/** Why one may look at an open session and not join it: because one was taken out, by whom, or was never asked in (REMOVE-5). */
export function WhyOutside(props: { readonly sessionId: SessionId }) {
  const t = useWords(words);
  const moderation = useWords(moderationWords);
  const query = createQuery(ownRemoval, () => ({ sessionId: props.sessionId }));
  return (
    // Nothing until it is known: the one would be untrue of the other.
    <Switch>
      <Match when={query.value()?.removal}>
        {(removal) => (
          <>
            <p>
              {moderation().out.title(removal().by)}.{' '}
              {moderation().out.about(clockTime(removal().at), removal().by)}
            </p>
            <RemovalWords by={removal().by} words={removal().words} />
          </>
        )}
      </Match>
      <Match when={query.value()}>
        <p>{t().notInvitedHere}</p>
      </Match>
    </Switch>
  );
}
