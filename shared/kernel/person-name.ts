import { type Refused, refuse } from './decision.ts';
import { mixesAlphabets } from './look-alike.ts';

/** As people count: in characters, not in code units. */
export const PERSON_NAME_MAX = 60;
/** A letter carries up to four signs in any script; with more of them they are drawn over the neighbours. */
const OVERDRAWN = /\p{M}{5}/u;

type NameFault = 'name-empty' | 'name-too-long' | 'name-unreadable' | 'name-mixed';

/** Joins and parts letters in Persian and the scripts of India; anywhere else it is only unseen. */
const JOINERS = /[\u200c\u200d]/u;
const JOINED =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Telugu}\p{Script=Kannada}]/u;
const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/u;

/**
 * A name that somebody writes for themselves, as others will see it. Any script is welcome, from either side. What nobody
 * sees is taken out: signs without a width, turners of direction, control characters. Spaces become one.
 */
export function personName(
  written: string,
): { readonly ok: true; readonly name: string } | Refused<NameFault> {
  const signs = Array.from(written.normalize('NFC').replace(/[\s\p{Z}]+/gu, ' '));
  const seen = signs.filter((sign, at) =>
    JOINERS.test(sign) ? parts(signs[at - 1], signs[at + 1]) : !UNSEEN.test(sign),
  );
  const name = seen.join('').replace(/ +/g, ' ').trim();
  if (name === '') return refuse('name-empty');
  if (Array.from(name).length > PERSON_NAME_MAX) return refuse('name-too-long');
  if (OVERDRAWN.test(name) || !/\p{L}/u.test(name)) return refuse('name-unreadable');
  if (mixesAlphabets(name)) return refuse('name-mixed');
  return { ok: true, name };
}

/** Whether a joiner stands between letters of a script that writes with it. */
function parts(before = '', after = ''): boolean {
  return JOINED.test(before) && JOINED.test(after);
}
