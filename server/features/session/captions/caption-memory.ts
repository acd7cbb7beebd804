import {
  CAPTION_KEPT_MS,
  type CaptionLine,
  type HeardCaption,
} from '#shared/features/session/captions/model.ts';
import { freshCaptions, hearCaption } from '#shared/features/session/captions/rules.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';

/** A session's own room, or one of its breakouts. */
type Room = SessionId | BreakoutId;

export type CaptionMemory = ReturnType<typeof makeCaptionMemory>;

/**
 * The lines that stand in each room just now, in this process and nowhere else: whoever comes late, or comes back, sees
 * what the others see. A minute after the last one was written on there is nothing left of them.
 */
export function makeCaptionMemory(clock: Clock) {
  const rooms = new Map<
    Room,
    { readonly lines: readonly HeardCaption[]; readonly end: NodeJS.Timeout }
  >();

  function forget(room: Room): void {
    clearTimeout(rooms.get(room)?.end);
    rooms.delete(room);
  }

  return {
    hear(room: Room, line: CaptionLine): void {
      const before = rooms.get(room)?.lines ?? [];
      forget(room);
      const lines = hearCaption(before, line, clock.now());
      if (lines.length === 0) return;
      const end = setTimeout(() => forget(room), CAPTION_KEPT_MS);
      end.unref();
      rooms.set(room, { lines, end });
    },

    now: (room: Room): CaptionLine[] =>
      freshCaptions(rooms.get(room)?.lines ?? [], clock.now()).map(({ line }) => line),

    forget,

    /** In how many rooms any stand. */
    size: (): number => rooms.size,
  };
}
