import type { PersonId } from '#shared/kernel/ids.ts';
import type { PersonInMedia } from '../stage/people-in-media.ts';

/** Whose sound and pictures one's own key does not open, and whose key is likely to be the wrong one. */
export type KeyTrouble =
  /** One's own: several send, or the one who closed the room does, and nothing of it can be read. */
  | { readonly kind: 'own' }
  /** These people's: `made`, one's own was made here when the room was closed; `heard`, others who send are heard with it. */
  | { readonly kind: 'theirs'; readonly by: 'heard' | 'made'; readonly people: readonly PersonId[] }
  /** One alone sends, and nothing tells which of the two it is. */
  | { readonly kind: 'either'; readonly people: readonly PersonId[] };

/** What frames that could not be read say about keys. It is seen only while somebody sends. */
export function keyTrouble(
  everybody: readonly PersonInMedia[],
  whose: { readonly me: PersonId; readonly closedBy: PersonId; readonly madeHere: boolean },
): KeyTrouble | undefined {
  const others = everybody.filter((one) => one.personId !== whose.me);
  const people = others.filter((one) => one.unreadable).map((one) => one.personId);
  if (people.length === 0) return undefined;
  // It is the key, whoever else is heard: no more is known of those who do not send.
  if (whose.madeHere) return { kind: 'theirs', by: 'made', people };
  if (others.some((one) => !one.unreadable && sends(one)))
    return { kind: 'theirs', by: 'heard', people };
  if (people.length > 1 || people.includes(whose.closedBy)) return { kind: 'own' };
  return { kind: 'either', people };
}

/** The people whom a notice names, so that one that was put away comes back only with others in it. */
export function whoIsNamed(trouble: KeyTrouble | undefined): string {
  return trouble && trouble.kind !== 'own' ? [...trouble.people].sort().join(' ') : '';
}

/** Whether somebody is to be told of it: the same of the same people is no news for as long as one holds the same key. */
export function makeKeyNews(): (key: string | undefined, what: string) => boolean {
  let heldThen: string | undefined;
  let told = new Set<string>();
  return (key, what) => {
    if (key !== heldThen) told = new Set();
    heldThen = key;
    if (told.has(what)) return false;
    told.add(what);
    return true;
  };
}

function sends({ microphone, camera, screen }: PersonInMedia): boolean {
  return microphone === 'live' || camera !== null || screen !== null;
}
