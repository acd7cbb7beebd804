import type { DocumentStanding } from '#shared/features/document/catalogue/model.ts';
import { mustNotBeFrozen } from '#shared/features/document/catalogue/rules.ts';
import * as commands from '#shared/features/document/history/commands.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, type CommandHandler, handle } from '../../../platform/handler.ts';
import { loadDocument } from '../catalogue/standing.ts';
import type { Editing } from '../editing/editing.ts';
import { noteDocumentAct } from '../log.ts';
import { addVersion, endQuarantine, keptVersion, namedVersions } from './repository.ts';

const NAMED_VERSIONS_MAX = 200;

export function nameVersion(
  editing: Pick<Editing, 'contentOf' | 'versionKept'>,
): CommandHandler<typeof commands.nameVersion, DocumentStanding> {
  return handle(commands.nameVersion, loadDocument, async (call) => {
    const { input, object, subject, now, tx } = call;
    const { documentId } = object;
    // Its text stands still, and nobody can see what would be kept under the name.
    if (object.quarantinedAt !== null) return refuse('frozen');
    if ((await namedVersions(tx, documentId)) >= NAMED_VERSIONS_MAX) return refuse('too-many');

    const { state } = await editing.contentOf(documentId, tx);
    const { name } = input;
    const versionId = await addVersion(tx, {
      ...{ documentId, state, name },
      at: now,
      by: subject.personId,
    });
    editing.versionKept(documentId);
    return answer({ versionId });
  });
}

export function liftQuarantine(
  editing: Pick<Editing, 'salvage'>,
): CommandHandler<typeof commands.liftQuarantine, DocumentStanding> {
  return handle(commands.liftQuarantine, loadDocument, async (call) => {
    const { object, subject, now, tx } = call;
    const { documentId } = object;
    if (object.quarantinedAt === null) return answer({});
    if (!(await endQuarantine(tx, documentId))) {
      // Not found yet, or the server stopped while it looked.
      void editing.salvage(documentId);
      return refuse('not-ready');
    }
    await noteDocumentAct(tx, { documentId, act: 'lifted', by: subject.personId, at: now });
    return answer({});
  });
}

export function restoreVersion(
  editing: Pick<Editing, 'contentOf' | 'makeLike' | 'versionKept'>,
): CommandHandler<typeof commands.restoreVersion, DocumentStanding> {
  return handle(commands.restoreVersion, loadDocument, async (call) => {
    const { input, object, subject, now, tx } = call;
    const { documentId } = object;
    const decision = mustNotBeFrozen(object);
    if (!decision.ok) return decision;
    if (object.quarantinedAt !== null) return refuse('frozen');
    const wanted = await keptVersion(tx, documentId, input.versionId);
    if (wanted === null) return refuse('unknown-version');

    // What stands there until now is not lost by looking back.
    const before = await editing.contentOf(documentId, tx);
    const by = subject.personId;
    const made = await editing.makeLike(documentId, wanted.state, by);
    if (made === 'held') return refuse('frozen');
    if (made === 'same') return answer({ kept: false });
    await addVersion(tx, { documentId, state: before.state, at: now, name: null, by: null });
    const after = await editing.contentOf(documentId, tx);
    const restored = { at: wanted.at, name: wanted.name };
    await addVersion(tx, { documentId, state: after.state, at: now, name: null, by, restored });
    await noteDocumentAct(tx, { documentId, act: 'restored', by, at: now });
    editing.versionKept(documentId);
    return answer({ kept: true });
  });
}
