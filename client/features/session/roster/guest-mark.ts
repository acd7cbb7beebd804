import type { GuestMark } from '#shared/features/session/roster/model.ts';
import type { words } from './words.ts';

/** What stands beside the name of a guest who need not be on the list of people; empty for everybody else. */
export function guestInWords(guest: GuestMark | undefined, t: (typeof words)['nb']): string {
  if (!guest) return '';
  return guest.as ? t.guests[guest.as] : t.parts.guest;
}
