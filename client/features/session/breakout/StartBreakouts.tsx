import { createEffect, createSignal, lazy, on, Show, Suspense, untrack } from 'solid-js';
import { openBreakouts } from '#shared/features/session/breakout/commands.ts';
import type { BreakoutPlan } from '#shared/features/session/breakout/model.ts';
import { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import { takesPart } from '#shared/features/session/roster/rules.ts';
import { comesLater } from '../../../platform/comes-later.ts';
import { useWords } from '../../../platform/language.ts';
import { createQuery } from '../../../platform/query.ts';
import { createReturnFocus } from '../../../platform/return-focus.ts';
import { Button } from '../../../ui/Button.tsx';
import { peopleIcon } from '../../../ui/icons.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { RoomProps } from '../room-props.ts';
import { words } from './lead-words.ts';
import { OVERVIEW_TITLE } from './overview-seen.ts';
import styles from './PlanForm.module.css';
import { words as everybodysWords } from './words.ts';

/** Brings the form, which is asked for seldom. */
const Planning = lazy(
  comesLater(async () => ({ default: (await import('./PlanFormBegun.tsx')).PlanFormBegun })),
);

const AFTER_OPENED_MS = 1_000;

/** Under the agenda: any teacher who is here splits the session into rooms, when it is whole. */
export function StartBreakouts(props: RoomProps & { readonly onDone: () => void }) {
  const t = useWords(words);
  const said = useWords(everybodysWords);
  const { breakouts, roster, round } = props.topics;
  const [open, setOpen] = createSignal(false);
  createReturnFocus(open);
  let opens = false;
  const openRooms = async (plan: BreakoutPlan) => {
    if (props.room.sends(openBreakouts) || props.room.waits(openBreakouts)) return false;
    opens = true;
    const isOpened = await breakouts.open(plan);
    opens = false;
    if (!isOpened) return false;
    setOpen(false);
    props.onDone();
    // After what was opened over the room has given the focus back to where it came from.
    setTimeout(() => document.getElementById(OVERVIEW_TITLE)?.focus());
    return true;
  };
  // Another teacher was first: the form must not lie in wait until everybody is back.
  createEffect(() => {
    if (!breakouts.isSplit() || !untrack(open)) return;
    setOpen(false);
    // After where one is now, which is said in this moment and would else be said over it.
    if (!opens) setTimeout(() => props.room.say(t().otherOpened), AFTER_OPENED_MS);
  });
  // Nor behind a round that another teacher begins: it would spring open when that is over.
  createEffect(() => {
    if (!round.isOn() || !untrack(open)) return;
    setOpen(false);
    props.room.say(untrack(said).refusals['round-on']);
  });
  const plans = createQuery(breakoutPlans, () => ({ sessionId: props.room.sessionId }));
  // The plan goes when the session is split.
  createEffect(on(breakouts.isSplit, plans.refetch, { defer: true }));
  const prepare = async (plan: BreakoutPlan | null) => {
    const isDone = await breakouts.prepare(plan);
    if (isDone) plans.refetch();
    return isDone;
  };
  const waits = () => {
    const now = props.room.waits(openBreakouts);
    return now && t().plan.openWaits[now];
  };
  return (
    <Show when={!breakouts.isSplit() && !round.isOn()}>
      <p class={styles.start}>
        <Button size="small" icon={peopleIcon} onClick={() => setOpen(true)}>
          {t().start}
        </Button>
        <Show when={plans.value()?.prepared}>
          <span class={styles.quiet}>{t().planReady}</span>
        </Show>
      </p>
      <Sheet
        open={open()}
        onOpenChange={setOpen}
        title={t().startTitle}
        closeLabel={t().close}
        startsInField
      >
        <Suspense fallback={<Skeleton label={t().fetching} shapes={['line', 'name']} />}>
          <Planning
            sessionId={props.room.sessionId}
            me={props.room.me}
            here={roster
              .here()
              .filter(({ part }) => part !== 'teacher')
              .map((entry) => ({
                ...{ personId: entry.personId, name: entry.displayName },
                byHand: !takesPart(entry),
              }))}
            problem={props.room.problem()?.text}
            waits={waits()}
            onOpen={openRooms}
            onPrepare={prepare}
          />
        </Suspense>
      </Sheet>
    </Show>
  );
}
