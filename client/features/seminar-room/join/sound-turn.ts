import type { SessionId } from '#shared/kernel/ids.ts';

/** A tab that is loaded again may ask before the browser has noticed that it let go. */
const LET_GO_WITHIN_MS = 1_000;
/** So long nobody must have had it before it is free: the tab that had it may only be loading again. */
const FREE_AFTER_MS = 4_000;

/**
 * Which of one's tabs has a session's sound: two would answer each other through the loudspeaker. Kept by the browser
 * itself, so that a tab that crashes has let go.
 */
export type SoundTurn = {
  /** Takes it when no other tab has it. True also when it is ours already, and where the browser cannot tell tabs apart. */
  readonly take: () => Promise<boolean>;
  /** Takes it from the tab that has it, which hears of that. */
  readonly takeOver: () => Promise<boolean>;
  /** Resolves when no tab has it any more. Rejects when the signal is given. */
  readonly whenFree: (signal: AbortSignal) => Promise<void>;
  readonly letGo: () => void;
};

/** `taken` is called when another tab has taken over. */
export function makeSoundTurn(
  sessionId: SessionId,
  taken: () => void,
  // Absent over plain http, where no browser gives a microphone either.
  locks: LockManager | undefined = navigator.locks,
): SoundTurn {
  const name = `mellom.sound ${sessionId}`;
  let letGo: (() => void) | undefined;

  async function request(options: LockOptions): Promise<boolean> {
    if (letGo || !locks) return true;
    return new Promise((resolve) => {
      const until = locks.request(name, options, () => {
        resolve(true);
        return new Promise<void>((done) => {
          letGo = done;
        });
      });
      until.catch(() => {
        // Not given in time, or taken from us.
        resolve(false);
        if (!letGo) return;
        letGo = undefined;
        taken();
      });
    });
  }

  return {
    take: () => request({ signal: AbortSignal.timeout(LET_GO_WITHIN_MS) }),
    takeOver: () => request({ steal: true }),
    async whenFree(signal) {
      let held = locks !== undefined;
      while (held && locks) {
        // Shared: several may wait at once, and none of them has it.
        await locks.request(name, { mode: 'shared', signal }, () => undefined);
        await new Promise((done) => setTimeout(done, FREE_AFTER_MS));
        signal.throwIfAborted();
        const now = await locks.query();
        held = now.held?.some((lock) => lock.name === name) ?? false;
      }
    },
    letGo() {
      letGo?.();
      letGo = undefined;
    },
  };
}
