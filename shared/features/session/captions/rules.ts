import type { Instant } from '#shared/kernel/duration.ts';
import { CAPTION_KEPT_MS, CAPTION_LINES, type CaptionLine, type HeardCaption } from './model.ts';

/**
 * The lines that stand when one more was heard: in place of itself where it stands already, else last. An empty one goes.
 * Only whose line it is changes it.
 */
export function hearCaption(
  lines: readonly HeardCaption[],
  line: CaptionLine,
  at: Instant,
): readonly HeardCaption[] {
  const isSame = (one: HeardCaption) =>
    one.line.captionId === line.captionId && one.line.by === line.by;
  const fresh = freshCaptions(lines, at);
  if (line.text.trim() === '') return fresh.filter((one) => !isSame(one));
  const heard = { line, at };
  const next = fresh.some(isSame)
    ? fresh.map((one) => (isSame(one) ? heard : one))
    : [...fresh, heard];
  return next.slice(-CAPTION_LINES);
}

/** Those that still stand. */
export function freshCaptions(
  lines: readonly HeardCaption[],
  now: Instant,
): readonly HeardCaption[] {
  return lines.filter(({ at }) => now - at < CAPTION_KEPT_MS);
}
