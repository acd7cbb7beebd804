import type { PersonId } from '#shared/kernel/ids.ts';

/** Everything that may make somebody large on one's own screen. */
export type ForLarge = {
  /** Who is here, oneself left out, in the order of the tiles. */
  readonly others: readonly PersonId[];
  readonly me: PersonId;
  /** Whom one has pinned for oneself alone. */
  readonly pinned: PersonId | null;
  /** Whom a teacher has lifted forward for all. */
  readonly spotlit: PersonId | null;
  readonly wordHolder: PersonId | null;
  readonly speaker: PersonId | null;
  readonly lead: PersonId | null;
};

/** Why somebody stands large: it is said above them, so that nobody wonders. */
export type LargeReason = 'pinned' | 'spotlit' | 'speaker';
export type Large = { readonly personId: PersonId; readonly why: LargeReason };

/**
 * Who stands large: one's own wish first, for it is one's own screen; then whom a teacher lifted forward, who has the
 * word, who speaks, who leads, else the first. Whoever is not here is passed over and counts again when back. Oneself
 * only with the word: looking at oneself is for those who ask for it.
 */
export function largeOne(now: ForLarge): Large | undefined {
  const here = (personId: PersonId | null) =>
    personId !== null && now.others.includes(personId) ? personId : undefined;
  const pinned = here(now.pinned);
  if (pinned) return { personId: pinned, why: 'pinned' };
  const spotlit = here(now.spotlit);
  if (spotlit) return { personId: spotlit, why: 'spotlit' };
  const word = now.wordHolder === now.me ? now.me : here(now.wordHolder);
  const personId = word ?? here(now.speaker) ?? here(now.lead) ?? now.others[0];
  return personId && { personId, why: 'speaker' };
}

/**
 * The same, when somebody may be about to press something: then whoever is large stays so for as long as they are here,
 * unless one pins somebody oneself.
 */
export function nextLarge(
  before: Large | undefined,
  now: ForLarge,
  aboutToPress: boolean,
): Large | undefined {
  const next = largeOne(now);
  if (!aboutToPress || !before || next?.why === 'pinned') return next;
  const stays = before.personId === now.me || now.others.includes(before.personId);
  return stays ? { ...before, why: reasonOf(before.personId, now) } : next;
}

/**
 * Who stands larger among the faces beside something shared: whom one pinned, else whom a teacher lifted forward. The
 * teacher's choice waits while something may be pressed, for it makes the neighbours smaller.
 */
export function largerBeside(
  before: PersonId | null,
  { others, pinned, spotlit }: ForLarge,
  aboutToPress: boolean,
): PersonId | null {
  const here = (personId: PersonId | null) =>
    personId !== null && others.includes(personId) ? personId : null;
  return here(pinned) ?? (aboutToPress ? here(before) : here(spotlit));
}

/** Whoever stays only because something may be pressed is not called pinned any longer. */
function reasonOf(personId: PersonId, now: ForLarge): LargeReason {
  return personId === now.spotlit ? 'spotlit' : 'speaker';
}
