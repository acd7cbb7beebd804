import type { PersonId } from '#shared/kernel/ids.ts';

/** No browser's own tab is called so: those are letters and digits. */
const SPEAKS = 'speak-';

/** What the media server calls one tab of a person. One each, so that a laptop does not throw out a phone. */
export function identityOf(personId: PersonId, tab: string): string {
  return `${personId}:${tab}`;
}

/** The same for a line on which a teacher's voice goes into a breakout, and nothing comes back. */
export function voiceOf(personId: PersonId, tab: string): string {
  return identityOf(personId, `${SPEAKS}${tab}`);
}

/** Whose tab, or voice, it is. */
export function personOf(identity: string): PersonId {
  return identity.split(':', 1)[0] as PersonId;
}

/** Whether it is a voice alone: whoever speaks so is not in the room. */
export function isVoice(identity: string): boolean {
  return identity.split(':')[1]?.startsWith(SPEAKS) ?? false;
}
