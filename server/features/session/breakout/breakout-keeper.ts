import { isDue } from '#shared/features/session/breakout/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Log } from '../../../platform/log.ts';
import type { UnitOfWork } from '../../../platform/unit-of-work.ts';
import { lockLive } from '../live-session.ts';
import { endBreakouts } from './following.ts';
import { splitOf, splitsThatEnd } from './repository.ts';

const LOOK_EVERY_MS = 250;

export type BreakoutKeeper = ReturnType<typeof makeBreakoutKeeper>;

/** Brings everybody back when the time is up, also where no teacher is left, and after a server that was killed meanwhile. */
export function makeBreakoutKeeper(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}) {
  const { unitOfWork, clock } = parts;
  const endsAt = new Map<SessionId, Instant>();
  let timer: NodeJS.Timeout | undefined;

  async function endIfDue(sessionId: SessionId): Promise<void> {
    endsAt.delete(sessionId);
    try {
      const later = await unitOfWork.run(async (unit) => {
        await lockLive(unit.tx, sessionId);
        const split = await splitOf(unit.tx, sessionId);
        if (!split || !isDue(split, unit.now)) return split?.endsAt ?? null;
        await endBreakouts(unit, sessionId);
        return null;
      });
      if (later !== null) expectReturn(sessionId, later);
    } catch (error) {
      expectReturn(sessionId, clock.now() + LOOK_EVERY_MS);
      parts.log.warn(
        { session: sessionId, err: error },
        'nobody could be brought back; trying again',
      );
    }
  }

  /** Everybody is brought back then, if it is not moved. Called under the lock. */
  function expectReturn(sessionId: SessionId, at: Instant): void {
    endsAt.set(sessionId, Math.min(at, endsAt.get(sessionId) ?? at));
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    const due = [...endsAt].filter(([, at]) => at <= now).map(([sessionId]) => sessionId);
    await Promise.all(due.map(endIfDue));
  }

  return {
    expectReturn,
    tick,

    async recover(): Promise<void> {
      const ending = await unitOfWork.run(({ tx }) => splitsThatEnd(tx));
      for (const one of ending) expectReturn(one.sessionId, one.endsAt);
      await tick();
    },

    start(): void {
      timer = setInterval(() => void tick(), LOOK_EVERY_MS);
    },

    stop(): void {
      clearInterval(timer);
    },
  };
}
