import type { Agenda, AgendaItem } from '#shared/features/session/agenda/model.ts';
import type { PauseForAll } from '#shared/features/session/pause-for-all/model.ts';
import { isPauseOn } from '#shared/features/session/pause-for-all/rules.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';

/** Of a pause for all. */
type Ending = Pick<PauseForAll, 'endsAt'>;

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
export function expectedStarts(
  agenda: Agenda,
  now: Instant,
  pause: Ending | null = null,
): readonly (Instant | null)[] {
  const plan = planOf(agenda);
  const { since } = agenda;
  const endsAt = currentEnd(agenda, now, pause);
  if (since === null || endsAt === null) return plan.map(({ startsAt }) => startsAt);
  let next = since;
  return plan.map(({ item, phase }) => {
    if (phase === 'behind') return null;
    const startsAt = next;
    next =
      phase === 'now'
        ? Math.max(endsAt, now, restUntil(agenda, now, pause) ?? now)
        : startsAt + item.minutes * MINUTE_MS;
    return startsAt;
  });
}

/** When the current item is over: when its minutes are, or the pause that all have in it. Null when no item has begun. */
function currentEnd(agenda: Agenda, now: Instant, pause: Ending | null): Instant | null {
  const current = agenda.items.find((item) => item.id === agenda.currentId);
  if (!current || agenda.since === null) return null;
  if (current.kind === 'pause' && isPauseOn(pause, now)) return pause.endsAt;
  return agenda.since + current.minutes * MINUTE_MS;
}

/**
 * Whole minutes left of the current item, as people count them: 0 in its last minute, negative when it runs over.
 * Null when no item has begun.
 */
export function minutesLeft(
  agenda: Agenda,
  now: Instant,
  pause: PauseForAll | null = null,
): number | null {
  const endsAt = currentEnd(agenda, now, pause);
  if (endsAt === null) return null;
  const leftMs = endsAt - now;
  return leftMs >= 0 ? Math.floor(leftMs / MINUTE_MS) : -Math.ceil(-leftMs / MINUTE_MS);
}

/**
 * When the next of the times here changes: the minutes left, and of an item that runs over, by the clock's minutes, when
 * the others are to be expected. Null when no item has begun.
 */
export function nextChange(
  agenda: Agenda,
  now: Instant,
  pause: PauseForAll | null = null,
): Instant | null {
  const endsAt = currentEnd(agenda, now, pause);
  if (endsAt === null) return null;
  const rest = restUntil(agenda, now, pause);
  if (rest !== null) return rest;
  const counted = endsAt - Math.floor((endsAt - now) / MINUTE_MS) * MINUTE_MS + 1;
  if (endsAt > now) return counted;
  return Math.min(counted, (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS);
}

/** What comes after the current item; the first item when none has begun; null at the end. */
export function nextItem(plan: readonly PlannedItem[]): PlannedItem | null {
  const current = plan.findIndex((planned) => planned.phase === 'now');
  return plan[current + 1] ?? null;
}

/** The title, with a word for it where it does not say itself that it is a pause: "Kaffe (pause)". */
export function titleInWords(
  { title, kind }: Pick<AgendaItem, 'title' | 'kind'>,
  pause: string,
): string {
  const says = kind === 'item' || /paus|break/iu.test(title);
  return says ? title : `${title} (${pause})`;
}

/**
 * When we are back from the pause that the agenda has come to: as planned, and while all have it, when that is over. Null
 * when something else is on, and when it has been held or its time has passed: then nobody knows.
 */
export function pauseUntil(
  agenda: Agenda,
  now: Instant,
  pause: PauseForAll | null = null,
): Instant | null {
  const current = agenda.items.find((item) => item.id === agenda.currentId);
  if (current?.kind !== 'pause') return null;
  if (pauseIsBegun(agenda, pause) && !isPauseOn(pause, now)) return null;
  const endsAt = currentEnd(agenda, now, pause);
  return endsAt !== null && endsAt > now ? endsAt : null;
}

/** When a pause ends that all have in the midst of something else: what that has left is not counted meanwhile. */
export function restUntil(agenda: Agenda, now: Instant, pause: Ending | null): Instant | null {
  const current = agenda.items.find((item) => item.id === agenda.currentId);
  return current && current.kind !== 'pause' && isPauseOn(pause, now) ? pause.endsAt : null;
}

/** Whether a pause for all was begun in the current item, or went on into it. */
export function pauseIsBegun({ since }: Agenda, pause: PauseForAll | null): boolean {
  return pause !== null && since !== null && pause.endsAt > since;
}
