import { type SessionFact, sessionChannel } from '#shared/features/session/channel.ts';
import type { Heard } from '../../../platform/unit-of-work.ts';

/** The polls and quizzes that what was heard has closed. */
export function closedIn({ channel, facts }: Heard): string[] {
  if (channel.name !== sessionChannel.name) return [];
  return (facts as readonly SessionFact[]).flatMap((fact): string[] => {
    if (fact.type === 'poll-closed') return [fact.pollId];
    return fact.type === 'quiz-closed' ? [fact.quizId] : [];
  });
}
