// Sign-in over HTTP. Shapes: shared/features/identity/sign-in/model.ts. Every answer is JSON.
//
// | request                                                      | 2xx                                      | refusals                                     |
// |--------------------------------------------------------------|------------------------------------------|----------------------------------------------|
// | GET  /api/door                                               | 200 Entrance                             |                                              |
// | POST /api/door { door }  (demonstration school only)         | 200 { signedIn }                         | not-found                                    |
// | POST /api/auth/email-otp/send-verification-otp { email, language? } | 200 {} whoever asks                      | too-many-mails, too-many-tries + retryAfterMs |
// | POST /api/auth/sign-in/email-otp { email, otp }              | 200 { signedIn } or { waitsFor }         | wrong-code, code-expired, too-many-tries     |
// | POST /api/auth/sign-in/email { email, password }             | 200 { signedIn } or { waitsFor }         | wrong-password, too-many-tries               |
// | POST /api/auth/sign-out {}                                   | 200 {} also when signed out already      |                                              |
// | GET  /api/sign-ins                                           | 200 { signIns: OwnSignIn[] }             | signed-out                                   |
// | DELETE /api/sign-ins  (no body) all but the one in use       | 204                                      | signed-out                                   |
// | DELETE /api/sign-ins/:id  (no body)                          | 204                                      | signed-out, not-found                        |
// | PUT  /api/me/language { language }                           | 200 { signedIn }                         | signed-out                                   |
// | PUT  /api/me/appearance Appearance                           | 200 { signedIn }                         | signed-out                                   |
// | GET  /api/me/password                                        | 200 { proof, email }                     | signed-out                                   |
// | PUT  /api/me/password { password, current?, code? }          | 204                                      | signed-out, wrong-password, wrong-code, code-expired, password-too-short, password-too-long, common-password |
// The way by another place: provider/routes.ts.
// What comes after the first factor, and a person's own second factors: second-factor/routes.ts and own-routes.ts there.
//
// Any of them: 400 bad-input, 403 wrong-origin, 429 too-many-tries, 503 try-again, 500 fault + incident.
// A refusal is { ok: false, refusal, retryAfterMs?, incident? } (RefusalBody). Writes carry `x-mellom: 1` and, where they
// have a body, `content-type: application/json` (transport/same-origin.ts). The cookie is set by the answer;
// no answer carries the token. better-auth's own paths beyond these four are not mounted: there is no get-session,
// GET /api/door says who is signed in.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { CODE_DIGITS, type Entrance, LANGUAGES } from '#shared/features/identity/sign-in/model.ts';
import type { Log } from '../../../platform/log.ts';
import { canonicalEmail, personAt } from '../person/persons.ts';
import { serveProvider } from '../provider/routes.ts';
import { admit, halfOf, whatHalfLacks } from '../second-factor/admission.ts';
import { endHalf } from '../second-factor/half-sign-ins.ts';
import { serveOwnSecondFactors } from '../second-factor/own-routes.ts';
import { serveSecondStep } from '../second-factor/routes.ts';
import { PASSWORD_UNITS_MAX } from './auth.ts';
import { listDoors, personBehindDoor } from './doors.ts';
import { answerRefusals, BODY_BYTES_MAX, granted, parse, RefusedRequest } from './http.ts';
import { serveOwn } from './own-routes.ts';
import { endSignIn } from './sign-ins.ts';
import { from, isLoopback, letIn, note, signedInAs, signInOf, type Visitors } from './visitor.ts';
import type { In, WaysIn } from './ways-in.ts';

const email = z.string().max(320).transform(canonicalEmail).pipe(z.email().max(254));
/** People paste codes with spaces in them. */
const code = z
  .string()
  .max(40)
  .transform((text) => text.replace(/\s/g, ''))
  .pipe(z.string().regex(new RegExp(`^\\d{${CODE_DIGITS}}$`)));
const password = z.string().min(1).max(PASSWORD_UNITS_MAX);

const bodies = {
  /** `language`: chosen just now on the page that asks. */
  mailCode: z.object({ email, language: z.enum(LANGUAGES).optional() }),
  byCode: z.object({ email, otp: code }),
  byPassword: z.object({ email, password }),
  throughDoor: z.object({ door: z.string().regex(/^[a-zA-Z][\w-]{0,39}$/) }),
};

