import { type Day, dayNumber } from '#shared/kernel/calendar-day.ts';

export const VIEWS = ['list', 'week', 'month'] as const;
export type View = (typeof VIEWS)[number];

const IN_ADDRESS: Readonly<Record<View, string>> = { list: 'liste', week: 'uke', month: 'maned' };

/** The address of a view, at a day. */
export function calendarPath(view: View, day?: Day): string {
  const asked = new URLSearchParams(view === 'list' ? {} : { visning: IN_ADDRESS[view] });
  if (day !== undefined && view !== 'list') asked.set('dag', day);
  return asked.size === 0 ? '/kalender' : `/kalender?${asked}`;
}

/** What an address asks for; anything else in it is the list, and today. */
export function viewIn(asked: { readonly visning?: unknown; readonly dag?: unknown }): {
  readonly view: View;
  readonly day: Day | null;
} {
  const { visning, dag } = asked;
  const isDay = typeof dag === 'string' && dayNumber(dag) !== null && /^20/u.test(dag);
  return {
    view: VIEWS.find((one) => IN_ADDRESS[one] === visning) ?? 'list',
    day: isDay ? dag : null,
  };
}
