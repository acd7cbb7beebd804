import { setTimeout as delay } from 'node:timers/promises';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import { isUniqueViolation } from '../../../platform/storage-errors.ts';
import type { Database } from '../../../storage/database.ts';
import { appendRows, type LogRow, type Numbered, updatesAfter } from './stored.ts';

/**
 * The shortest time from one commit to the next. A keystroke alone is stored at once; under load a commit of a hundred rows
 * costs two or three times one of a single row, so waiting a little for company is what carries the load.
 */
const PACE_MS = 3;
const ROWS_PER_COMMIT = 2_000;
const TRY_AGAIN_MS = 250;

/** A document that has something to store. */
export type Writer = {
  readonly documentId: DocumentId;
  /** What waits, numbered, and from now on under way. */
  take(): readonly LogRow[];
  /** The rows that were taken are committed and synced. */
  stored(): void;
  /** Others stand under these numbers: they come first, and what was taken waits again behind them. */
  overtaken(others: readonly Numbered[]): void;
};

export type UpdateLog = {
  /** Says that a document has something to store. Never waits. */
  wake(writer: Writer): void;
  /** Whether the last try failed: nothing is stored just now, and nothing is acknowledged. */
  failing(): boolean;
  /** Resolves when nothing waits to be stored. */
  idle(): Promise<void>;
  stop(): void;
};

/**
 * The append-only log of all documents, one commit for whatever has come together (group commit). Nothing is given up: rows that
 * cannot be stored are tried again, the same rows under the same numbers, until they can. A number that is taken then means one
 * of two things: our own row, whose answer was lost, or another server's.
 */
export function makeUpdateLog(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
}): UpdateLog {
  const { database, clock, log } = parts;
  const waiting = new Set<Writer>();
  const idlers: (() => void)[] = [];
  let running = false;
  let failing = false;
  let stopped = false;

  async function run(): Promise<void> {
    while (waiting.size > 0 && !stopped) {
      const began = performance.now();
      await storeUntilDone(collect());
      const wait = PACE_MS - (performance.now() - began);
      if (waiting.size > 0 && wait > 0.5) await delay(wait);
    }
    running = false;
    if (waiting.size === 0) for (const resolve of idlers.splice(0)) resolve();
  }

  type Batch = Map<Writer, readonly LogRow[]>;

  function collect(): Batch {
    const batch: Batch = new Map();
    let count = 0;
    for (const writer of waiting) {
      if (count >= ROWS_PER_COMMIT) break;
      waiting.delete(writer);
      const rows = writer.take();
      if (rows.length === 0) continue;
      batch.set(writer, rows);
      count += rows.length;
    }
    return batch;
  }

  async function storeUntilDone(batch: Batch): Promise<void> {
    if (batch.size === 0) return;
    while (!stopped) {
      try {
        await appendRows(database, [...batch.values()].flat(), clock.now());
        succeeded();
        for (const writer of batch.keys()) writer.stored();
        return;
      } catch (error) {
        if (isUniqueViolation(error, 'document_update_pkey')) return oneByOne(batch);
        await failed(error);
      }
    }
  }

  /** Somebody's numbers are taken: the others must not wait for that. */
  async function oneByOne(batch: Batch): Promise<void> {
    for (const [writer, rows] of batch) {
      while (!stopped) {
        try {
          await appendRows(database, rows, clock.now());
          writer.stored();
          break;
        } catch (error) {
          if (isUniqueViolation(error, 'document_update_pkey')) {
            if (await settleTaken(writer, rows)) break;
          } else await failed(error);
        }
      }
    }
    succeeded();
  }

  /** @returns false when storage failed while it was found out */
  async function settleTaken(writer: Writer, rows: readonly LogRow[]): Promise<boolean> {
    try {
      const first = rows[0]?.seq ?? 1;
      const there = await updatesAfter(database, writer.documentId, first - 1);
      const ours = rows.every((row, nth) => isSame(row, there[nth]));
      if (ours) writer.stored();
      else writer.overtaken(there);
      return true;
    } catch (error) {
      await failed(error);
      return false;
    }
  }

  function succeeded(): void {
    if (failing) log.info('documents are stored again');
    failing = false;
  }

  async function failed(error: unknown): Promise<void> {
    if (!failing)
      log.warn({ err: error }, 'documents cannot be stored; tried again until they can');
    failing = true;
    await delay(TRY_AGAIN_MS);
  }

  return {
    wake(writer) {
      waiting.add(writer);
      if (running || stopped) return;
      running = true;
      // At the end of the turn, so that what came in together is stored together.
      setImmediate(run);
    },
    failing: () => failing,
    idle: () =>
      running ? new Promise<void>((resolve) => idlers.push(resolve)) : Promise.resolve(),
    stop() {
      stopped = true;
      for (const resolve of idlers.splice(0)) resolve();
    },
  };
}

function isSame(row: LogRow, other: Numbered | undefined): boolean {
  return (
    other !== undefined &&
    other.seq === row.seq &&
    other.personId === row.personId &&
    Buffer.compare(row.bytes, other.bytes) === 0
  );
}
