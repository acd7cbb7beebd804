import type * as catalogue from '#shared/features/document/catalogue/commands.ts';
import type * as history from '#shared/features/document/history/commands.ts';
import type * as sharing from '#shared/features/document/sharing/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../platform/language.ts';
import { refusalWords as universal } from '../../platform/refusal-words.ts';

type Commands = typeof catalogue & typeof history & typeof sharing;

/** What any call about a document can be met with, said to a person. A refusal without words does not compile. */
export type DocumentRefusal = UniversalRefusal | RefusalOf<Commands[keyof Commands]>;
type Words = Readonly<Record<DocumentRefusal, string>>;
type OwnWords = Omit<Words, UniversalRefusal>;

const nb: OwnWords = {
  frozen: 'Dokumentet er frosset, og kan ikke endres nå.',
  'too-late': 'Det har gått mer enn 30 dager. Dokumentet kan ikke tas tilbake.',
  'too-many': 'Det er ikke plass til flere. Rydd bort noe først.',
  'unknown-template': 'Malen finnes ikke lenger. Velg en annen.',
  'unknown-person': 'Vi finner ingen på skolen med den adressen som dette kan deles med.',
  'unknown-version': 'Versjonen finnes ikke lenger.',
  'not-ready': 'Vi leter ennå fram det siste som var helt. Prøv igjen om et minutt.',
};
const nn: OwnWords = {
  frozen: 'Dokumentet er frose, og kan ikkje endrast no.',
  'too-late': 'Det har gått meir enn 30 dagar. Dokumentet kan ikkje takast tilbake.',
  'too-many': 'Det er ikkje plass til fleire. Rydd bort noko først.',
  'unknown-template': 'Malen finst ikkje lenger. Vel ein annan.',
  'unknown-person': 'Vi finn ingen på skulen med den adressa som dette kan delast med.',
  'unknown-version': 'Versjonen finst ikkje lenger.',
  'not-ready': 'Vi leitar enno fram det siste som var heilt. Prøv igjen om eit minutt.',
};
const en: OwnWords = {
  frozen: 'The document is frozen, and cannot be changed now.',
  'too-late': 'More than 30 days have passed. The document cannot be taken back.',
  'too-many': 'There is no room for more. Clear something away first.',
  'unknown-template': 'The template is no longer there. Choose another.',
  'unknown-person': 'We find nobody at the school with that address whom this can be shared with.',
  'unknown-version': 'The version is no longer there.',
  'not-ready': 'We are still looking for the last whole version. Try again in a minute.',
};

export const refusalWords: Dictionary<Words> = {
  nb: { ...universal.nb, ...nb },
  nn: { ...universal.nn, ...nn },
  en: { ...universal.en, ...en },
};
