import { isVersionDue } from '#shared/features/document/history/rules.ts';
import { type Instant, SECOND_MS } from '#shared/kernel/duration.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Keeper } from './keeper.ts';
import type { AtRest } from './keeper-protocol.ts';

/** Rows of the log that a load would have to go through, before they are taken into a snapshot. */
const ROWS_UNTIL_SNAPSHOT = 500;
const BYTES_UNTIL_SNAPSHOT = 512 * 1024;
const SNAPSHOTS_APART_MS = 10 * SECOND_MS;
const RESTS_AFTER_MS = 10 * SECOND_MS;
const NOTED_EVERY_MS = 30 * SECOND_MS;
/** What was typed is found so soon; a long text costs more to index, and is written out more seldom. */
const FOUND_WITHIN_MS = 4 * SECOND_MS;
const FOUND_LATER_MS_PER_CHARACTER = 0.2;
const FOUND_WITHIN_MS_MAX = 60 * SECOND_MS;

/** What is kept of a document beside its log. */
export type RoomKeeping = {
  /** Takes everything up to a number into a snapshot. */
  snapshot(
    at: AtRest & { readonly throughSeq: number; readonly writtenAt: Instant },
  ): Promise<void>;
  version(state: Uint8Array): Promise<void>;
  noteWritten(at: Instant): Promise<void>;
  /** What search finds it by. */
  putText(text: string): Promise<void>;
};

/**
 * What happens to a document when nobody writes just now: its log is put together into a snapshot, and now and then a version
 * is kept. Whatever fails here is tried again at the next rest: the log holds everything still.
 */
export function makeRoomRest(parts: {
  readonly documentId: DocumentId;
  readonly keeper: Keeper;
  readonly keeping: RoomKeeping;
  readonly clock: Clock;
  /** Rows of the log that no snapshot holds yet, from before it was opened. */
  readonly rows: number;
  readonly lastVersionAt: Instant | null;
  /** The number of the last stored row. */
  readonly storedSeq: () => number;
  /** Begun when the state is asked for, and told how large it turned out to be. */
  readonly measuring: () => (stateBytes: number) => void;
}) {
  const { documentId, keeper, keeping, clock } = parts;
  /** What no snapshot holds yet. */
  let rows = parts.rows;
  let rowBytes = 0;
  let unsaved = false;
  let unnoted = false;
  /** Since the text was written out for search. */
  let unfound = false;
  let text = '';
  let textAt = Number.NEGATIVE_INFINITY;
  let puttingText: Promise<void> | null = null;
  let notedAt = Number.NEGATIVE_INFINITY;
  let snapshotAt = Number.NEGATIVE_INFINITY;
  let snapshotting: Promise<void> | null = null;
  /** Of the edits that no version holds yet. */
  let firstEditAt: Instant | null = parts.rows > 0 ? clock.now() : null;
  let lastEditAt: Instant = clock.now();
  let lastVersionAt = parts.lastVersionAt;

  function takeSnapshot(): Promise<void> {
    snapshotting ??= tryToTakeSnapshot().finally(() => {
      snapshotting = null;
    });
    return snapshotting;
  }

  /** What is written meanwhile stays in the log. */
  async function tryToTakeSnapshot(): Promise<void> {
    // An older text must not come after the snapshot's.
    if (puttingText) await puttingText;
    const through = { seq: parts.storedSeq(), rows, rowBytes };
    snapshotAt = clock.now();
    unsaved = false;
    unfound = false;
    const measured = parts.measuring();
    try {
      const rest = await keeper.ask('rest', { documentId });
      await keeping.snapshot({ ...rest, throughSeq: through.seq, writtenAt: lastEditAt });
      rows -= through.rows;
      rowBytes -= through.rowBytes;
      unnoted = false;
      text = rest.text;
      textAt = snapshotAt;
      measured(rest.state.length);
    } catch {
      unsaved = true;
      unfound = true;
    }
  }

  /** At most one for each document and some seconds, whatever is typed. A text that rests has it from its snapshot. */
  async function putTextIfDue(): Promise<void> {
    const now = clock.now();
    const wait = FOUND_WITHIN_MS + text.length * FOUND_LATER_MS_PER_CHARACTER;
    if (!unfound || snapshotting || now - textAt < Math.min(wait, FOUND_WITHIN_MS_MAX)) return;
    textAt = now;
    unfound = false;
    puttingText = tryToPutText().finally(() => {
      puttingText = null;
    });
    await puttingText;
  }

  async function tryToPutText(): Promise<void> {
    try {
      const said = await keeper.ask('text', { documentId });
      if (said !== text) await keeping.putText(said);
      text = said;
    } catch {
      unfound = true;
    }
  }

  async function keepVersionIfDue(left: boolean): Promise<void> {
    const now = clock.now();
    if (!isVersionDue({ lastVersionAt, firstEditAt, lastEditAt, left }, now)) return;
    const before = { lastVersionAt, firstEditAt };
    versionKept();
    try {
      await keeping.version(await keeper.ask('state', { documentId }));
    } catch {
      ({ lastVersionAt, firstEditAt } = before);
    }
  }

  function versionKept(): void {
    lastVersionAt = clock.now();
    firstEditAt = null;
  }

  return {
    /** Rows were stored, of this person's or another server's. */
    stored(count: number, bytes: number): void {
      const now = clock.now();
      rows += count;
      rowBytes += bytes;
      firstEditAt ??= now;
      lastEditAt = now;
      unnoted = true;
      unsaved = true;
      unfound = true;
      const due = rows >= ROWS_UNTIL_SNAPSHOT || rowBytes >= BYTES_UNTIL_SNAPSHOT;
      if (due && now - snapshotAt >= SNAPSHOTS_APART_MS) void takeSnapshot();
    },
    /** Called every few seconds while somebody has it open. */
    async tick(): Promise<void> {
      const now = clock.now();
      if (unsaved && now - lastEditAt >= RESTS_AFTER_MS) await takeSnapshot();
      else if (unnoted && now - notedAt >= NOTED_EVERY_MS) {
        notedAt = now;
        unnoted = false;
        await keeping.noteWritten(lastEditAt).catch(() => {
          unnoted = true;
        });
      }
      await putTextIfDue();
      await keepVersionIfDue(false);
    },
    /** Everybody has left. */
    async leave(): Promise<void> {
      if (snapshotting) await snapshotting;
      if (rows > 0) await takeSnapshot();
      await keepVersionIfDue(true);
    },
    /** A version was kept by somebody: the next one by itself comes later. */
    versionKept,
  };
}
