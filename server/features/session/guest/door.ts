import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { GuestDoor, GuestRefusal } from '#shared/features/session/guest/model.ts';
import { type Visit, visitBy } from '#shared/features/session/guest/rules.ts';
import { partOnceInside } from '#shared/features/session/roster/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId, SignInId } from '#shared/kernel/ids.ts';
import { looksLikeOneOf } from '#shared/kernel/look-alike.ts';
import { personName } from '#shared/kernel/person-name.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  createGuest,
  holdGuestRole,
  nameAndPlace,
  type SignIns,
  subjectOf,
} from '../../identity/public.ts';
import { inviteAsGuest, sessionStanding } from '../../programme/public.ts';
import { type FoundLink, linkOf, lockLinkOf, lockNamesIn, saveVisit } from './repository.ts';

type Asked = {
  readonly tokenHash: string;
  readonly browserHash: string | null;
  readonly signedIn: { readonly personId: PersonId; readonly signInId: SignInId } | null;
};

/** What stands at a link's door for whoever looks; nothing is used up by it. */
export async function lookAtDoor(
  tx: Tx,
  asked: Asked & { readonly now: Instant },
): Promise<GuestDoor | GuestRefusal> {
  const { now } = asked;
  const link = await linkOf(tx, asked.tokenHash);
  if (!link) return 'link-over';
  const visit = await visitOf(tx, link, asked, now);
  if (!visit.ok) return visit.refusal;
  const { sessionId, title, startsAt, endsAt, as, untilAt } = link;
  const me = asked.signedIn;
  return {
    ...{ sessionId, title, startsAt, endsAt, now, as, untilAt, invitedBy: link.madeByName },
    ownName: me && (await nameAndPlace(tx, me.personId)).displayName,
    visit: visit.as === 'back' || visit.as === 'of-session' ? visit.as : 'first',
  };
}

type Entered = { readonly sessionId: SessionId; readonly cookie: string | null };

/**
 * Lets a guest in by a link. It is locked meanwhile: of two who come at once one gets in, and one who comes while it is
 * withdrawn, or while the session ends, does not.
 */
export async function enterAsGuest(
  tx: Tx,
  signIns: Pick<SignIns, 'signInByLink'>,
  asked: Asked & {
    readonly browserHash: string | null;
    readonly name: string;
    readonly language: Language;
    readonly userAgent: string;
    readonly clock: Clock;
  },
): Promise<Entered | GuestRefusal> {
  const link = await lockLinkOf(tx, asked.tokenHash);
  if (!link) return 'link-over';
  const now = asked.clock.now();
  const visit = await visitOf(tx, link, asked, now);
  if (!visit.ok) return visit.refusal;
  const { id, sessionId, as, untilAt } = link;
  const signIn = (personId: PersonId) =>
    signIns.signInByLink(tx, { personId, userAgent: asked.userAgent, until: untilAt }, now);

  switch (visit.as) {
    case 'of-session':
      return { sessionId, cookie: null };
    case 'back': {
      const guest = link.personId;
      if (guest === null) throw new Error('somebody came back who had not come');
      return { sessionId, cookie: visit.signedIn ? null : await signIn(guest) };
    }
    case 'oneself': {
      const personId = asked.signedIn?.personId;
      if (!personId) throw new Error('invited as oneself without a sign-in');
      await holdGuestRole(tx, personId, untilAt);
      await inviteAsGuest(tx, { sessionId, personId, as, untilAt });
      await saveVisit(tx, id, { personId, madePerson: false, browserHash: null });
      return { sessionId, cookie: null };
    }
    case 'new-guest': {
      const named = personName(asked.name);
      if (!named.ok) return named.refusal;
      const isTaken = looksLikeOneOf(await lockNamesIn(tx, sessionId, now));
      if (isTaken(named.name)) return 'name-taken';
      const { language, browserHash } = asked;
      const personId = await createGuest(tx, { displayName: named.name, language });
      await holdGuestRole(tx, personId, untilAt);
      await inviteAsGuest(tx, { sessionId, personId, as, untilAt });
      await saveVisit(tx, id, { personId, madePerson: true, browserHash });
      return { sessionId, cookie: await signIn(personId) };
    }
  }
}

async function visitOf(
  tx: Tx,
  link: FoundLink,
  { signedIn, browserHash }: Asked,
  now: Instant,
): Promise<({ readonly ok: true } & Visit) | { ok: false; refusal: 'link-over' | 'link-used' }> {
  const personId = signedIn?.personId ?? null;
  const isOfSession = signedIn !== null && (await belongs(tx, link.sessionId, signedIn, now));
  return visitBy(link, { personId, browserHash, isOfSession }, now);
}

/** Has a part in the session without any link, waiting for it or not; or was taken out of it, which no link undoes. */
async function belongs(
  tx: Tx,
  sessionId: SessionId,
  { personId, signInId }: NonNullable<Asked['signedIn']>,
  now: Instant,
): Promise<boolean> {
  const subject = await subjectOf(tx, personId, signInId, now);
  const session = subject && (await sessionStanding(tx, subject, sessionId, now));
  return !!session && (session.keptOut || partOnceInside(subject, session, now) !== null);
}
