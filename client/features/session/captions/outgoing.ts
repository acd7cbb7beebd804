import { CAPTION_LINES } from '#shared/features/session/captions/model.ts';
import type { CaptionId } from '#shared/kernel/ids.ts';
import type { SignalReply } from '#shared/wire/socket-events.ts';

/** Two presses of a fast hand: sooner is not seen, and more would be a burden on thirty phones. */
const EVERY_MS = 120;
const AGAIN_MS = 1_000;

/** How what is written goes out: it does, it waits for the line, or it may not any more. */
export type OutgoingState = 'ok' | 'waits' | 'refused';

type Line = { readonly captionId: CaptionId };

/**
 * Sends lines as they grow: one at a time and in their order, and of each only how it is now, so that a slow line shows it in larger
 * steps and never later. What waits while the line is gone is as much as is seen at a time.
 */
export function makeOutgoing<L extends Line>(
  send: (line: L) => Promise<SignalReply | undefined>,
  tell: (state: OutgoingState) => void,
) {
  const waiting = new Map<CaptionId, L>();
  let underWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  async function sendNext(): Promise<void> {
    timer = undefined;
    const [line] = waiting.values();
    if (!line || underWay || over) return;
    underWay = true;
    const reply = await send(line);
    underWay = false;
    if (over) return;
    // What was written meanwhile is the line as it is now.
    if (reply?.ok && waiting.get(line.captionId) === line) waiting.delete(line.captionId);
    wait(follow(reply, line));
  }

  /** What the answer means, and how long to wait before the next. */
  function follow(reply: SignalReply | undefined, { captionId }: Line): number {
    if (reply?.ok) {
      tell('ok');
      return EVERY_MS;
    }
    if (reply?.refusal === 'too-many-calls') return reply.retryAfterMs ?? AGAIN_MS;
    if (reply === undefined || reply.refusal === 'try-again' || reply.refusal === 'fault') {
      tell('waits');
      return AGAIN_MS;
    }
    waiting.delete(captionId);
    tell('refused');
    return EVERY_MS;
  }

  function wait(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(sendNext, ms);
  }

  return {
    add(line: L): void {
      if (over) return;
      waiting.set(line.captionId, line);
      const [oldest] = waiting.keys();
      if (waiting.size > CAPTION_LINES && oldest) waiting.delete(oldest);
      if (!underWay && timer === undefined) void sendNext();
    },
    /** The line is back: what waits does not wait longer. */
    nudge(): void {
      clearTimeout(timer);
      void sendNext();
    },
    stop(): void {
      over = true;
      clearTimeout(timer);
    },
  };
}
