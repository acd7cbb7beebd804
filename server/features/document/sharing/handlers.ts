import { sql } from 'drizzle-orm';
import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import { mayBeNamed } from '#shared/features/document/catalogue/policy.ts';
import * as commands from '#shared/features/document/sharing/commands.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Subject } from '#shared/wire/access.ts';
import { answer, type Calling, handle } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { momentOf, msOf } from '../../../storage/moment.ts';
import { loadDocument } from '../catalogue/standing.ts';
import { type DocumentAct, noteDocumentAct } from '../log.ts';

export const shareDocument = handle(commands.shareDocument, loadDocument, async (call) => {
  const { input, object, subject, now, tx } = call;
  const { documentId } = object;
  const named = await personNamed(tx, input.with);
  if (!named || named.personId === subject.personId || !mayBeNamed(named, now))
    return refuse('unknown-person');

  const { personId, displayName } = named;
  const others = await tx.execute(sql`
    select from document_share where document_id = ${documentId} and person_id <> ${personId}`);
  if (others.rows.length >= commands.SHARES_MAX) return refuse('too-many');
  await tx.execute(sql`
    insert into document_share (document_id, person_id, "right", at)
    values (${documentId}, ${personId}, ${input.right}, ${momentOf(now)})
    on conflict (document_id, person_id) do update set "right" = excluded."right"`);
  await note(call, 'shared', personId);
  return answer({ personId, displayName });
});

export const unshareDocument = handle(commands.unshareDocument, loadDocument, async (call) => {
  const { input, object, tx } = call;
  const { personId } = input;
  const { rowCount } = await tx.execute(sql`
    delete from document_share
    where document_id = ${object.documentId} and person_id = ${personId}`);
  if (rowCount) await note(call, 'unshared', personId);
  return answer({});
});

export const freezeDocument = handle(commands.freezeDocument, loadDocument, async (call) => {
  const { object, subject, now, tx } = call;
  if (object.frozenAt !== null) return answer({});
  await tx.execute(sql`
    update document set frozen_at = ${momentOf(now)}, frozen_by = ${subject.personId}
    where id = ${object.documentId}`);
  await note(call, 'frozen');
  return answer({});
});

export const thawDocument = handle(commands.thawDocument, loadDocument, async (call) => {
  const { object, tx } = call;
  if (object.frozenAt === null) return answer({});
  await tx.execute(sql`
    update document set frozen_at = null, frozen_by = null where id = ${object.documentId}`);
  await note(call, 'thawed');
  return answer({});
});

async function note(
  { tx, object, subject, now }: Calling<unknown, DocumentStanding>,
  act: DocumentAct,
  about?: PersonId,
): Promise<void> {
  const { documentId } = object;
  const entry = { documentId, act, by: subject.personId, at: now };
  await noteDocumentAct(tx, about === undefined ? entry : { ...entry, about });
}

type Named = Subject & { readonly displayName: string };

/** Somebody of the school, by id or by the whole address. What may be told of them is the policy's question. */
async function personNamed(
  tx: Tx,
  who: { readonly personId: PersonId } | { readonly email: string },
): Promise<Named | null> {
  const which =
    'personId' in who
      ? sql`p.id = ${who.personId}`
      : sql`p.email = ${who.email.trim().normalize('NFC').toLowerCase()}`;
  const { rows } = await tx.execute<{
    personId: PersonId;
    displayName: string;
    active: boolean;
    roles: { role: Named['roles'][number]['role']; until: Instant | null }[];
  }>(sql`
    select p.id as "personId", p.display_name as "displayName", p.status = 'active' as active,
      (
        select coalesce(json_agg(json_build_object('role', r.role, 'until', ${msOf(sql`r.until`)})), '[]')
        from role_held r where r.person_id = p.id
      ) as roles
    from person p where ${which}`);
  return rows[0] ?? null;
}
