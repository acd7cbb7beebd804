// The way in by another place, where one is set up. What holds for all: sign-in/routes.ts.
//
// | request                                    | answer                                                       | refusals                       |
// |--------------------------------------------|--------------------------------------------------------------|--------------------------------|
// | POST   /api/sign-in/provider { target }    | 200 { url } to go to                                         | too-many-tries, provider-away  |
// | GET    /api/sign-in/provider/back?…        | 303 to the front door, in or with `?leverandor=`, or to `/konto` |                            |
// | GET    /api/me/provider                    | 200 { linked }                                               | signed-out                     |
// | POST   /api/me/provider {}                 | 200 { url } to go to                                         | signed-out, not-fresh, provider-away |
// | DELETE /api/me/provider                    | 204                                                          | signed-out, not-fresh, not-found |

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { admit } from '../second-factor/admission.ts';
import { tell } from '../second-factor/letters.ts';
import { BODY_BYTES_MAX, parse, RefusedRequest } from '../sign-in/http.ts';
import { newToken } from '../sign-in/token.ts';
import {
  from,
  isFresh,
  mustBeSignedIn,
  note,
  signInOf,
  type Visitors,
} from '../sign-in/visitor.ts';
import { isLinked, link, personLinkedTo, unlink } from './links.ts';
import type { Provider } from './provider.ts';
import { keepTry, takeTry } from './tries.ts';

export const BACK_PATH = '/api/sign-in/provider/back';
const COOKIE = 'mellom-provider';
/** As long as a try lives. */
const COOKIE_LIVES_S = 15 * 60;
const OWN_PAGE = '/konto';

const body = z.object({ target: z.string().max(2000) });
const answer = z.object({ state: z.string().min(1).max(200) }).catchall(z.string().max(4000));

/** Serves the way by the provider. Where none is set up these paths do not exist. */
export function serveProvider(http: FastifyInstance, parts: Visitors, provider: Provider): void {
  const { database, ways, clock, cookie } = parts;
  const options = { bodyLimit: BODY_BYTES_MAX };

  async function begin(
    reply: FastifyReply,
    whose: PersonId | null,
    target: string,
  ): Promise<{ url: string }> {
    const asked = await provider.ask();
    if (!asked) throw new RefusedRequest({ refusal: 'provider-away' });
    const { url, ...rest } = asked;
    const browser = newToken();
    await keepTry(database, { ...rest, browser, personId: whose, target }, clock.now());
    reply.header('set-cookie', browserCookie(browser, COOKIE_LIVES_S));
    return { url };
  }

  /** It comes back by a link from the provider's page, so it is Lax, and goes nowhere else. */
  function browserCookie(value: string, maxAge: number): string {
    const secure = cookie.name.startsWith('__Host-') ? '; Secure' : '';
    return `${COOKIE}=${value}; Max-Age=${maxAge}; Path=${BACK_PATH}; HttpOnly; SameSite=Lax${secure}`;
  }

  http.post('/api/sign-in/provider', options, async (request, reply) => {
    const { target } = parse(body, request.body);
    const wait = await ways.budget(from(request));
    if (wait) throw new RefusedRequest({ refusal: 'too-many-tries', ...wait });
    return begin(reply, null, target);
  });

  http.get(BACK_PATH, async (request, reply) => {
    const given = answer.safeParse(request.query);
    const browser = new RegExp(`(?:^|; )${COOKIE}=([\\w-]{43})(?:;|$)`).exec(
      request.headers.cookie ?? '',
    )?.[1];
    const found =
      given.success && browser !== undefined
        ? await takeTry(database, { state: given.data.state, browser }, clock.now())
        : null;
    reply.header('set-cookie', browserCookie('', 0));
    if (!found || !given.success) return toFrontDoor(reply, 'brutt');
    const key = await provider.keyIn(new URLSearchParams(given.data), found);
    if (found.personId) return linkOwn(request, reply, found.personId, key);
    return key ? enter(request, reply, key, found.target) : toFrontDoor(reply, 'brutt');
  });

  async function enter(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    target: string,
  ): Promise<FastifyReply> {
    const personId = await personLinkedTo(database, key);
    const found = personId && (await ways.as(personId, from(request).userAgent));
    if (!found) {
      const entry = {
        by: null,
        of: personId,
        action: 'sign-in-refused',
        object: 'provider',
      } as const;
      await note(parts, { ...entry, outcome: 'refused' });
      // Unknown and suspended: the same words.
      return toFrontDoor(reply, 'ukjent');
    }
    await admit(parts, request, reply, found, 'provider');
    // It goes on to where one was going, or shows what is lacking first.
    return reply.redirect(`/logg-inn?til=${encodeURIComponent(target)}`, 303);
  }

  async function linkOwn(
    request: FastifyRequest,
    reply: FastifyReply,
    personId: PersonId,
    key: string | null,
  ): Promise<FastifyReply> {
    const mine = await signInOf(parts, request);
    // Somebody else has signed in here meanwhile: nothing of theirs is touched.
    const isTheirs = mine?.personId === personId;
    const linked =
      key !== null &&
      isTheirs &&
      (await inTransaction(database, 'change', (tx) => link(tx, personId, key, clock.now())));
    if (linked) {
      await note(parts, { by: personId, of: personId, action: 'provider-linked' });
      await tell(parts, personId, 'provider-linked');
    }
    return reply.redirect(linked ? OWN_PAGE : `${OWN_PAGE}?leverandor=brutt`, 303);
  }

  http.get('/api/me/provider', async (request) => {
    const mine = await mustBeSignedIn(parts, request);
    return { linked: await isLinked(database, mine.personId) };
  });

  async function mustBeFresh(request: FastifyRequest): Promise<PersonId> {
    const mine = await mustBeSignedIn(parts, request);
    if (!isFresh(parts, mine)) throw new RefusedRequest({ refusal: 'not-fresh' });
    return mine.personId;
  }

  http.post('/api/me/provider', options, async (request, reply) =>
    begin(reply, await mustBeFresh(request), OWN_PAGE),
  );

  http.delete('/api/me/provider', async (request, reply) => {
    const personId = await mustBeFresh(request);
    if (!(await unlink(database, personId))) throw new RefusedRequest({ refusal: 'not-found' });
    await note(parts, { by: personId, of: personId, action: 'provider-unlinked' });
    await tell(parts, personId, 'provider-unlinked');
    return reply.code(204).send();
  });
}

/** `brutt`: the answer does not hold, or the person said no there. `ukjent`: nobody here is linked to it. */
function toFrontDoor(reply: FastifyReply, why: 'brutt' | 'ukjent'): FastifyReply {
  return reply.redirect(`/logg-inn?leverandor=${why}`, 303);
}
