import * as commands from '#shared/features/admin/standing/commands.ts';
import type { PersonStanding } from '#shared/features/admin/standing/model.ts';
import * as queries from '#shared/features/admin/standing/queries.ts';
import * as rules from '#shared/features/admin/standing/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { actAs, writeAudit } from '../../../platform/audit.ts';
import { answer, answerQuery, handle, type Load } from '../../../platform/handler.ts';
import * as identity from '../../identity/public.ts';
import { cohortsNamed } from '../../programme/public.ts';
import { enrolledIn } from '../cohort/repository.ts';
import { personListed } from '../people/repository.ts';
import { askByTwo } from './by-two.ts';
import { resetLetter, roleGivenLetter, suspendedLetter } from './letter.ts';
import * as repository from './repository.ts';

const loadPerson: Load<{ readonly personId: PersonId }, PersonStanding> = ({ tx, input, now }) =>
  repository.findPerson(tx, input.personId, now);

/** Nobody's standing changes while it is decided about. */
const loadHeld: typeof loadPerson = async (ask) => {
  await repository.lockStandings(ask.tx);
  if (ask.subject) await actAs(ask.tx, ask.subject.personId);
  return loadPerson(ask);
};

export const suspendPerson = handle(
  commands.suspendPerson,
  loadHeld,
  async ({ input: { reason }, object: person, subject, now, tx }) => {
    const { personId: about } = person;
    const { personId: by } = subject;
    const others = await repository.otherAdministrators(tx, about);
    const decision = rules.suspend(by, person, others);
    if (!decision.ok) return decision;
    if (!person.active) return answer({});
    await identity.suspendPerson(tx, about);
    const { email: to, language } = await identity.addressOf(tx, about);
    // By address: whoever is shut out is sent nothing else.
    const letter = { ...suspendedLetter(language), to, path: '/', opens: null };
    await identity.leaveLettersTo(tx, [letter], now);
    await repository.noteAct(tx, { about, act: 'suspended', reason, by, at: now });
    return answer({});
  },
);

export const restorePerson = handle(
  commands.restorePerson,
  loadHeld,
  async ({ input: { reason }, object: { personId: about, active }, subject, now, tx }) => {
    if (active) return answer({});
    await identity.restorePerson(tx, about);
    const { personId: by } = subject;
    await repository.noteAct(tx, { about, act: 'restored', reason, by, at: now });
    return answer({});
  },
);

export const resetSignIn = handle(
  commands.resetSignIn,
  loadHeld,
  async ({ input: { reason }, object: { personId: about }, subject, now, tx }) => {
    const { personId: by } = subject;
    // Their own sign-ins everybody ends on a page of their own, and keeps the one they do it from.
    if (by === about) return refuse('yourself');
    await identity.resetWaysIn(tx, about);
    await identity.resetSecondFactors(tx, { personId: about, by }, now);
    await identity.leaveLetter(tx, about, { write: resetLetter, path: '/', at: now });
    await repository.noteAct(tx, { about, act: 'reset', reason, by, at: now });
    return answer({});
  },
);

export const giveRole = handle(
  commands.giveRole,
  loadHeld,
  async ({ input: { role, until: wished }, object: { personId: about }, subject, now, tx }) => {
    const decision = rules.roleUntil(role, wished, now);
    if (!decision.ok) return decision;
    await identity.giveRole(tx, about, { role, until: decision.until, now });
    const { personId: by } = subject;
    await repository.noteAct(tx, { about, act: 'role-given', role, reason: '', by, at: now });
    return answer({});
  },
);

export const endRole = handle(
  commands.endRole,
  loadHeld,
  async ({ input: { role, reason }, object: person, subject, now, tx }) => {
    const { personId: about } = person;
    const others = await repository.otherAdministrators(tx, about);
    const decision = rules.endRole(person, role, others);
    if (!decision.ok) return decision;
    if (!person.roles.includes(role)) return answer({});
    await identity.endRole(tx, about, role);
    const { personId: by } = subject;
    await repository.noteAct(tx, { about, act: 'role-ended', role, reason, by, at: now });
    return answer({});
  },
);

export const askForRole = handle(
  commands.askForRole,
  loadHeld,
  async ({ input: { role, reason }, object: { personId, roles }, subject, now, tx }) => {
    if (roles.includes(role)) return refuse('already-so');
    const earlier = await repository.findRequest(tx, personId, { role });
    if (earlier && !earlier.settled) return refuse('already-asked');
    const asked = { personId, role, askedBy: subject.personId };
    return answer({ given: await askByTwo(tx, asked, { reason, now }) });
  },
);

export const settleRole = handle(
  commands.settleRole,
  loadHeld,
  async ({ input: { requestId, grant }, object: { personId: about }, subject, now, tx }) => {
    const request = await repository.findRequest(tx, about, { requestId });
    // One that is not there went with somebody who was erased.
    if (!request || request.settled) return refuse('settled-already');
    const { personId: by } = subject;
    if (grant && !rules.mayGrant(request, by)) return refuse('takes-another');
    await repository.settleRequest(tx, requestId, { by, at: now, granted: grant });
    const { role } = request;
    if (grant) {
      await identity.giveRole(tx, about, { role, until: null, now });
      await identity.leaveLetter(tx, about, { write: roleGivenLetter(role), path: '/', at: now });
    } else await writeAudit(tx, { at: now, by, of: about, action: 'role-declined', object: role });
    const act = grant ? 'role-given' : 'role-declined';
    await repository.noteAct(tx, { about, act, role, reason: '', by, at: now });
    return answer({});
  },
);

export const aboutPerson = answerQuery(
  queries.aboutPerson,
  loadPerson,
  async ({ object: { personId }, now, tx }) => ({
    person: await personListed(tx, personId, now),
    acts: await repository.actsAbout(tx, personId),
    enrolledIn: await enrolledIn(tx, personId, now),
    cohorts: await cohortsNamed(tx),
  }),
);
