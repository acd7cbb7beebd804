import {
  ENDING_ROLES,
  ROLES_BY_TWO,
  type WelcomeDoor,
  type WelcomeRefusal,
} from '#shared/features/admin/welcome/model.ts';
import * as rules from '#shared/features/admin/welcome/rules.ts';
import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import { type PersonId, UUID, type WelcomeId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/wire/access.ts';
import { actAs, writeAudit } from '../../../platform/audit.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  createPerson,
  hashOfToken,
  isSecretOf,
  nameAndPlace,
  personAt,
  type SignIns,
} from '../../identity/public.ts';
import { enrol, schoolName } from '../../programme/public.ts';
import { askByTwo } from '../standing/by-two.ts';
import { enterAgain, enterAsFirst, firstLinkUntil } from './first-administrator.ts';
import { acceptWelcome, findWelcome, lockWelcome } from './repository.ts';

/** `id.round.secret`, of an invitation; whatever else stands there is the first administrator's link, or none. */
const OF_INVITATION = /^([0-9a-f-]{36})\.(\d{1,6})\.([\w-]{43})$/;

type LinkSecret = SignIns['linkSecret'];

export type AtDoor = {
  readonly token: string;
  readonly linkSecret: LinkSecret;
  /** Who is signed in in this browser. */
  readonly personId: PersonId | null;
  /** For whom a link is that is no invitation; null: for the first administrator. */
  readonly again: string | null;
  readonly now: Instant;
};

/** What stands at a link's door for whoever looks; nothing is used up by it. */
export async function lookAtWelcome(tx: Tx, at: AtDoor): Promise<WelcomeDoor | WelcomeRefusal> {
  const link = invitationIn(at);
  const signedInAs = at.personId && (await nameAndPlace(tx, at.personId)).displayName;
  if (!link) {
    const untilAt = await firstLinkUntil(tx, hashOfToken(at.token), at.now);
    if (untilAt === null) return 'link-over';
    const as = at.again === null ? 'first-administrator' : 'administrator-again';
    return { as, untilAt, signedInAs };
  }
  const welcome = await findWelcome(tx, link.welcomeId);
  if (!welcome) return 'link-over';
  const use = rules.mayUse(welcome, link.round, at.now);
  if (!use.ok) return use.refusal;
  const { name, email, roles, cohortName, invitedBy, untilAt } = welcome;
  const school = await schoolName(tx);
  return { as: 'invited', name, email, roles, cohortName, invitedBy, school, untilAt, signedInAs };
}

type Said = { readonly name: string; readonly email: string; readonly language: Language };

/** Makes whoever comes by a link a person of the school, with the roles and relations that it gives. */
export async function enterByWelcome(
  tx: Tx,
  at: AtDoor & Said,
): Promise<{ readonly personId: PersonId } | WelcomeRefusal> {
  if (at.personId !== null) return 'signed-in-as-another';
  const link = invitationIn(at);
  const { language, now } = at;
  if (!link) {
    const first = { ...at, tokenHash: hashOfToken(at.token) };
    return at.again === null ? enterAsFirst(tx, first) : enterAgain(tx, first, at.again);
  }
  const welcome = await lockWelcome(tx, link.welcomeId);
  if (!welcome) return 'link-over';
  const use = rules.mayUse(welcome, link.round, now);
  if (!use.ok) return use.refusal;
  const { welcomeId, name, email, roles, rolesUntil, cohortId } = welcome;
  if (await personAt(tx, email)) return 'address-taken';
  // What the invitation gives, its maker gives.
  await actAs(tx, welcome.madeBy);
  const [givenName = name] = name.split(' ');
  const personId = await createPerson(tx, {
    ...{ email, displayName: name, givenName, language },
    // The link went to that mailbox and nowhere else.
    emailVerified: true,
    roles: roles
      .filter((role) => !isByTwo(role))
      .map((role) => ({ role, until: ENDING_ROLES.includes(role) ? rolesUntil : null })),
  });
  for (const role of roles.filter(isByTwo))
    await askByTwo(tx, { personId, role, askedBy: welcome.madeBy }, { reason: '', now });
  if (cohortId !== null) {
    await enrol(tx, personId, cohortId, now);
    const { madeBy: by } = welcome;
    await writeAudit(tx, { at: now, by, of: personId, action: 'enrolled', object: cohortId });
  }
  await acceptWelcome(tx, welcomeId, { personId, at: now });
  await writeAudit(tx, { at: now, by: personId, of: personId, action: 'came-in' });
  return { personId };
}

const isByTwo = (role: Role): role is 'admin' | 'rector' => ROLES_BY_TWO.includes(role);

/** The invitation that a link names, where we made that link. */
function invitationIn({ token, linkSecret }: AtDoor) {
  const [, welcomeId = '', round = '', secret = ''] = OF_INVITATION.exec(token) ?? [];
  if (!UUID.test(welcomeId)) return null;
  if (!isSecretOf(linkSecret, `${welcomeId}.${round}`, secret)) return null;
  return { welcomeId: welcomeId as WelcomeId, round: Number(round) };
}
