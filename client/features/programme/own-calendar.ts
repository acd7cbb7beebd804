import { hasCalendar } from '#shared/features/programme/calendar/policy.ts';
import { homePage } from '#shared/features/programme/calendar/queries.ts';
import { askAhead } from '../../platform/http-query.ts';
import { keep, kept } from '../../platform/kept.ts';
import { who } from '../identity/public.ts';

/** Kept from one visit to the next, so that nothing is asked ahead that is bound to be refused. */
const KEPT_AS = 'calendar';
const isNone = (value: unknown): value is 'none' => value === 'none';

/** Whether a calendar is worth asking for, by one's roles (access.md row 1). The server decides. */
export function mayHaveCalendar(): boolean {
  const now = who();
  if (now.status !== 'signed-in') return true;
  const has = hasCalendar(now.person.roles);
  keep(KEPT_AS, has ? undefined : 'none');
  return has;
}

/** Asks for Nå while its code is still on the way; not for somebody who had no calendar at the last visit. */
export function askHomeAhead(): void {
  if (kept(KEPT_AS, isNone) === undefined) askAhead(homePage, {});
}
