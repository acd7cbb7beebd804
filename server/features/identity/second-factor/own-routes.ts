// A person's own second factors. Shapes: shared/features/identity/second-factor/model.ts; what holds for all: sign-in/routes.ts.
//
// | request                                              | 2xx                       | refusals beside signed-out and not-fresh |
// |------------------------------------------------------|---------------------------|------------------------------------------|
// | GET    /api/me/second-factor                         | 200 SecondFactors         |                                          |
// | POST   /api/me/again { by, code or response }        | 204                       | wrong-code, code-expired, wrong-second-factor, wrong-passkey, too-many-tries |
// | POST   /api/me/second-factor/app {}                  | 200 AppSecret             | not-found: there is one                  |
// | PUT    /api/me/second-factor/app { code }            | 200 NewCodes              | wrong-second-factor, too-many-tries      |
// | DELETE /api/me/second-factor/app                     | 204                       | not-found, second-factor-needed          |
// | POST   /api/me/second-factor/codes {}                | 200 NewCodes              | not-found: nothing to stand in for       |
// | POST   /api/me/passkeys/options {}                   | 200 what the browser signs | not-found, too-many-passkeys            |
// | POST   /api/me/passkeys { name, response }           | 200 NewCodes              | not-found, wrong-passkey, too-many-passkeys |
// | PUT    /api/me/passkeys/:id { name }                 | 204                       | not-found                                |
// | DELETE /api/me/passkeys/:id                          | 204                       | not-found, second-factor-needed          |
//
// An app or a passkey is also set up by whoever waits at the door because they must have one: the answer lets them in.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AuditAction } from '#shared/features/audit/model.ts';
import {
  type AppSecret,
  type NewCodes,
  PASSKEYS_MAX,
  type SecondFactors,
} from '#shared/features/identity/second-factor/model.ts';
import { mayGo } from '#shared/features/identity/second-factor/rules.ts';
import { id, type PasskeyId, type PersonId, type SignInId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { granted, parse, RefusedRequest } from '../sign-in/http.ts';
import {
  endSignInOfToken,
  forgetSecondFactor,
  noteProved,
  noteSecondFactor,
} from '../sign-in/sign-ins.ts';
import {
  from,
  isFresh,
  mustBeSignedIn,
  note,
  signInOf,
  type Visitors,
} from '../sign-in/visitor.ts';
import { complete, halfOf, whatIsLacking } from './admission.ts';
import { base32 } from './base32.ts';
import { bodies, PASSKEY_BYTES_MAX } from './bodies.ts';
import { endHalves, type HalfSignIn } from './half-sign-ins.ts';
import { addressOf, tell } from './letters.ts';
import { paperCodesLeft, replacePaperCodes } from './paper-codes.ts';
import { askForNewPasskey, keepNewPasskey, type PasskeyPlace } from './passkeys.ts';
import {
  confirmApp,
  dropPaperCodes,
  factorsOf,
  lockFactors,
  mustHaveOne,
  offerApp,
  passkeysOf,
  removeApp,
  removePasskey,
  renamePasskey,
} from './second-factors.ts';
import { mustShowCode, mustShowPasskey } from './show.ts';
import { appAddress } from './totp.ts';

/** Who changes their second factors: `half` where they wait at the door for it. */
type Changer = { readonly personId: PersonId } & (
  | { readonly half: HalfSignIn }
  | { readonly half: null; readonly signInId: SignInId }
);
type Ask = { Params: { id: string } };

export function serveOwnSecondFactors(http: FastifyInstance, parts: Visitors): void {
  const { database, clock, ways, demo, appKey } = parts;
  const options = { bodyLimit: PASSKEY_BYTES_MAX };

  http.get('/api/me/second-factor', async (request): Promise<SecondFactors> => {
    const mine = await mustBeSignedIn(parts, request);
    const { personId } = mine;
    const [{ app }, keys, codesLeft, needed, { email }] = await Promise.all([
      factorsOf(database, personId),
      passkeysOf(database, personId),
      paperCodesLeft(database, personId),
      mustHaveOne(database, personId, clock.now(), { demo }),
      addressOf(database, personId),
    ]);
    const hasOne = app || keys.length > 0;
    return {
      ...{ app, codesLeft, needed, email },
      passkeys: keys.map((key) => ({
        id: key.id as PasskeyId,
        name: key.name,
        createdAt: key.createdAt.getTime(),
        lastUsedAt: key.lastUsedAt?.getTime() ?? null,
      })),
      proof: isFresh(parts, mine) ? 'none' : hasOne ? 'second-factor' : 'mailed-code',
    };
  });

  http.post('/api/me/again', options, async (request, reply) => {
    const mine = await mustBeSignedIn(parts, request);
    const shown = parse(bodies.again, request.body);
    if (shown.by === 'passkey') {
      const owner = await mustShowPasskey(parts, request, shown.response);
      if (owner !== mine.personId) throw new RefusedRequest({ refusal: 'wrong-passkey' });
    } else if (shown.by === 'mail') await mustShowMailedCode(request, mine.personId, shown.code);
    else await mustShowCode(parts, request, mine.personId, shown);
    await noteProved(database, mine.signInId, clock.now());
    if (shown.by !== 'mail') await noteSecondFactor(database, { id: mine.signInId });
    return reply.code(204).send();
  });

  /** Enough for whoever has nothing else to show. */
  async function mustShowMailedCode(
    request: FastifyRequest,
    personId: PersonId,
    code: string,
  ): Promise<void> {
    const { app, passkeys } = await factorsOf(database, personId);
    if (app || passkeys > 0) throw new RefusedRequest({ refusal: 'wrong-second-factor' });
    const { email } = await addressOf(database, personId);
    const { token } = granted(await ways.byCode(email, code, from(request)));
    // It has shown who this is; this browser stays in as it is.
    await endSignInOfToken(database, token);
  }

  /** @throws {RefusedRequest} `signed-out`, `not-fresh` */
  async function mayChange(request: FastifyRequest): Promise<Changer> {
    const mine = await signInOf(parts, request);
    if (mine && !isFresh(parts, mine)) throw new RefusedRequest({ refusal: 'not-fresh' });
    if (mine) return { personId: mine.personId, half: null, signInId: mine.signInId };
    const half = await halfOf(parts, request);
    if (!half) throw new RefusedRequest({ refusal: 'signed-out' });
    return { personId: half.personId, half };
  }

  /**
   * Runs a change under the person's lock. Whoever waits at the door may set up their first, and nothing once there is one:
   * then it is to be shown.
   */
  async function change<T>(changer: Changer, work: (tx: Tx) => Promise<T>): Promise<T> {
    return inTransaction(database, 'change', async (tx) => {
      await lockFactors(tx, changer.personId);
      const lacks = changer.half && (await whatIsLacking(parts, tx, changer.personId));
      if (changer.half && lacks?.step !== 'set-up')
        throw new RefusedRequest({ refusal: 'signed-out' });
      return work(tx);
    });
  }

  const noteOwn = (personId: PersonId, action: AuditAction, object = '') =>
    note(parts, { by: personId, of: personId, action, object });

  /** The first brings a sheet of codes with it, and whoever waited at the door comes in with it. */
  async function added(
    request: FastifyRequest,
    reply: FastifyReply,
    changer: Changer,
    what: 'app' | 'passkey',
    codes: string[],
  ): Promise<NewCodes> {
    const { personId } = changer;
    await noteOwn(personId, 'second-factor-added', what);
    if (changer.half) await complete(parts, request, reply, changer.half, 'new-factor');
    else await noteSecondFactor(database, { id: changer.signInId });
    await tell(parts, personId, `${what}-added`);
    return { codes };
  }

  async function firstSheet(tx: Tx, personId: PersonId): Promise<string[]> {
    const hasSheet = (await paperCodesLeft(tx, personId)) > 0;
    return hasSheet ? [] : replacePaperCodes(tx, personId);
  }

  http.post('/api/me/second-factor/app', options, async (request): Promise<AppSecret> => {
    const changer = await mayChange(request);
    const bytes = await change(changer, (tx) => offerApp(tx, appKey, changer.personId));
    if (!bytes) throw new RefusedRequest({ refusal: 'not-found' });
    const secret = base32(bytes);
    const { email } = await addressOf(database, changer.personId);
    return { secret, address: appAddress(secret, email) };
  });

  http.put('/api/me/second-factor/app', options, async (request, reply): Promise<NewCodes> => {
    const changer = await mayChange(request);
    const { personId } = changer;
    const { code } = parse(bodies.appCode, request.body);
    const tried = await ways.limited('second-factor', personId, from(request), () =>
      change(changer, async (tx) => {
        if (!(await confirmApp(tx, appKey, personId, code, clock.now()))) return false;
        return firstSheet(tx, personId);
      }),
    );
    if (tried === false) throw new RefusedRequest({ refusal: 'wrong-second-factor' });
    if (!Array.isArray(tried)) throw new RefusedRequest(tried);
    return added(request, reply, changer, 'app', tried);
  });

  http.delete('/api/me/second-factor/app', async (request, reply) => {
    const changer = await mayChange(request);
    await remove(changer, (tx) => removeApp(tx, changer.personId));
    await noteOwn(changer.personId, 'second-factor-removed', 'app');
    await tell(parts, changer.personId, 'app-removed');
    return reply.code(204).send();
  });

  async function remove(changer: Changer, work: (tx: Tx) => Promise<boolean>): Promise<void> {
    const { personId } = changer;
    await change(changer, async (tx) => {
      if (!(await work(tx))) throw new RefusedRequest({ refusal: 'not-found' });
      const left = await factorsOf(tx, personId);
      const needed = await mustHaveOne(tx, personId, clock.now(), { demo });
      if (!mayGo(left, needed)) throw new RefusedRequest({ refusal: 'second-factor-needed' });
      if (!left.app && left.passkeys === 0) {
        await dropPaperCodes(tx, personId);
        if (!demo) await forgetSecondFactor(tx, personId);
      }
      await endHalves(tx, personId);
    });
  }

  http.post('/api/me/second-factor/codes', options, async (request): Promise<NewCodes> => {
    const changer = await mayChange(request);
    const codes = await change(changer, async (tx) => {
      const { app, passkeys } = await factorsOf(tx, changer.personId);
      if (!app && passkeys === 0) throw new RefusedRequest({ refusal: 'not-found' });
      return replacePaperCodes(tx, changer.personId);
    });
    await noteOwn(changer.personId, 'sheet-made');
    await tell(parts, changer.personId, 'codes-made');
    return { codes };
  });

  function place(): PasskeyPlace {
    if (!parts.passkeys) throw new RefusedRequest({ refusal: 'not-found' });
    return parts.passkeys;
  }

  async function mustHaveRoom(tx: Tx, personId: PersonId): Promise<void> {
    const { passkeys } = await factorsOf(tx, personId);
    if (passkeys >= PASSKEYS_MAX) throw new RefusedRequest({ refusal: 'too-many-passkeys' });
  }

  http.post('/api/me/passkeys/options', options, async (request) => {
    const changer = await mayChange(request);
    const { personId } = changer;
    const at = place();
    return change(changer, async (tx) => {
      await mustHaveRoom(tx, personId);
      const me = await addressOf(tx, personId);
      return askForNewPasskey(tx, at, { personId, ...me }, clock.now());
    });
  });

  http.post('/api/me/passkeys', options, async (request, reply): Promise<NewCodes> => {
    const changer = await mayChange(request);
    const { personId } = changer;
    const at = place();
    const given = parse(bodies.newPasskey, request.body);
    const codes = await change(changer, async (tx) => {
      await mustHaveRoom(tx, personId);
      const kept = await keepNewPasskey(tx, at, personId, given, clock.now());
      return kept && firstSheet(tx, personId);
    });
    if (!codes) throw new RefusedRequest({ refusal: 'wrong-passkey' });
    return added(request, reply, changer, 'passkey', codes);
  });

  // A name opens nothing: whoever is signed in need not show again who they are.
  http.put<Ask>('/api/me/passkeys/:id', options, async (request, reply) => {
    const { personId } = await mustBeSignedIn(parts, request);
    const { name } = parse(bodies.passkeyName, request.body);
    const renamed = await renamePasskey(database, personId, passkeyId(request.params.id), name);
    if (!renamed) throw new RefusedRequest({ refusal: 'not-found' });
    return reply.code(204).send();
  });

  http.delete<Ask>('/api/me/passkeys/:id', async (request, reply) => {
    const changer = await mayChange(request);
    const wanted = passkeyId(request.params.id);
    await remove(changer, (tx) => removePasskey(tx, changer.personId, wanted));
    await noteOwn(changer.personId, 'second-factor-removed', 'passkey');
    await tell(parts, changer.personId, 'passkey-removed');
    return reply.code(204).send();
  });
}

/** @throws {RefusedRequest} `not-found` for what cannot be one */
function passkeyId(asked: string): PasskeyId {
  const wanted = id<'passkey'>().safeParse(asked);
  if (!wanted.success) throw new RefusedRequest({ refusal: 'not-found' });
  return wanted.data;
}
