import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import type { ShownBy } from '#shared/features/identity/second-factor/model.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { RefusedRequest } from '../sign-in/http.ts';
import { from, note, type Visitors } from '../sign-in/visitor.ts';
import { tell } from './letters.ts';
import { takePaperCode } from './paper-codes.ts';
import { ownerOfPasskey } from './passkeys.ts';
import { takeAppCode } from './second-factors.ts';

type Shown = { readonly by: ShownBy; readonly code: string };

/**
 * Looks at a code from the app or the sheet, within the limits, and uses it up.
 * @throws {RefusedRequest} `wrong-second-factor`, `too-many-tries`
 */
export async function mustShowCode(
  parts: Visitors,
  request: FastifyRequest,
  personId: PersonId,
  { by, code }: Shown,
): Promise<void> {
  const { database, ways, clock, appKey } = parts;
  const tried = await ways.limited('second-factor', personId, from(request), () =>
    inTransaction(database, 'change', (tx) =>
      by === 'app'
        ? takeAppCode(tx, appKey, personId, code.replace(/\s/g, ''), clock.now())
        : takePaperCode(tx, personId, code),
    ),
  );
  if (tried === false) {
    const entry = { by: null, of: personId, action: 'sign-in-refused', object: by } as const;
    await note(parts, { ...entry, outcome: 'refused' });
  }
  if (tried !== true) {
    throw new RefusedRequest(tried === false ? { refusal: 'wrong-second-factor' } : tried);
  }
  if (by === 'paper') await tell(parts, personId, 'code-used');
}

/**
 * Whose passkey has answered.
 * @throws {RefusedRequest} `wrong-passkey`, `too-many-tries`, and `not-found` where there are none
 */
export async function mustShowPasskey(
  parts: Visitors,
  request: FastifyRequest,
  response: AuthenticationResponseJSON,
): Promise<PersonId> {
  const { database, passkeys, clock, ways } = parts;
  if (!passkeys) throw new RefusedRequest({ refusal: 'not-found' });
  const wait = await ways.budget(from(request));
  if (wait) throw new RefusedRequest({ refusal: 'too-many-tries', ...wait });
  const owner = await inTransaction(database, 'change', (tx) =>
    ownerOfPasskey(tx, passkeys, response, clock.now()),
  );
  if (!owner) {
    const entry = { by: null, of: null, action: 'sign-in-refused', object: 'passkey' } as const;
    await note(parts, { ...entry, outcome: 'refused' });
    throw new RefusedRequest({ refusal: 'wrong-passkey' });
  }
  return owner;
}
