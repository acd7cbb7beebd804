import { createMemo, createSignal } from 'solid-js';
import { dropPreparedPoll, preparePoll } from '#shared/features/session/poll/commands.ts';
import type { PollQuestion } from '#shared/features/session/poll/model.ts';
import { preparedPolls } from '#shared/features/session/poll/queries.ts';
import type { PersonId, PreparedPollId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { words } from './words.ts';

/** Other teachers make them ready too. */
const FRESH_MS = 10_000;

export type PreparedPolls = ReturnType<typeof createPreparedPolls>;

/** What stands ready to be asked in a session, for its teachers: in it, and on its page before it. Cleaned up by Solid. */
export function createPreparedPolls(sessionId: SessionId, me: PersonId) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  live.start(me);
  const query = createQuery(preparedPolls, () => ({ sessionId }));
  refetchEvery(FRESH_MS, query);
  const [preparing, setPreparing] = createSignal(false);
  const [problem, setProblem] = createSignal<string>();
  return {
    query,
    polls: createMemo(() => query.value()?.polls ?? []),
    isOver: () => query.value()?.isOver === true,
    problem,
    /** Whether it stands ready; if not, why is said. */
    async prepare(asked: PollQuestion): Promise<boolean> {
      if (preparing()) return false;
      setPreparing(true);
      setProblem(undefined);
      const outcome = await live.send(preparePoll, { sessionId, ...asked }, { lasting: false });
      setPreparing(false);
      query.refetch();
      if (outcome.ok) announce(t().prepared.isReady);
      else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
      return outcome.ok;
    },
    async drop(preparedId: PreparedPollId): Promise<void> {
      setProblem(undefined);
      const outcome = await live.send(
        dropPreparedPoll,
        { sessionId, preparedId },
        { lasting: false },
      );
      query.refetch();
      if (!outcome.ok) setProblem(refusals()[outcome.refusal]);
    },
  };
}
