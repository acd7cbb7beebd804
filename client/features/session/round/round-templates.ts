import { createMemo, createSignal } from 'solid-js';
import { dropRoundTemplate, keepRoundTemplate } from '#shared/features/session/round/commands.ts';
import type { RoundTemplate } from '#shared/features/session/round/model.ts';
import { roundTemplates } from '#shared/features/session/round/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { createQuery } from '../../../platform/query.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import { announce } from '../../../ui/announcer.ts';
import { words } from './words.ts';

export type RoundTemplates = ReturnType<typeof createRoundTemplates>;

/** What a teacher keeps to begin rounds from, in any session. Cleaned up by Solid. */
export function createRoundTemplates(sessionId: SessionId, me: PersonId) {
  const t = useWords(words);
  const refusals = useWords(refusalWords);
  live.start(me);
  const query = createQuery(roundTemplates, () => ({ sessionId }));
  const [problem, setProblem] = createSignal<string>();
  return {
    all: createMemo(() => query.value()?.templates ?? []),
    problem,
    forgetProblem: () => setProblem(undefined),
    /** Whether it is kept; if not, why is said. */
    async keep(template: Omit<RoundTemplate, 'id'>): Promise<boolean> {
      setProblem(undefined);
      const input = { sessionId, ...template };
      const outcome = await live.send(keepRoundTemplate, input, { lasting: false });
      query.refetch();
      if (outcome.ok) announce(t().own.kept(template.name));
      else setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
      return outcome.ok;
    },
    async drop({ id: templateId, name }: RoundTemplate): Promise<void> {
      setProblem(undefined);
      const input = { sessionId, templateId };
      const outcome = await live.send(dropRoundTemplate, input, { lasting: false });
      query.refetch();
      if (outcome.ok) announce(t().own.removed(name));
      else setProblem(refusals()[outcome.refusal]);
    },
  };
}
