import type { Instant } from '#shared/kernel/duration.ts';
import type { DocumentId, PersonId, SignInId } from '#shared/kernel/ids.ts';
import type { Editing } from './editing.ts';

type Headers = { readonly cookie?: string | undefined };
type SignedIn = {
  readonly personId: PersonId;
  readonly signInId: SignInId;
  readonly expiresAt: Instant;
};

/** Who may have a line to a document: the HTTP status says no where there is none. Forbidden and unknown are one. */
export function makeLineAdmission(parts: {
  readonly signInFromCookie: (headers: Headers) => Promise<SignedIn | null>;
  readonly editing: Pick<Editing, 'admit'>;
}) {
  return async function admit(headers: Headers, documentId: DocumentId) {
    const signedIn = await parts.signInFromCookie(headers);
    if (!signedIn) return 401;
    const opened = await parts.editing.admit(signedIn, documentId);
    if (opened === 'signed-out') return 401;
    return opened === 'not-found' ? 404 : { whose: signedIn.personId, opened };
  };
}
