// The second step in. Shapes: shared/features/identity/second-factor/model.ts; what holds for all: sign-in/routes.ts.
//
// | request                                                  | 2xx                        | refusals                             |
// |----------------------------------------------------------|----------------------------|--------------------------------------|
// | POST /api/sign-in/second-factor { by, code }             | 200 { signedIn }           | signed-out, wrong-second-factor, too-many-tries |
// | POST /api/sign-in/passkey/options {}                     | 200 what the browser signs | not-found, too-many-tries            |
// | POST /api/sign-in/passkey { response }                   | 200 { signedIn }           | wrong-passkey, not-found, too-many-tries |

import type { FastifyInstance } from 'fastify';
import { BODY_BYTES_MAX, parse, RefusedRequest } from '../sign-in/http.ts';
import { from, letIn, type Visitors } from '../sign-in/visitor.ts';
import { complete, halfOf, whatHalfLacks } from './admission.ts';
import { bodies, PASSKEY_BYTES_MAX } from './bodies.ts';
import { endHalf } from './half-sign-ins.ts';
import { askForPasskey } from './passkeys.ts';
import { mustShowCode, mustShowPasskey } from './show.ts';

/** For whoever has shown one thing, and for whoever shows a passkey, which is both at once. */
export function serveSecondStep(http: FastifyInstance, parts: Visitors): void {
  const { database, ways, clock, passkeys } = parts;

  http.post('/api/sign-in/second-factor', { bodyLimit: BODY_BYTES_MAX }, async (request, reply) => {
    const half = await halfOf(parts, request);
    const lacks = await whatHalfLacks(parts, half);
    if (!half || lacks?.step !== 'prove') throw new RefusedRequest({ refusal: 'signed-out' });
    const shown = parse(bodies.shown, request.body);
    await mustShowCode(parts, request, half.personId, shown);
    return complete(parts, request, reply, half, shown.by);
  });

  http.post('/api/sign-in/passkey/options', { bodyLimit: BODY_BYTES_MAX }, async (request) => {
    if (!passkeys) throw new RefusedRequest({ refusal: 'not-found' });
    const wait = await ways.budget(from(request));
    if (wait) throw new RefusedRequest({ refusal: 'too-many-tries', ...wait });
    return askForPasskey(database, passkeys, clock.now());
  });

  http.post('/api/sign-in/passkey', { bodyLimit: PASSKEY_BYTES_MAX }, async (request, reply) => {
    const { response } = parse(bodies.passkey, request.body);
    const owner = await mustShowPasskey(parts, request, response);
    const found = await ways.as(owner, from(request).userAgent);
    // Suspended: the key is as good as nobody's.
    if (!found) throw new RefusedRequest({ refusal: 'wrong-passkey' });
    const half = await halfOf(parts, request);
    if (half) await endHalf(database, half.id);
    return letIn(parts, request, reply, found, 'passkey');
  });
}
