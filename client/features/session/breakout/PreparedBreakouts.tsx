import { createSignal, lazy } from 'solid-js';
import { prepareBreakouts } from '#shared/features/session/breakout/commands.ts';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { live } from '../../../platform/live.ts';
import { refusalWords } from '../../../platform/refusal-words.ts';
import styles from '../PreparedPart.module.css';
import { PreparedPart } from '../PreparedPart.tsx';
import { words } from './lead-words.ts';
import { words as breakoutWords } from './words.ts';

/** Brings the form, which is asked for seldom. */
const Planning = lazy(
  comesLater(async () => ({ default: (await import('./PlanFormBegun.tsx')).PlanFormBegun })),
);

/** On a session's page before it begins, for its teachers: the groups that it will be split into. */
export function PreparedBreakouts(props: { readonly sessionId: SessionId; readonly me: PersonId }) {
  const t = useWords(words);
  const { problem, prepare } = createPreparing(() => props.sessionId, props.me);
  return (
    <PreparedPart
      title={t().prepared.part}
      about={t().prepared.about}
      show={t().prepared.show}
      hide={t().prepared.hide}
      fetching={t().fetching}
    >
      <div class={styles.form}>
        <Planning
          sessionId={props.sessionId}
          me={props.me}
          problem={problem()}
          onPrepare={prepare}
        />
      </div>
    </PreparedPart>
  );
}

/** Keeps a plan for a session that one is not in; why it could not be is said in words. */
function createPreparing(sessionId: () => SessionId, me: PersonId) {
  const t = useWords(breakoutWords);
  const refusals = useWords(refusalWords);
  live.start(me);
  const [problem, setProblem] = createSignal<string>();
  let sends = false;
  return {
    problem,
    async prepare(plan: BreakoutPlan | null): Promise<boolean> {
      if (sends) return false;
      sends = true;
      setProblem(undefined);
      const input = { sessionId: sessionId(), plan };
      const outcome = await live.send(prepareBreakouts, input, { lasting: false });
      sends = false;
      if (!outcome.ok) setProblem({ ...refusals(), ...t().refusals }[outcome.refusal]);
      return outcome.ok;
    },
  };
}
