import { eq } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AuditEntry } from '#shared/features/audit/model.ts';
import type { Entrance, SignedIn } from '#shared/features/identity/sign-in/model.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../storage/database.ts';
import { appearanceOf } from '../appearance/repository.ts';
import { rolesHeld } from '../person/persons.ts';
import { person } from '../person/tables.ts';
import type { Provider } from '../provider/provider.ts';
import type { PasskeyPlace } from '../second-factor/passkeys.ts';
import type { SignInCookie } from './cookie.ts';
import { RefusedRequest } from './http.ts';
import {
  endSignIn,
  type LiveSignIn,
  noteSecondFactor,
  signInOfToken,
  touchSignIn,
} from './sign-ins.ts';
import type { From, In, WaysIn } from './ways-in.ts';

/** What it takes to know who is at the door, and to let somebody in. */
export type Visitors = {
  readonly database: Database;
  readonly ways: WaysIn;
  readonly cookie: SignInCookie;
  readonly clock: Clock;
  /** Only the demonstration school has doors, and asks nobody for a second factor; elsewhere their route does not exist. */
  readonly demo: boolean;
  /** Which roles somebody is asked to have, and waits for: another slice knows. */
  readonly rolesAsked: (personId: PersonId) => Promise<Entrance['rolesAsked']>;
  /** Seals the secrets of apps. */
  readonly appKey: Buffer;
  /** Null where none is set up. */
  readonly provider: Provider | null;
  /** Null where no browser can have passkeys. */
  readonly passkeys: PasskeyPlace | null;
};

/** Who has shown who they are so recently need not do it again. */
const FRESH_MS = 10 * MINUTE_MS;

export function isFresh({ clock }: Pick<Visitors, 'clock'>, mine: LiveSignIn): boolean {
  return clock.now() - mine.provedAt <= FRESH_MS;
}

/** What somebody came in by, in the log. */
export type WayIn =
  | 'code'
  | 'password'
  | 'door'
  | 'app'
  | 'paper'
  | 'passkey'
  | 'new-factor'
  | 'provider';

/** Those by which a second factor is shown. */
const BY_SECOND_FACTOR: readonly WayIn[] = ['app', 'paper', 'passkey', 'new-factor'];

/** Writes into the log what somebody did at the door, or with what is their own. */
export function note(
  { database, clock }: Pick<Visitors, 'database' | 'clock'>,
  entry: Omit<AuditEntry, 'at'>,
): Promise<void> {
  return writeAudit(database, { at: clock.now(), ...entry });
}

/** Where a request comes from. */
export function from(request: FastifyRequest): From {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? '' };
}

/** Whether the line itself comes from this machine, whatever a header says. */
export function isLoopback(request: FastifyRequest): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

/** The request's live sign-in; asking counts as use. */
export async function signInOf(
  { database, cookie, clock }: Visitors,
  request: FastifyRequest,
): Promise<LiveSignIn | null> {
  const token = cookie.read(request.headers);
  const found = token === null ? null : await signInOfToken(database, token, clock.now());
  if (found) await touchSignIn(database, found.signInId, clock.now());
  return found;
}

/** @throws {RefusedRequest} `signed-out` */
export async function mustBeSignedIn(
  parts: Visitors,
  request: FastifyRequest,
): Promise<LiveSignIn> {
  const found = await signInOf(parts, request);
  if (!found) throw new RefusedRequest({ refusal: 'signed-out' });
  return found;
}

/** Ends what this browser was signed in as, and gives it the cookie of the new sign-in: never the same id again. */
export async function letIn(
  parts: Visitors,
  request: FastifyRequest,
  reply: FastifyReply,
  { token, personId }: In,
  by: WayIn,
): Promise<{ signedIn: SignedIn }> {
  const before = await signInOf(parts, request);
  if (before) await endSignIn(parts.database, before.signInId);
  if (parts.demo || BY_SECOND_FACTOR.includes(by))
    await noteSecondFactor(parts.database, { token });
  await note(parts, { by: personId, of: personId, action: 'signed-in', object: by });
  reply.header('set-cookie', parts.cookie.set(token));
  return { signedIn: await signedInAs(parts, personId) };
}

export async function signedInAs(
  { database, clock }: Pick<Visitors, 'database' | 'clock'>,
  personId: PersonId,
): Promise<SignedIn> {
  const [found] = await database
    .select({
      displayName: person.displayName,
      givenName: person.givenName,
      language: person.language,
    })
    .from(person)
    .where(eq(person.id, personId));
  // Gone between two queries: nobody is signed in.
  if (!found) throw new RefusedRequest({ refusal: 'signed-out' });
  return {
    ...{ personId, ...found },
    appearance: await appearanceOf(database, personId),
    roles: await rolesHeld(database, personId, clock.now()),
  };
}
