import type { Standing } from './seats.ts';
import type { words } from './words.ts';

type Words = (typeof words)['nb'];

/** What stands beside a name in the ring: their part, and that they are away, which takes no part from them. */
export function seatInWords(
  t: Words,
  standing: Standing,
  { isMe, isAway }: { readonly isMe: boolean; readonly isAway: boolean },
): string {
  const has = isMe ? t.youHaveIt : t.hasTheWord;
  const part = standing === 'word' ? has : standing === 'next' && t.isNext;
  return [part, isAway && t.away].filter(Boolean).join(', ');
}
