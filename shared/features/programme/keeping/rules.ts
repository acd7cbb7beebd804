import { DAY_MS, type Instant } from '#shared/kernel/duration.ts';
import { RETENTION } from '#shared/kernel/retention.ts';
import type { ChatKeeping, KeptSession } from './model.ts';

/** Of a course for which nobody has said anything else (docs/decisions/0055). */
export const CHAT_KEPT_DAYS = RETENTION.chat / DAY_MS;

/** How long the study takes, from the day a cohort starts. */
export const STUDY_MONTHS = { 'full-time': 10, 'part-time': 20 } as const;

/**
 * When a session's chat is erased. Never before a day has passed since the session: a rule is not what ends a talk that
 * goes on.
 */
export function keepingOf(session: Omit<KeptSession, 'sessionId'>): ChatKeeping {
  const { keptDays, endsAt, endedAt, studyEndsAt } = session;
  const over = Math.max(endsAt, endedAt ?? endsAt);
  const erasedAt =
    keptDays === null ? Math.max(studyEndsAt, over + DAY_MS) : over + keptDays * DAY_MS;
  return { days: keptDays, erasedAt };
}

/** Whether the time is up. */
export function isChatDue({ erasedAt }: ChatKeeping, now: Instant): boolean {
  return now >= erasedAt;
}
