import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import type { Heard } from '../../../platform/unit-of-work.ts';

const MOVES: ReadonlySet<SessionFact['type']> = new Set([
  'breakouts-opened',
  'people-moved',
  'breakouts-ended',
]);

/** Whether what was heard is that people sit in another room from now on: a breakout, or with all. */
export function hasMoved({ channel, facts }: Heard): boolean {
  if (channel.name !== sessionChannel.name) return false;
  return (facts as readonly SessionFact[]).some(({ type }) => MOVES.has(type));
}
