import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WaitsFor } from '#shared/features/identity/second-factor/model.ts';
import { whatSignInLacks } from '#shared/features/identity/second-factor/rules.ts';
import type { SignedIn } from '#shared/features/identity/sign-in/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { RefusedRequest } from '../sign-in/http.ts';
import { endSignIn, endSignInOfToken } from '../sign-in/sign-ins.ts';
import { from, letIn, signInOf, type Visitors, type WayIn } from '../sign-in/visitor.ts';
import type { In } from '../sign-in/ways-in.ts';
import { endHalf, type HalfSignIn, halfOfToken, openHalf } from './half-sign-ins.ts';
import { factorsOf, mustHaveOne } from './second-factors.ts';

/** Lets in whoever has shown all that is asked of them; of whom more is asked, it waits at the door (SIGN-27). */
export async function admit(
  parts: Visitors,
  request: FastifyRequest,
  reply: FastifyReply,
  found: In,
  by: WayIn,
): Promise<{ signedIn: SignedIn } | { waitsFor: WaitsFor }> {
  const { database, clock, cookie } = parts;
  const lacks = await whatIsLacking(parts, database, found.personId);
  if (!lacks) return letIn(parts, request, reply, found, by);
  await endSignInOfToken(database, found.token);
  const before = await signInOf(parts, request);
  if (before) await endSignIn(database, before.signInId);
  reply.header('set-cookie', cookie.set(await openHalf(database, found.personId, clock.now())));
  return { waitsFor: lacks };
}

/** Lets in whoever waited at the door, and has now shown what was lacking. The cookie's token is a new one. */
export async function complete(
  parts: Visitors,
  request: FastifyRequest,
  reply: FastifyReply,
  half: HalfSignIn,
  by: WayIn,
): Promise<{ signedIn: SignedIn }> {
  const found =
    (await endHalf(parts.database, half.id)) &&
    (await parts.ways.as(half.personId, from(request).userAgent));
  if (!found) throw new RefusedRequest({ refusal: 'signed-out' });
  return letIn(parts, request, reply, found, by);
}

/** Who stands at the door with one thing shown. */
export async function halfOf(
  { database, cookie, clock }: Visitors,
  request: FastifyRequest,
): Promise<HalfSignIn | null> {
  const token = cookie.read(request.headers);
  return token === null ? null : halfOfToken(database, token, clock.now());
}

/** What they have to show or to set up, as it is now. */
export function whatHalfLacks(parts: Visitors, half: HalfSignIn | null): Promise<WaitsFor | null> {
  return half ? whatIsLacking(parts, parts.database, half.personId) : Promise.resolve(null);
}

export async function whatIsLacking(
  { clock, demo }: Pick<Visitors, 'clock' | 'demo'>,
  tx: Tx | Database,
  personId: PersonId,
): Promise<WaitsFor | null> {
  const { app, passkeys } = await factorsOf(tx, personId);
  const mustHave = await mustHaveOne(tx, personId, clock.now(), { demo });
  return whatSignInLacks({ app, passkey: passkeys > 0 }, mustHave);
}
