import type { TakenBack } from '#shared/features/assignment/submission/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { About } from './answers.ts';
import { moment } from './when.ts';
import type { Words } from './words.ts';

/** Who took it back, and when: one oneself, one of the others, or whoever is not among them any more. */
export function takenBackInWords(
  t: Words,
  { by, at }: TakenBack,
  to: {
    readonly members: About['papers'][number]['members'];
    readonly me: PersonId;
    readonly now: Instant;
  },
): string {
  const when = moment(t, at, to.now);
  if (by === to.me) return t.youTookBack(when);
  const who = to.members.find(({ personId }) => personId === by);
  return who ? t.takenBackBy(who.displayName, when) : t.takenBackAt(when);
}
