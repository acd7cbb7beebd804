import { createHash } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PasskeyId, PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { passkeysOf } from './second-factors.ts';
import { passkey, passkeyChallenge } from './tables.ts';

const CHALLENGE_LIVES_MS = 5 * MINUTE_MS;

/** What passkeys are bound to: the name of the host, and the origin that a browser must have been at. */
export type PasskeyPlace = { readonly rpID: string; readonly origin: string };

/** Null where people reach us by a number: no browser binds a key to that. */
export function placeOfPasskeys(baseUrl: string): PasskeyPlace | null {
  const { hostname, origin } = new URL(baseUrl);
  return /^\[|^[\d.]+$/.test(hostname) ? null : { rpID: hostname, origin };
}

/** What a browser needs to make a key for a person. A device that has one of theirs already makes no second. */
export async function askForNewPasskey(
  tx: Tx | Database,
  place: PasskeyPlace,
  who: { readonly personId: PersonId; readonly email: string; readonly displayName: string },
  now: Instant,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const has = await passkeysOf(tx, who.personId);
  const options = await generateRegistrationOptions({
    rpName: 'Mellom',
    rpID: place.rpID,
    userName: who.email,
    userDisplayName: who.displayName,
    userID: Uint8Array.from(Buffer.from(who.personId.replaceAll('-', ''), 'hex')),
    timeout: CHALLENGE_LIVES_MS,
    excludeCredentials: has.map((one) => ({ id: one.credentialId, transports: one.transports })),
    // A key that finds its owner by itself, and asks for finger, face or number: both factors in one.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(tx, options.challenge, who.personId, now);
  return options;
}

/** Keeps a key that a browser has just made. Null when its answer is not to what this person was asked. */
export async function keepNewPasskey(
  tx: Tx,
  place: PasskeyPlace,
  personId: PersonId,
  given: { readonly name: string; readonly response: RegistrationResponseJSON },
  now: Instant,
): Promise<PasskeyId | null> {
  const verified = await verifyRegistrationResponse({
    response: given.response,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, personId, now),
    expectedOrigin: place.origin,
    expectedRPID: place.rpID,
    requireUserVerification: true,
  }).catch(unreadable);
  if (!verified?.verified) return null;
  const { credential } = verified.registrationInfo;
  const id = newId<'passkey'>() as PasskeyId;
  const kept = await tx
    .insert(passkey)
    .values({
      ...{ id, personId, name: given.name, createdAt: new Date(now) },
      ...{ credentialId: credential.id, publicKey: Buffer.from(credential.publicKey) },
      ...{ counter: credential.counter, transports: credential.transports ?? [] },
    })
    .onConflictDoNothing()
    .returning({ id: passkey.id });
  return kept.length > 0 ? id : null;
}

/** What a browser needs to show a key. Nobody says who they are: the key does. */
export async function askForPasskey(
  tx: Tx | Database,
  place: PasskeyPlace,
  now: Instant,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const options = await generateAuthenticationOptions({
    rpID: place.rpID,
    timeout: CHALLENGE_LIVES_MS,
    userVerification: 'required',
  });
  await keepChallenge(tx, options.challenge, null, now);
  return options;
}

/** Whose key has answered what we asked, once. Null when it is nobody's, or the answer does not hold. */
export async function ownerOfPasskey(
  tx: Tx,
  place: PasskeyPlace,
  response: AuthenticationResponseJSON,
  now: Instant,
): Promise<PersonId | null> {
  const [found] = await tx
    .select()
    .from(passkey)
    .where(eq(passkey.credentialId, response.id))
    .for('update');
  if (!found) return null;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(tx, challenge, null, now),
    expectedOrigin: place.origin,
    expectedRPID: place.rpID,
    requireUserVerification: true,
    credential: {
      id: found.credentialId,
      publicKey: Uint8Array.from(found.publicKey),
      counter: found.counter,
      transports: found.transports,
    },
  }).catch(unreadable);
  if (!verified?.verified) return null;
  await tx
    .update(passkey)
    .set({ counter: verified.authenticationInfo.newCounter, lastUsedAt: new Date(now) })
    .where(eq(passkey.id, found.id));
  return found.personId as PersonId;
}

/** The library throws for whatever a browser may have sent; a database that is out is no such thing. */
function unreadable(error: unknown): null {
  if (error instanceof ChallengeTrouble) throw error.cause;
  return null;
}

class ChallengeTrouble extends Error {}

async function keepChallenge(
  tx: Tx | Database,
  challenge: string,
  personId: PersonId | null,
  now: Instant,
): Promise<void> {
  await tx.delete(passkeyChallenge).where(lte(passkeyChallenge.expiresAt, new Date(now)));
  await tx.insert(passkeyChallenge).values({
    ...{ challengeHash: hashOf(challenge), personId },
    expiresAt: new Date(now + CHALLENGE_LIVES_MS),
  });
}

async function takeChallenge(
  tx: Tx,
  challenge: string,
  personId: PersonId | null,
  now: Instant,
): Promise<boolean> {
  const { challengeHash, expiresAt } = passkeyChallenge;
  try {
    const taken = await tx
      .delete(passkeyChallenge)
      .where(
        and(
          eq(challengeHash, hashOf(challenge)),
          gt(expiresAt, new Date(now)),
          personId === null
            ? isNull(passkeyChallenge.personId)
            : eq(passkeyChallenge.personId, personId),
        ),
      )
      .returning({ challengeHash });
    return taken.length > 0;
  } catch (cause) {
    throw new ChallengeTrouble('a challenge could not be looked for', { cause });
  }
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest('base64url');
