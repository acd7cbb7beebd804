import { SECOND_MS } from '#shared/kernel/duration.ts';
import { CLOSE } from '#shared/wire/document-line.ts';
import type { DocumentLine } from './line.ts';
import { step1Frame } from './messages.ts';
import type { UpdateShape } from './read-update.ts';

/** Updates that lack something, from one line in a row, before it is no honest client any more. */
const GAPS_MAX = 100;
const ASK_AGAIN_MS = SECOND_MS;

/** An update that builds on what is not here is never parked: its line is asked, now and then, for everything that is missing. */
export function askForMissing(
  line: DocumentLine,
  nth: number,
  shape: UpdateShape,
  stateVector: () => Uint8Array,
): void {
  line.gap(nth, shape);
  const now = performance.now();
  if (line.gaps.size > GAPS_MAX) {
    line.refuse(nth, 'malformed');
    line.close(CLOSE.malformed);
  }
  if (line.isClosed() || now - line.askedAt < ASK_AGAIN_MS) return;
  line.askedAt = now;
  line.pipe.send(step1Frame(stateVector()));
}
