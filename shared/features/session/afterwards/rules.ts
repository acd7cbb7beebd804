import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import type { AgendaItem } from '../agenda/model.ts';
import { DOOR_OPENS_BEFORE_MS } from '../roster/rules.ts';
import { type ItemAfterwards, lengthOf, type Planned } from './model.ts';

/** An item that became the current one. */
export type Step = Pick<AgendaItem, 'title' | 'kind'> & {
  readonly itemId: AgendaItemId;
  readonly at: Instant;
};

/**
 * AFTER-3: the agenda as it went: what was reached, by when it began, and then what was not, as it was planned. Each is on
 * until the next one is, the last until the session is over.
 */
export function asItWent(
  items: readonly Pick<AgendaItem, 'id' | 'title' | 'kind' | 'minutes'>[],
  steps: readonly Step[],
  planned: Planned,
): readonly ItemAfterwards[] {
  const { startsAt } = planned;
  const inOrder = stepsWithin(steps, planned);
  const over = lengthOf(planned).to;
  const went = new Map<AgendaItemId, { at: Instant; lengthMs: number; step: Step }>();
  for (const [nth, step] of inOrder.entries()) {
    const until = inOrder[nth + 1]?.at ?? Math.max(over, step.at);
    const before = went.get(step.itemId);
    const lengthMs = (before?.lengthMs ?? 0) + until - step.at;
    went.set(step.itemId, { at: before?.at ?? step.at, lengthMs, step });
  }
  let next = startsAt;
  const known = items.map(({ id, title, kind, minutes }) => {
    const item = { id, title, kind, planned: { at: next, minutes } };
    next += minutes * MINUTE_MS;
    return item;
  });
  const reached = [...went].map(([itemId, { at, lengthMs, step }]): ItemAfterwards => {
    const {
      title,
      kind,
      planned: plan,
    } = known.find(({ id }) => id === itemId) ?? {
      ...{ title: step.title, kind: step.kind, planned: null },
    };
    return { title, kind, planned: plan, went: { at, lengthMs } };
  });
  const notReached = known
    .filter(({ id }) => !went.has(id))
    .map(({ id: _, ...item }): ItemAfterwards => ({ ...item, went: null }));
  return [...reached, ...notReached];
}

/**
 * AFTER-7: what was planned and not reached, breaks left out, as it was planned. Where nobody went through the agenda it is not known
 * what was reached, and nothing is named.
 */
export function notReached(
  items: readonly Pick<AgendaItem, 'id' | 'title' | 'kind'>[],
  steps: readonly Step[],
  planned: Planned,
): readonly string[] {
  const reached = new Set(stepsWithin(steps, planned).map(({ itemId }) => itemId));
  if (reached.size === 0) return [];
  return items
    .filter(({ id, kind }) => kind === 'item' && !reached.has(id))
    .map(({ title }) => title);
}

/** A session that was moved may have been stepped through at another time: that is not how this one went. */
function stepsWithin(steps: readonly Step[], { startsAt }: Planned): readonly Step[] {
  return steps
    .filter(({ at }) => at >= startsAt - DOOR_OPENS_BEFORE_MS)
    .toSorted((one, other) => one.at - other.at);
}
