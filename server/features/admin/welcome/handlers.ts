import * as commands from '#shared/features/admin/welcome/commands.ts';
import * as rules from '#shared/features/admin/welcome/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { WelcomeId } from '#shared/kernel/ids.ts';
import { answer, handle, type Load } from '../../../platform/handler.ts';
import { leaveLettersTo, takeLettersBack } from '../../identity/public.ts';
import { schoolName } from '../../programme/public.ts';
import { invite, letterTo } from './inviting.ts';
import { type FoundWelcome, lockWelcome, raiseRound, withdrawWelcome } from './repository.ts';

export const invitePerson = handle(
  commands.invitePerson,
  async ({ subject, input }) => ({ ownerId: subject.personId, roles: input.roles }),
  async ({ input, subject, now, tx }) => {
    const { faults, invited } = await invite(tx, [input], { by: subject.personId, now });
    if (faults) return refuse(faults[0]?.fault ?? 'bad-address');
    const [welcomeId] = invited;
    if (!welcomeId) throw new Error('an invitation was made and is not there');
    return answer({ welcomeId });
  },
);

export const inviteList = handle(
  commands.inviteList,
  async ({ subject, input: { people } }) => {
    const roles = [...new Set(people.flatMap((one) => one.roles))];
    return { ownerId: subject.personId, roles };
  },
  async ({ input: { people }, subject, now, tx }) => {
    const { faults, invited } = await invite(tx, people, { by: subject.personId, now });
    return answer({ invited: invited?.length ?? 0, faults: [...(faults ?? [])] });
  },
);

/** Held from here on: whoever comes by it waits, or has come. */
const loadWelcome: Load<{ readonly welcomeId: WelcomeId }, FoundWelcome> = ({ tx, input }) =>
  lockWelcome(tx, input.welcomeId);

export const sendWelcomeAgain = handle(
  commands.sendWelcomeAgain,
  loadWelcome,
  async ({ object: welcome, now, tx }) => {
    if (welcome.withdrawn || welcome.personId !== null) return refuse('not-found');
    const { welcomeId, rolesUntil, round } = welcome;
    await raiseRound(tx, welcomeId, rules.usableUntil(rolesUntil, now));
    await takeLettersBack(tx, welcomeId);
    const school = await schoolName(tx);
    await leaveLettersTo(tx, [letterTo({ ...welcome, round: round + 1, school })], now);
    return answer({});
  },
);

export const takeWelcomeBack = handle(
  commands.takeWelcomeBack,
  loadWelcome,
  async ({ object: { welcomeId, personId }, subject, now, tx }) => {
    // Whoever has come is no invitation any more.
    if (personId !== null) return refuse('not-found');
    await withdrawWelcome(tx, welcomeId, { by: subject.personId, at: now });
    await takeLettersBack(tx, welcomeId);
    return answer({});
  },
);
