import type { FastifyInstance } from 'fastify';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import { gather } from '../../platform/gather.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Log } from '../../platform/log.ts';
import type { Mail } from '../../platform/mail.ts';
import type { Database, Tx } from '../../storage/database.ts';
import { type BeforeShown, ownProfile, removePicture, saveProfile } from './profile/handlers.ts';
import { makeProvider, type ProviderSettings } from './provider/provider.ts';
import { BACK_PATH } from './provider/routes.ts';
import { openHalf } from './second-factor/half-sign-ins.ts';
import { placeOfPasskeys } from './second-factor/passkeys.ts';
import { mustHaveOne } from './second-factor/second-factors.ts';
import { createAuth } from './sign-in/auth.ts';
import { signInCookie } from './sign-in/cookie.ts';
import { signInLimits } from './sign-in/limits.ts';
import { type LinkSecret, makeLinkSecret } from './sign-in/link-secret.ts';
import { serveSignIn } from './sign-in/routes.ts';
import { openSignInKey } from './sign-in/sign-in-key.ts';
import {
  type ByLink,
  endSignIn,
  type LiveSignIn,
  noteSecondFactor,
  openSignInByLink,
  signInOfToken,
  touchSignIn,
} from './sign-in/sign-ins.ts';
import type { Visitors } from './sign-in/visitor.ts';
import { createWaysIn } from './sign-in/ways-in.ts';

export { hasLowEnergy } from './appearance/repository.ts';
export {
  type Compose,
  type LetterToAddress,
  languageOf,
  leaveComposedLetter,
  leaveLetter,
  leaveLettersTo,
  mailboxOf,
  makeLetterPost,
  takeLettersBack,
  type Written,
} from './letters.ts';
export { createGuest, endGuestRole, hasMailbox, holdGuestRole } from './person/guests.ts';
export { type NameAndPlace, nameAndPlace } from './person/name-and-place.ts';
export {
  createPerson,
  endRole,
  giveRole,
  type NewPerson,
  personAt,
  resetWaysIn,
  restorePerson,
  rolesEnded,
  subjectApart,
  subjectOf,
  suspendPerson,
} from './person/persons.ts';
export type { Place } from './person/tables.ts';
export { serveOwnPicture } from './profile/picture-http.ts';
export { pictureNamed } from './profile/repository.ts';
export type { ProviderSettings } from './provider/provider.ts';
export { addressOf } from './second-factor/letters.ts';
export { isProvedLately } from './second-factor/proved.ts';
export { resetSecondFactors } from './second-factor/second-factors.ts';
export { addDoor } from './sign-in/doors.ts';
export { isSecretOf, type LinkSecret } from './sign-in/link-secret.ts';
export { hasPassword, setPassword } from './sign-in/passwords.ts';
export type { LiveSignIn } from './sign-in/sign-ins.ts';
export { hashOfToken, newToken } from './sign-in/token.ts';

/** Sign-in is HTTP alone (it makes the cookie that everything else asks for); what one is shown as is called for. No live state. */
export function createIdentitySlice(parts: { readonly beforeShown: BeforeShown }): Slice {
  return {
    name: 'identity',
    commands: [saveProfile(parts.beforeShown), removePicture(parts.beforeShown)],
    queries: [ownProfile],
    channels: [],
  };
}

const COOKIES_ASKED_ABOUT = { atOnce: 4, most: 100 };

export type SignInSettings = {
  /** Where people reach us, an origin. Decides the cookie's name and whether it asks for https. */
  readonly baseUrl: string;
  /** Holds the key of cookies and codes, in `keys/`. */
  readonly dataDir: string;
  /** Whether this is the demonstration school, whose doors let anybody in. */
  readonly demo: boolean;
  /** Another place that says who somebody is; null where none is set up. */
  readonly oidc: ProviderSettings | null;
};

export type SignIns = {
  /** Serves the routes of sign-in on a server whose writes are guarded. */
  serve(http: FastifyInstance): Promise<void>;
  /** The sign-in's token that a request carries, live or not, if we signed it. Costs no query. */
  tokenFromCookie(headers: { readonly cookie?: string | undefined }): string | null;
  /** Who a request or handshake comes from; null when nobody is signed in, or no longer. One query at most. */
  signInFromCookie(headers: { readonly cookie?: string | undefined }): Promise<LiveSignIn | null>;
  /** Being in a live session counts as use. Answers when the sign-in now ends; null when it has. */
  touchSignIn(signInId: SignInId, now: Instant): Promise<Instant | null>;
  endSignIn(signInId: SignInId, tx?: Tx): Promise<void>;
  /**
   * Signs in who comes by a link, with the transaction that lets them in; whoever must have a second factor waits at the door
   * until it is set up (SIGN-27). The `Set-Cookie` value.
   */
  signInByLink(tx: Tx, who: Omit<ByLink, 'secondFactor'>, now: Instant): Promise<string>;
  /** What opens the link of a letter (docs/decisions/0084). */
  readonly linkSecret: LinkSecret;
  /** What opens the link that turns notices off. */
  readonly noticeSecret: LinkSecret;
  /** The `Set-Cookie` value of a new sign-in without any proof, for tests. Null for who is not active. */
  signInAs(personId: PersonId): Promise<string | null>;
};

/** The sign-ins of this server. Makes the data folder's key at the first start. */
export function createSignIns(parts: {
  readonly database: Database;
  readonly settings: SignInSettings;
  readonly clock: Clock;
  readonly log: Log;
  readonly mail: Mail;
  readonly rolesAsked: Visitors['rolesAsked'];
}): SignIns {
  const { database, settings, clock, log, mail } = parts;
  const key = openSignInKey(settings.dataDir);
  const cookie = signInCookie(settings.baseUrl, key('cookie'));
  const auth = createAuth({ database, baseUrl: settings.baseUrl, key, clock, log });
  const ways = createWaysIn({ auth, database, limits: signInLimits(), mail, clock, log });
  /** When a server has started, or a network comes back, everybody's cookie is asked about at once. */
  const signInOf = gather<string, LiveSignIn | null>(
    (tokens) =>
      Promise.allSettled(tokens.map((token) => signInOfToken(database, token, clock.now()))),
    COOKIES_ASKED_ABOUT,
  );

  return {
    serve: (http) =>
      serveSignIn(http, {
        ...{ database, ways, cookie, clock, log, demo: settings.demo },
        rolesAsked: parts.rolesAsked,
        appKey: key('app-secret'),
        provider: settings.oidc
          ? makeProvider(settings.oidc, `${settings.baseUrl}${BACK_PATH}`, log)
          : null,
        passkeys: placeOfPasskeys(settings.baseUrl),
      }),
    tokenFromCookie: cookie.read,
    signInFromCookie: async (headers) => {
      const token = cookie.read(headers);
      return token === null ? null : signInOf(token);
    },
    touchSignIn: (signInId, now) => touchSignIn(database, signInId, now),
    endSignIn: (signInId, tx) => endSignIn(tx ?? database, signInId),
    signInByLink: async (tx, who, now) => {
      const waits = await mustHaveOne(tx, who.personId, now, { demo: settings.demo });
      const open = waits
        ? openHalf(tx, who.personId, now)
        : openSignInByLink(tx, { ...who, secondFactor: settings.demo }, now);
      return cookie.set(await open);
    },
    linkSecret: makeLinkSecret(key('link')),
    noticeSecret: makeLinkSecret(key('notice')),
    signInAs: async (personId) => {
      const made = await ways.as(personId, '');
      if (!made) return null;
      await noteSecondFactor(database, made);
      return cookie.set(made.token);
    },
  };
}
