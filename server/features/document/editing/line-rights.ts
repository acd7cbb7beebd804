import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import { isOpenForEdits } from '#shared/features/document/catalogue/rules.ts';
import { displayName } from '#shared/features/programme/names/rules.ts';
import type { DocumentId, PersonId } from '#shared/kernel/ids.ts';
import { CLOSE, RIGHT } from '#shared/wire/document-line.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Caller, Can, SubjectOf } from '../../../platform/dispatch.ts';
import type { Database, Tx } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { nameAndPlace } from '../../identity/public.ts';
import { sessionKindOf } from '../../programme/public.ts';
import { documentStanding } from '../catalogue/standing.ts';
import type { LineRights } from './line.ts';
import type { Shown } from './presence.ts';

type Asked =
  | { readonly ok: true; readonly rights: LineRights; readonly shown: Shown }
  | { readonly ok: false; readonly code: typeof CLOSE.signedOut | typeof CLOSE.forbidden };

/** What a caller may do with a document now: the same judge as for every call. */
export function askRights(
  parts: {
    readonly database: Database;
    readonly clock: Clock;
    readonly can: Can;
    readonly subjectOf: SubjectOf;
  },
  caller: Caller,
  documentId: DocumentId,
): Promise<Asked> {
  const { database, clock } = parts;
  return inTransaction(database, 'view', async (tx): Promise<Asked> => {
    const now = clock.now();
    const subject = await parts.subjectOf(tx, caller.personId, caller.signInId, now);
    if (!subject?.active) return { ok: false, code: CLOSE.signedOut };
    const standing = await documentStanding(tx, subject, documentId, now);
    const may = (action: 'document/read' | 'document/edit') =>
      standing !== null && parts.can(subject, action, standing, { now });
    if (!standing || !may('document/read')) return { ok: false, code: CLOSE.forbidden };
    return {
      ok: true,
      rights: rightsOf(standing, may('document/edit')),
      shown: await shownAs(tx, caller.personId, standing),
    };
  });
}

export const NO_RIGHTS: LineRights = { bits: 0, closed: null };

function rightsOf(standing: DocumentStanding, mayEdit: boolean): LineRights {
  const write = mayEdit && isOpenForEdits(standing) ? RIGHT.write : 0;
  return { bits: RIGHT.read | RIGHT.awareness | write, closed: closedBy(standing) };
}

/** What the page says above the text, first of the two where a teacher froze what was handed in. */
function closedBy({ frozenAt, handedInAt }: DocumentStanding): LineRights['closed'] {
  if (handedInAt !== null) return 'handed-in';
  return frozenAt === null ? null : 'frozen';
}

const HUES = 360;

/** The same person has the same colour in every document and on every screen, and in a circle's the name that the circle shows. */
async function shownAs(tx: Tx, personId: PersonId, { place }: DocumentStanding): Promise<Shown> {
  const named = { personId, ...(await nameAndPlace(tx, personId)) };
  const kind =
    place.kind === 'session' ? await sessionKindOf(tx, place.session.sessionId) : 'teaching';
  const number = Number.parseInt(personId.replaceAll('-', '').slice(-8), 16);
  return { personId, name: displayName(named, kind), hue: number % HUES };
}
