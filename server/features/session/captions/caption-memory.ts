import {
  CAPTION_KEPT_MS,
  type CaptionLine,
  type HeardCaption,
} from '#shared/features/session/captions/model.ts';
import { freshCaptions, hearCaption } from '#shared/features/session/captions/rules.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';

export type CaptionMemory = ReturnType<typeof makeCaptionMemory>;

/**
 * The lines that stand in each session just now, in this process and nowhere else: whoever comes late, or comes back, sees
 * what the others see. A minute after the last one was written on there is nothing left of them.
 */
export function makeCaptionMemory(clock: Clock) {
  const sessions = new Map<
    SessionId,
    { readonly lines: readonly HeardCaption[]; readonly end: NodeJS.Timeout }
  >();

  function forget(sessionId: SessionId): void {
    clearTimeout(sessions.get(sessionId)?.end);
    sessions.delete(sessionId);
  }

  return {
    hear(sessionId: SessionId, line: CaptionLine): void {
      const before = sessions.get(sessionId)?.lines ?? [];
      forget(sessionId);
      const lines = hearCaption(before, line, clock.now());
      if (lines.length === 0) return;
      const end = setTimeout(() => forget(sessionId), CAPTION_KEPT_MS);
      end.unref();
      sessions.set(sessionId, { lines, end });
    },

    now: (sessionId: SessionId): CaptionLine[] =>
      freshCaptions(sessions.get(sessionId)?.lines ?? [], clock.now()).map(({ line }) => line),

    forget,

    /** In how many sessions any stand. */
    size: (): number => sessions.size,
  };
}
