import type { RosterEntry } from '#shared/features/session/roster/model.ts';

/**
 * Whether there is something to do for somebody in the list of people. For whoever sits in another room a teacher can do
 * what needs neither sound nor picture: send them to the lobby, or remove them.
 */
export function hasTools(
  { part, presence }: Pick<RosterEntry, 'part' | 'presence'>,
  { isWithMe, iSteer }: { readonly isWithMe: boolean; readonly iSteer: boolean },
): boolean {
  const isHere = presence.status === 'present' || presence.status === 'lost';
  return isHere && (isWithMe || (iSteer && part !== 'teacher'));
}
