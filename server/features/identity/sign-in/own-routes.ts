import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appearance } from '#shared/features/identity/appearance/model.ts';
import {
  CODE_DIGITS,
  LANGUAGES,
  type OwnSignIn,
  type PasswordAsks,
} from '#shared/features/identity/sign-in/model.ts';
import { mayEndSignIn } from '#shared/features/identity/sign-in/policy.ts';
import { id, type SignInId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { keepAppearance } from '../appearance/repository.ts';
import { subjectOf } from '../person/persons.ts';
import { person } from '../person/tables.ts';
import { PASSWORD_UNITS_MAX } from './auth.ts';
import { BODY_BYTES_MAX, granted, parse, RefusedRequest } from './http.ts';
import { newPasswordLetter } from './mails.ts';
import { hasPassword, passwordAllowed, setPassword } from './passwords.ts';
import {
  endOtherSignIns,
  endSignIn,
  findSignIn,
  type LiveSignIn,
  liveSignIns,
} from './sign-ins.ts';
import { from, isFresh, mustBeSignedIn, note, signedInAs, type Visitors } from './visitor.ts';

const password = z.string().min(1).max(PASSWORD_UNITS_MAX);
const languageBody = z.object({ language: z.enum(LANGUAGES) });
const passwordBody = z.object({
  password,
  current: password.optional(),
  code: z.string().length(CODE_DIGITS).optional(),
});

/** A person's own things: their sign-ins, their language, how the pages look, their password. */
export function serveOwn(http: FastifyInstance, parts: Visitors): void {
  const { database, clock, ways, cookie } = parts;
  const options = { bodyLimit: BODY_BYTES_MAX };

  http.get('/api/sign-ins', async (request): Promise<{ signIns: OwnSignIn[] }> => {
    const mine = await mustBeSignedIn(parts, request);
    const rows = await liveSignIns(database, mine.personId, clock.now());
    return {
      signIns: rows.map((row) => ({
        id: row.id as SignInId,
        createdAt: row.createdAt.getTime(),
        lastSeenAt: row.updatedAt.getTime(),
        device: row.device,
        current: row.id === mine.signInId,
      })),
    };
  });

  http.delete('/api/sign-ins', async (request, reply) => {
    const mine = await mustBeSignedIn(parts, request);
    await endOtherSignIns(database, mine.personId, mine.signInId);
    return reply.code(204).send();
  });

  http.delete<{ Params: { id: string } }>('/api/sign-ins/:id', async (request, reply) => {
    const mine = await mustBeSignedIn(parts, request);
    const ended = await endOwn(mine, request.params.id);
    if (!ended) throw new RefusedRequest({ refusal: 'not-found' });
    if (ended === mine.signInId) reply.header('set-cookie', cookie.clear());
    return reply.code(204).send();
  });

  async function endOwn(mine: LiveSignIn, asked: string): Promise<SignInId | null> {
    const wanted = id<'sign-in'>().safeParse(asked);
    if (!wanted.success) return null;
    return inTransaction(database, 'change', async (tx) => {
      const subject = await subjectOf(tx, mine.personId, mine.signInId, clock.now());
      const found = await findSignIn(tx, wanted.data);
      if (!subject || !found || !mayEndSignIn(subject, found)) return null;
      await endSignIn(tx, found.id);
      return found.id;
    });
  }

  http.put('/api/me/language', options, async (request) => {
    const mine = await mustBeSignedIn(parts, request);
    const { language } = parse(languageBody, request.body);
    await database
      .update(person)
      .set({ language, updatedAt: new Date(clock.now()) })
      .where(eq(person.id, mine.personId));
    return { signedIn: await signedInAs({ database, clock }, mine.personId) };
  });

  http.put('/api/me/appearance', options, async (request) => {
    const mine = await mustBeSignedIn(parts, request);
    await keepAppearance(database, mine.personId, parse(appearance, request.body));
    return { signedIn: await signedInAs({ database, clock }, mine.personId) };
  });

  async function self({ personId }: LiveSignIn) {
    const [me] = await database.select().from(person).where(eq(person.id, personId));
    // Gone between two queries: nobody is signed in.
    if (!me) throw new RefusedRequest({ refusal: 'signed-out' });
    return me;
  }

  http.get('/api/me/password', async (request): Promise<PasswordAsks> => {
    const mine = await mustBeSignedIn(parts, request);
    const { email } = await self(mine);
    if (isFresh(parts, mine)) return { proof: 'none', email };
    return { proof: (await hasPassword(database, mine.personId)) ? 'old-password' : 'code', email };
  });

  http.put('/api/me/password', options, async (request, reply) => {
    const mine = await mustBeSignedIn(parts, request);
    const given = parse(passwordBody, request.body);
    const me = await self(mine);
    if (!isFresh(parts, mine)) {
      const { personId } = mine;
      // A code is used up by the try: a password that cannot be taken is refused before.
      if (given.code) granted(await passwordAllowed(database, personId, given.password));
      granted(
        given.code
          ? await ways.byCode(me.email, given.code, from(request))
          : await ways.proveAgain(personId, given.current ?? null, from(request).address),
      );
    }
    granted(await setPassword(database, mine.personId, given.password, clock.now()));
    // With them what the code let in: it proved who this is, and this browser stays in as it is.
    await endOtherSignIns(database, mine.personId, mine.signInId);
    await note(parts, { by: mine.personId, of: mine.personId, action: 'password-chosen' });
    ways.post(newPasswordLetter(me.email, me.language));
    return reply.code(204).send();
  });
}
