import { withoutIsolation } from './isolated.ts';

/** Alphabets with letters that look like each other's. */
const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];

/** Letters of other alphabets, and digits, that are seen as one of ours. What only differs by its case stands in both. */
const SEEN_AS: ReadonlyMap<string, string> = new Map(
  `аa АA вb ВB еe ЕE ѐe кk КK мm МM нh НH оo ОO рp РP сc СC тt ТT уy УY хx ХX іi ІI јj ЈJ ѕs ЅS һh ҺH ԁd ԛq ԚQ ԝw ԜW гr пn
  αa ΑA Βb ΒB εe ΕE ΖZ ΗH ηn ιi ΙI κk ΚK ΜM ΝN νv οo ΟO ρp ΡP τt ΤT υu ΥY χx ΧX γy ωw ϲc ϹC ϳj ͿJ
  օo սu ոn հh զq յj գq ցg ՍU Օo ՏS Լl
  ɑa ɡg ıi ⅼl ǀl ƖI Il 1l |l 0o`
    .split(/\s+/u)
    .map((pair) => [...pair])
    .map(([other = '', ours = '']) => [other, ours]),
);

/** What is left of a name when marks, spaces and what nobody sees are gone. */
const bare = (name: string): string =>
  withoutIsolation(name)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}\s]/gu, '');

/**
 * By what a name is known to the eye: two names of which one of these is the same are taken for each other. One goes by letters,
 * whatever their case; the other by how they look, of whatever alphabet (a small part of UTS #39).
 */
export function looksOf(name: string): readonly [letters: string, shape: string] {
  const text = bare(name);
  const shape = [...text].map((sign) => SEEN_AS.get(sign) ?? sign).join('');
  return [`letters ${text.toLowerCase()}`, `shape ${shape.toLowerCase()}`];
}

/** Whether a name is taken for one of these. */
export function looksLikeOneOf(names: Iterable<string>): (name: string) => boolean {
  const taken = new Set([...names].flatMap(looksOf));
  return (name) => looksOf(name).some((look) => taken.has(look));
}

/** Whether a word of it mixes alphabets whose letters look alike: no name does, but one that is to be taken for another. */
export function mixesAlphabets(name: string): boolean {
  return name
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => ALIKE.filter((alphabet) => alphabet.test(word)).length > 1);
}
