import {
  WELCOME_PAGE,
  type Welcomed,
  type WelcomeFault,
  type WrittenWelcome,
} from '#shared/features/admin/welcome/model.ts';
import * as rules from '#shared/features/admin/welcome/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, WelcomeId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Tx } from '../../../storage/database.ts';
import { type LetterToAddress, leaveLettersTo, nameAndPlace } from '../../identity/public.ts';
import { cohortsNamed, schoolName } from '../../programme/public.ts';
import { welcomeLetter } from './letter.ts';
import { addWelcomes, lockInviting, takenAddresses } from './repository.ts';

type FaultyLine = { readonly at: number; readonly fault: WelcomeFault };

/** Invites all of them, or nobody: then it says who cannot be, by their place in the list. */
export async function invite(
  tx: Tx,
  written: readonly WrittenWelcome[],
  { by, now }: { readonly by: PersonId; readonly now: Instant },
): Promise<
  | { readonly faults: readonly FaultyLine[]; readonly invited: null }
  | { readonly faults: null; readonly invited: readonly WelcomeId[] }
> {
  await lockInviting(tx);
  const { welcomed, faults } = await tidyAll(tx, written, now);
  if (faults.length > 0) return { faults, invited: null };

  const inviter = await nameAndPlace(tx, by);
  const school = await schoolName(tx);
  const welcomes = welcomed.map((one) => ({
    ...one,
    welcomeId: newId<'welcome'>() as WelcomeId,
    untilAt: rules.usableUntil(one.rolesUntil, now),
  }));
  await addWelcomes(tx, welcomes, { by, at: now });
  // Nobody of them is anybody here yet: a line says as what somebody was invited, of a list once for each.
  for (const object of new Set(welcomes.map(({ roles }) => roles.join(':'))))
    await writeAudit(tx, { at: now, by, of: null, action: 'invited', object });
  const letters = welcomes.map((one) =>
    letterTo({ ...one, round: 1, invitedBy: inviter.displayName, school }),
  );
  await leaveLettersTo(tx, letters, now);
  return { faults: null, invited: welcomes.map(({ welcomeId }) => welcomeId) };
}

async function tidyAll(tx: Tx, written: readonly WrittenWelcome[], now: Instant) {
  const faults: FaultyLine[] = [];
  const welcomed: Welcomed[] = [];
  const cohorts = new Set((await cohortsNamed(tx)).map(({ cohortId }) => cohortId));
  const addresses = written.map(({ email }) => rules.tidyAddress(email));
  const { here, invited } = await takenAddresses(tx, addresses, now);
  const seen = new Set<string>();
  for (const [at, one] of written.entries()) {
    const tidied = rules.tidyWelcome(one, now);
    const fault = tidied.ok ? takenFault(tidied.welcomed) : tidied.refusal;
    if (fault) faults.push({ at, fault });
    else if (tidied.ok) welcomed.push(tidied.welcomed);
    seen.add(addresses[at] ?? '');
  }
  return { welcomed, faults };

  function takenFault({ email, cohortId }: Welcomed): WelcomeFault | null {
    if (seen.has(email)) return 'twice';
    if (here.has(email)) return 'already-here';
    if (invited.has(email)) return 'already-invited';
    return cohortId !== null && !cohorts.has(cohortId) ? 'cohort-missing' : null;
  }
}

/** The letter of one round of an invitation. */
export function letterTo(
  welcome: Pick<Welcomed, 'name' | 'email' | 'language'> & {
    readonly welcomeId: WelcomeId;
    readonly round: number;
    readonly invitedBy: string;
    readonly school: string | null;
  },
): LetterToAddress {
  const { welcomeId, round, language, name: to, email, invitedBy: by, school } = welcome;
  return {
    ...welcomeLetter(language, { to, by, school }),
    ...{ to: email, path: WELCOME_PAGE, opens: `${welcomeId}.${round}` },
  };
}
