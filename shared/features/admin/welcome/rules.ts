import { type Refused, refuse } from '#shared/kernel/decision.ts';
import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import { personName } from '#shared/kernel/person-name.ts';
import {
  ADDRESS_MAX,
  ENDING_ROLES,
  type KnownWelcome,
  WELCOME_LIVES_DAYS,
  type Welcomed,
  type WelcomeFault,
  type WrittenWelcome,
} from './model.ts';

/** Nobody from outside is here for longer without being asked again. */
const ROLE_LASTS_DAYS = 5 * 366;
/** One @, no spaces, a host with a full stop. What is beyond it, the mail server says. */
const ADDRESS = /^[^\s@"(),:;<>[\\\]]+@[^\s@"(),:;<>[\\\]]+\.[^\s@."(),:;<>[\\\]]{2,}$/u;

/** One spelling of each address, as identity has it. */
export function tidyAddress(written: string): string {
  return written.trim().normalize('NFC').toLowerCase();
}

/** Whether a letter can be sent there, of an address that is tidied. */
export function isAddress(email: string): boolean {
  return email.length <= ADDRESS_MAX && email.isWellFormed() && ADDRESS.test(email);
}

/** WELCOME-3: whether this can be somebody to invite, whoever is here already. */
export function tidyWelcome(
  written: WrittenWelcome,
  now: Instant,
): { readonly ok: true; readonly welcomed: Welcomed } | Refused<WelcomeFault> {
  const named = personName(written.name);
  if (!named.ok) return named;
  const email = tidyAddress(written.email);
  if (!isAddress(email)) return refuse('bad-address');
  const roles = [...new Set(written.roles)];
  if (roles.length === 0) return refuse('no-role');
  const isStudent = roles.includes('student');
  if (isStudent !== (written.cohortId !== null)) return refuse('cohort-missing');
  const ends = roles.some((role) => ENDING_ROLES.includes(role));
  const { rolesUntil } = written;
  if (ends && rolesUntil === null) return refuse('end-missing');
  if (rolesUntil !== null && !isEnd(rolesUntil, now)) return refuse('end-wrong');
  const { language, cohortId } = written;
  return {
    ok: true,
    welcomed: {
      ...{ name: named.name, email, language, roles, cohortId },
      rolesUntil: ends ? rolesUntil : null,
    },
  };
}

/** Whether a role from outside may last until then. */
export function isEnd(until: Instant, now: Instant): boolean {
  return until > now && until <= now + ROLE_LASTS_DAYS * DAY_MS;
}

/** Until when what is sent now can be used: never beyond the roles that it gives. */
export function usableUntil(rolesUntil: Instant | null, now: Instant): Instant {
  const until = now + WELCOME_LIVES_DAYS * DAY_MS;
  return rolesUntil === null ? until : Math.min(until, rolesUntil);
}

/** WELCOME-4: whether whoever has the link of a round may come in by it. A newer letter makes the older one void. */
export function mayUse(
  welcome: KnownWelcome,
  round: number,
  now: Instant,
): { readonly ok: true } | Refused<'link-over' | 'link-used'> {
  if (welcome.personId !== null) return refuse('link-used');
  if (welcome.withdrawn || welcome.round !== round || welcome.untilAt <= now)
    return refuse('link-over');
  return { ok: true };
}
