import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { isolated, withoutIsolation } from '#shared/kernel/isolated.ts';
import { mixesAlphabets } from '#shared/kernel/look-alike.ts';
import { NAME_MAX, PRONOUNS_MAX, type WrittenProfile } from './model.ts';

/**
 * Why a text is no name: nothing to see in it, too much of it, signs that make other text unreadable, or a word of two alphabets,
 * whose letters are taken for each other.
 */
export type NameFault = 'no-letter' | 'too-long' | 'unreadable' | 'mixed';

/** Control characters, line and paragraph separators, unassigned and private signs, and everything that turns the direction of text. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** More marks on one letter than any script writes: they run over the lines around them. */
const STACKED = /\p{M}{5,}/u;
/** What nobody sees. Joiners between letters are spelling, in Persian and the scripts of India. */
const UNSEEN =
  /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu;
const LETTER = /\p{L}/u;

type Tidied =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: NameFault };

/** PROFILE-2: a name as it is kept: composed, of one line, with single spaces, and nothing in it that nobody sees. */
export function tidyName(written: string): Tidied {
  return tidy(written, NAME_MAX, true);
}

/** PROFILE-3: the same of pronouns, which may be left empty. */
export function tidyPronouns(written: string): Tidied {
  return tidy(written, PRONOUNS_MAX, false);
}

function tidy(written: string, longest: number, isNeeded: boolean): Tidied {
  // Said before what is unseen goes: these are signs that somebody put there.
  const bare = withoutIsolationAround(written).trim();
  if (UNREADABLE.test(bare)) return { ok: false, fault: 'unreadable' };
  const text = withoutUnseen(bare).normalize('NFC').replace(/\s+/gu, ' ').trim();
  if (STACKED.test(text.normalize('NFD'))) return { ok: false, fault: 'unreadable' };
  if (!LETTER.test(text) && (isNeeded || text !== '')) return { ok: false, fault: 'no-letter' };
  if (lengthOf(text) > longest) return { ok: false, fault: 'too-long' };
  if (mixesAlphabets(text)) return { ok: false, fault: 'mixed' };
  return { ok: true, text };
}

/** Until nothing goes any more: what is taken out may leave a joiner without its letter. */
function withoutUnseen(text: string): string {
  const next = text.replace(UNSEEN, '');
  return next === text ? text : withoutUnseen(next);
}

/** As the server shows a name from right to left: whoever copies it back has put no sign there. */
function withoutIsolationAround(text: string): string {
  const bare = withoutIsolation(text);
  return isolated(bare) === text ? bare : text;
}

/** Counted as people count: in characters, not in code units. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** PROFILE-1 to PROFILE-4: what is kept of what somebody wrote. `isSomebodyElses` judges the whole name. */
export function saveProfile(
  written: WrittenProfile,
  isSomebodyElses: (name: string) => boolean,
): Decision<WrittenProfile, 'not-a-name' | 'not-pronouns' | 'somebody-elses-name'> {
  const [name, givenName] = [tidyName(written.name), tidyName(written.givenName)];
  const pronouns = tidyPronouns(written.pronouns);
  if (!name.ok || !givenName.ok) return refuse('not-a-name');
  if (!pronouns.ok) return refuse('not-pronouns');
  if (isSomebodyElses(name.text)) return refuse('somebody-elses-name');
  return accept({ name: name.text, givenName: givenName.text, pronouns: pronouns.text });
}
