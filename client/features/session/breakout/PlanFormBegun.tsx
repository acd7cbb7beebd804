import { createMemo, Match, Switch } from 'solid-js';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery, type LiveQuery } from '../../../platform/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { words } from './lead-words.ts';
import { PlanForm } from './PlanForm.tsx';
import { createPlanMaking } from './plan-making.ts';

export type Plannable = OutputOf<typeof breakoutPlans>['people'][number];

export type PlanningProps = {
  readonly sessionId: SessionId;
  readonly me: PersonId;
  /** Who can be placed and is in the session just now; left out where one is not in it. */
  readonly here?: readonly Plannable[];
  /** What went wrong with the last press, in words. */
  readonly problem: string | undefined;
  /** What opening waits for, in words. */
  readonly waits?: string | undefined;
  /** Opens the rooms, and whether it did. Left out where one is not in the session. */
  readonly onOpen?: ((plan: BreakoutPlan) => Promise<boolean>) | undefined;
  /** Keeps the plan, or drops it, and whether it did. */
  readonly onPrepare: (plan: BreakoutPlan | null) => Promise<boolean>;
};

/** Finds what a teacher can begin from, and the form over it. */
export function PlanFormBegun(props: PlanningProps) {
  const t = useWords(words);
  const query = createQuery(breakoutPlans, () => ({ sessionId: props.sessionId }));
  const isKnown = createMemo(() => query.value() !== undefined);
  return (
    <Switch>
      <Match when={isKnown()}>
        <Begun {...props} query={query} />
      </Match>
      <Match when={query.state().status === 'loading'}>
        <Skeleton label={t().fetching} shapes={['line', 'name']} />
      </Match>
      <Match when={query.state().status === 'failed'}>
        <p role="alert">
          {t().notFetched}{' '}
          <Button look="link" size="small" onClick={query.refetch}>
            {t().tryAgain}
          </Button>
        </p>
      </Match>
    </Switch>
  );
}

type Begun = PlanningProps & { readonly query: LiveQuery<OutputOf<typeof breakoutPlans>> };

function Begun(props: Begun) {
  const found = () => props.query.value();
  /** Whoever has come since it was asked can be placed too. */
  const people = createMemo(() => {
    const known = new Map(found()?.people.map((person) => [person.personId, person]));
    for (const person of props.here ?? [])
      if (!known.has(person.personId)) known.set(person.personId, person);
    const byName = new Intl.Collator('nb');
    return [...known.values()].sort((one, other) => byName.compare(one.name, other.name));
  });
  const names = createMemo(() => new Map(people().map(({ personId, name }) => [personId, name])));
  const ids = createMemo(() => people().map(({ personId }) => personId));
  const here = createMemo(() => props.here && new Set(props.here.map(({ personId }) => personId)));
  const making = createPlanMaking({
    sessionId: props.sessionId,
    me: props.me,
    prepared: found()?.prepared ?? null,
    people: ids,
    byHand: createMemo(
      () => new Set(people().flatMap((one) => (one.byHand ? [one.personId] : []))),
    ),
    here,
  });
  return (
    <PlanForm
      making={making}
      nameOf={(personId) => names().get(personId) ?? ''}
      earlier={found()?.earlier ?? []}
      groups={found()?.groups ?? []}
      isPrepared={(found()?.prepared ?? null) !== null}
      problem={props.problem}
      waits={props.waits}
      onOpen={props.onOpen}
      onPrepare={async (plan) => {
        const isDone = await props.onPrepare(plan);
        if (isDone) props.query.refetch();
        return isDone;
      }}
    />
  );
}
