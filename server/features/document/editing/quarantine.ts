import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import type { Database } from '../../../storage/database.ts';
import { inTransaction } from '../../../storage/transaction.ts';
import { addVersion, beginQuarantine } from '../history/repository.ts';
import { noteDocumentAct } from '../log.ts';
import { KeeperLost, makeKeeper } from './keeper.ts';
import type { AtRest, Stored } from './keeper-protocol.ts';
import { putSnapshot, readStored, setUpdatesAside } from './stored.ts';

/** Once may be a machine that slept. A document that does it again would hold up all others for ever. */
const HANGS_MAX = 2;

/**
 * X18: what happens to a document whose stored text cannot be read as a whole. Nobody opens it any more; its last good state
 * takes the place of the rest, which is set aside, and from there it can be opened again.
 */
export function makeQuarantine(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends every line to it. */
  readonly close: (documentId: DocumentId) => void;
  readonly answersWithinMs?: number;
}) {
  const { database, clock, log } = parts;
  /** Goes through what is wrong with a document, beside the thread that holds the others. */
  const salvager = makeKeeper({ ...parts, poisoned: () => undefined, lost: () => undefined });
  const salvaging = new Map<DocumentId, Promise<void>>();
  /** How often the thread of all texts was at this document when it hung. */
  const hangs = new Map<DocumentId, number>();

  async function begin(documentId: DocumentId): Promise<void> {
    log.error({ documentId }, 'a document is put into quarantine');
    parts.close(documentId);
    try {
      const at = clock.now();
      await inTransaction(database, 'change', async (tx) => {
        if (!(await beginQuarantine(tx, documentId, at))) return;
        await noteDocumentAct(tx, { documentId, act: 'quarantined', by: null, at });
      });
      void salvage(documentId);
    } catch (error) {
      log.error({ documentId, err: error }, 'a document could not be put into quarantine');
    }
  }

  /** One at a time for each document. Never throws: whoever wants to open it again asks for it once more. */
  function salvage(documentId: DocumentId): Promise<void> {
    const before = salvaging.get(documentId);
    if (before) return before;
    const now = trySalvage(documentId)
      .catch((error) => {
        log.error({ documentId, err: error }, 'the last good state of a document was not found');
      })
      .finally(() => salvaging.delete(documentId));
    salvaging.set(documentId, now);
    return now;
  }

  async function trySalvage(documentId: DocumentId): Promise<void> {
    const found = await inTransaction(database, 'view', (tx) => readStored(tx, documentId));
    if (!found?.quarantined || found.updates === 0) return;
    const good = await lastGood(documentId, found.stored);
    const at = clock.now();
    await inTransaction(database, 'change', async (tx) => {
      const throughSeq = Math.max(found.seq, await setUpdatesAside(tx, documentId, at));
      await putSnapshot(tx, documentId, { ...good, throughSeq, at, writtenAt: at });
      await addVersion(tx, { documentId, state: good.state, at, name: null, by: null });
    });
  }

  /** Everything up to what cannot be applied; where finding that out takes too long, what was last put together. */
  async function lastGood(documentId: DocumentId, stored: Stored): Promise<AtRest> {
    try {
      return await salvager.ask('salvage', { documentId, stored });
    } catch (error) {
      if (!(error instanceof KeeperLost)) throw error;
      const { snapshot } = stored;
      return salvager.ask('salvage', { documentId, stored: { snapshot, updates: [] } });
    }
  }

  return {
    begin,
    salvage,
    /** The thread of all texts hung, and was at this one. */
    async hung(documentId: DocumentId): Promise<void> {
      const times = (hangs.get(documentId) ?? 0) + 1;
      hangs.set(documentId, times);
      log.error({ documentId, times }, 'the thread that holds documents hung at this one');
      if (times < HANGS_MAX) return;
      hangs.delete(documentId);
      await begin(documentId);
    },
    stop: () => salvager.stop(),
  };
}
