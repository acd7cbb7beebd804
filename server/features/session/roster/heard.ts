import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import type { Heard } from '../../../platform/unit-of-work.ts';

/** Whether what was heard is that somebody has sat down. */
export function hasTakenSeat({ channel, facts }: Heard): boolean {
  if (channel.name !== sessionChannel.name) return false;
  return (facts as readonly SessionFact[]).some(({ type }) => type === 'participant-joined');
}
