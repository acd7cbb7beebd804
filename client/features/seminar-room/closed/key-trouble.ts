import type { PersonId } from '#shared/kernel/ids.ts';
import type { PersonInMedia } from '../stage/people-in-media.ts';

/** Whose sound and pictures one's own key does not open. */
export type KeyTrouble =
  /** Nobody who sends anything can be heard: most likely it is one's own key that is another. */
  { readonly kind: 'all' } | { readonly kind: 'some'; readonly people: readonly PersonId[] };

/** What frames that could not be read say about keys. It is seen only while somebody sends. */
export function keyTrouble(
  everybody: readonly PersonInMedia[],
  me: PersonId,
): KeyTrouble | undefined {
  const others = everybody.filter((one) => one.personId !== me);
  const unread = others.filter((one) => one.unreadable);
  if (unread.length === 0) return undefined;
  const read = others.filter((one) => !one.unreadable && sends(one));
  if (read.length === 0) return { kind: 'all' };
  return { kind: 'some', people: unread.map((one) => one.personId) };
}

function sends({ microphone, camera, screen }: PersonInMedia): boolean {
  return microphone === 'live' || camera !== null || screen !== null;
}
