import type { DocumentId } from '#shared/kernel/ids.ts';
import type { Keeper } from './keeper.ts';
import type { DocumentLine } from './line.ts';
import { step2Frame } from './messages.ts';

/**
 * Writes the whole document out for whoever opens it. One writing serves all who come while it is made, and all after them until
 * the next commit: fifty who open a megabyte at once cost one.
 */
export function makeWholeState(parts: {
  readonly documentId: DocumentId;
  readonly keeper: Keeper;
  /** Raised by each commit. */
  readonly version: () => number;
  /** Begun when the state is asked for, and told how large it turned out to be. */
  readonly measuring: () => (stateBytes: number) => void;
  /** It could not be written out: these lines are still without it. */
  readonly failed: (lines: readonly DocumentLine[]) => void;
}) {
  const openers: DocumentLine[] = [];
  let ready: { readonly version: number; readonly frame: Buffer } | null = null;
  let isWriting = false;
  let over = false;

  async function write(): Promise<void> {
    isWriting = true;
    while (openers.length > 0 && !over) {
      const these = openers.splice(0);
      // Whatever is committed from here on is not in the state that is asked for now, and told to them apart.
      for (const line of these) line.live = true;
      const version = parts.version();
      const measured = parts.measuring();
      try {
        const state = await parts.keeper.ask('state', { documentId: parts.documentId });
        const frame = step2Frame(state);
        if (version === parts.version()) ready = { version, frame };
        measured(state.length);
        for (const line of these) if (line.may('read')) line.pipe.send(frame, true);
      } catch {
        parts.failed(these);
      }
    }
    isWriting = false;
  }

  return {
    sendTo(line: DocumentLine): void {
      if (ready?.version === parts.version()) {
        line.live = true;
        line.pipe.send(ready.frame, true);
        return;
      }
      openers.push(line);
      if (!isWriting) void write();
    },
    /** What was written out is no longer the newest, and a megabyte. */
    forget(): void {
      ready = null;
    },
    end(): void {
      over = true;
      ready = null;
    },
  };
}
