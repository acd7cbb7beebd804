import { type Refused, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { ENDING_ROLES } from '../welcome/model.ts';
import { isEnd } from '../welcome/rules.ts';
import type { PersonStanding } from './model.ts';

type Yes = { readonly ok: true };
const YES: Yes = { ok: true };

/**
 * STANDING-3: nobody suspends themselves, and the school keeps an administrator.
 * @param others administrators beside this person who are active, and whose role has no end
 */
export function suspend(
  by: PersonId,
  { personId, roles }: PersonStanding,
  others: number,
): Yes | Refused<'yourself' | 'last-administrator'> {
  if (by === personId) return refuse('yourself');
  return roles.includes('admin') ? keepsAdministrator(others) : YES;
}

/** STANDING-3: the same of who takes a role away, also from themselves. */
export function endRole(
  { active }: PersonStanding,
  role: Role,
  others: number,
): Yes | Refused<'last-administrator'> {
  return role === 'admin' && active ? keepsAdministrator(others) : YES;
}

function keepsAdministrator(others: number): Yes | Refused<'last-administrator'> {
  return others > 0 ? YES : refuse('last-administrator');
}

/** STANDING-4: until when a role that is given lasts. Those from outside end, and no others. */
export function roleUntil(
  role: Role,
  wished: Instant | null,
  now: Instant,
): { readonly ok: true; readonly until: Instant | null } | Refused<'end-missing' | 'end-wrong'> {
  if (!ENDING_ROLES.includes(role)) return { ok: true, until: null };
  if (wished === null) return refuse('end-missing');
  return isEnd(wished, now) ? { ok: true, until: wished } : refuse('end-wrong');
}

export type Asked = { readonly personId: PersonId; readonly askedBy: PersonId };

/** STANDING-5: who says yes has not asked, and does not become it. Anybody of the two roles says no. */
export function mayGrant({ personId, askedBy }: Asked, by: PersonId): boolean {
  return by !== askedBy && by !== personId;
}