export type SignInRoutes = Visitors & { readonly log: Log };

/** Serves sign-in. The server it is given guards its writes (transport/same-origin.ts). */
export async function serveSignIn(http: FastifyInstance, parts: SignInRoutes): Promise<void> {
  await http.register(async (scope) => {
    answerRefusals(scope);
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    // Letters under way are sent before the server goes.
    scope.addHook('onClose', () => parts.ways.posted());
    serveWaysIn(scope, parts);
    serveEntrance(scope, parts);
    if (parts.demo) serveDoors(scope, parts);
    serveSecondStep(scope, parts);
    serveOwn(scope, parts);
    serveOwnSecondFactors(scope, parts);
    if (parts.provider) serveProvider(scope, parts, parts.provider);
  });
}

function serveWaysIn(http: FastifyInstance, parts: SignInRoutes): void {
  const { ways } = parts;
  const options = { bodyLimit: BODY_BYTES_MAX };

  /** The decision, when it is a yes. A try that did not hold is written down, also of an address that nobody has. */
  async function noted<D extends Awaited<ReturnType<WaysIn['byCode' | 'byPassword']>>>(
    email: string,
    by: 'code' | 'password',
    tried: D,
  ): Promise<In> {
    // What is not looked at any more is not written down either: a log that anybody can fill is none.
    if (!tried.ok && tried.refusal !== 'too-many-tries') {
      const of = await personAt(parts.database, email);
      const entry = { by: null, of, action: 'sign-in-refused', object: by } as const;
      await note(parts, { ...entry, outcome: 'refused' });
    }
    return granted(tried);
  }

  http.post('/api/auth/email-otp/send-verification-otp', options, async (request) => {
    const given = parse(bodies.mailCode, request.body);
    granted(await ways.mailCode(given, from(request)));
    return {};
  });
  http.post('/api/auth/sign-in/email-otp', options, async (request, reply) => {
    const { email, otp } = parse(bodies.byCode, request.body);
    const tried = await ways.byCode(email, otp, from(request));
    return admit(parts, request, reply, await noted(email, 'code', tried), 'code');
  });
  http.post('/api/auth/sign-in/email', options, async (request, reply) => {
    const { email, password } = parse(bodies.byPassword, request.body);
    const tried = await ways.byPassword(email, password, from(request));
    return admit(parts, request, reply, await noted(email, 'password', tried), 'password');
  });
  http.post('/api/auth/sign-out', options, async (request, reply) => {
    const mine = await signInOf(parts, request);
    if (mine) {
      await endSignIn(parts.database, mine.signInId);
      await note(parts, { by: mine.personId, of: mine.personId, action: 'signed-out' });
    }
    const half = await halfOf(parts, request);
    if (half) await endHalf(parts.database, half.id);
    reply.header('set-cookie', parts.cookie.clear());
    return {};
  });
}

function serveEntrance(http: FastifyInstance, parts: SignInRoutes): void {
  http.get('/api/door', async (request): Promise<Entrance> => {
    const mine = await signInOf(parts, request);
    return {
      demo: parts.demo,
      doors: parts.demo ? await listDoors(parts.database) : [],
      signedIn: mine && (await signedInAs(parts, mine.personId)),
      waitsFor: mine ? null : await whatHalfLacks(parts, await halfOf(parts, request)),
      passkeys: parts.passkeys !== null,
      provider: parts.provider && { name: parts.provider.name },
      rolesAsked: mine ? await parts.rolesAsked(mine.personId) : [],
    };
  });
}

function serveDoors(http: FastifyInstance, parts: SignInRoutes): void {
  http.post('/api/door', { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const { door } = parse(bodies.throughDoor, request.body);
    const personId = isLoopback(request) ? await personBehindDoor(parts.database, door) : null;
    const found = personId && (await parts.ways.as(personId, from(request).userAgent));
    if (!found) throw new RefusedRequest({ refusal: 'not-found' });
    return letIn(parts, request, reply, found, 'door');
  });
}
