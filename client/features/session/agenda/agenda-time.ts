import type { Agenda, AgendaItem } from '#shared/features/session/agenda/model.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';

/** One item with its planned start and where it lies beside the current one. */
export type PlannedItem = {
  readonly item: AgendaItem;
  readonly startsAt: Instant;
  readonly phase: 'behind' | 'now' | 'ahead';
};

/** The items in order, each with the session's start plus what comes before it. */
export function planOf(agenda: Agenda): readonly PlannedItem[] {
  const current = agenda.items.findIndex((item) => item.id === agenda.currentId);
  let startsAt = agenda.startsAt;
  return agenda.items.map((item, index) => {
    const planned: PlannedItem = {
      item,
      startsAt,
      phase: index === current ? 'now' : index < current ? 'behind' : 'ahead',
    };
    startsAt += item.minutes * MINUTE_MS;
    return planned;
  });
}

/**
 * When each item is to be expected: the current one when it really began, each after it when what comes before it is
 * over, at the earliest now. Until one has begun that is the plan; what is behind has no time any more.
 */
export function expectedStarts(agenda: Agenda, now: Instant): readonly (Instant | null)[] {
  const plan = planOf(agenda);
  const { since } = agenda;
  if (since === null || !plan.some(({ phase }) => phase === 'now'))
    return plan.map(({ startsAt }) => startsAt);
  let next = since;
  return plan.map(({ item, phase }) => {
    if (phase === 'behind') return null;
    const startsAt = next;
    next = startsAt + item.minutes * MINUTE_MS;
    if (phase === 'now') next = Math.max(next, now);
    return startsAt;
  });
}

/**
 * Whole minutes left of the current item, as people count them: 0 in its last minute, negative when it runs over.
 * Null when no item has begun.
 */
export function minutesLeft(agenda: Agenda, now: Instant): number | null {
  const current = agenda.items.find((item) => item.id === agenda.currentId);
  if (!current || agenda.since === null) return null;
  const leftMs = agenda.since + current.minutes * MINUTE_MS - now;
  return leftMs >= 0 ? Math.floor(leftMs / MINUTE_MS) : -Math.ceil(-leftMs / MINUTE_MS);
}

/** What comes after the current item; the first item when none has begun; null at the end. */
export function nextItem(plan: readonly PlannedItem[]): PlannedItem | null {
  const current = plan.findIndex((planned) => planned.phase === 'now');
  return plan[current + 1] ?? null;
}
