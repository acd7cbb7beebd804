import type { PersonId } from '#shared/kernel/ids.ts';

/** What the media server calls one tab of a person. One each, so that a laptop does not throw out a phone. */
export function identityOf(personId: PersonId, tab: string): string {
  return `${personId}:${tab}`;
}

/** Whose tab it is. */
export function personOf(identity: string): PersonId {
  return identity.split(':', 1)[0] as PersonId;
}
