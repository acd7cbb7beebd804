import type { UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from './language.ts';

/** What any call can be met with, said to a person. A refusal without words does not compile. */
type Words = Readonly<Record<UniversalRefusal, string>>;

const nb: Words = {
  'not-found': 'Dette er ikke lenger tilgjengelig for deg.',
  'bad-input': 'Dette kunne vi ikke ta imot. Prøv å skrive det på en annen måte.',
  'too-many-calls': 'Det gikk litt fort. Vent et øyeblikk, og prøv igjen.',
  'signed-out': 'Du er logget ut.',
  'try-again': 'Vi får ikke lagret akkurat nå. Prøv igjen om litt.',
  fault: 'Noe gikk galt hos oss. Prøv igjen.',
};
const nn: Words = {
  'not-found': 'Dette er ikkje lenger tilgjengeleg for deg.',
  'bad-input': 'Dette kunne vi ikkje ta imot. Prøv å skrive det på ein annan måte.',
  'too-many-calls': 'Det gjekk litt fort. Vent ein augeblink, og prøv igjen.',
  'signed-out': 'Du er logga ut.',
  'try-again': 'Vi får ikkje lagra akkurat no. Prøv igjen om litt.',
  fault: 'Noko gjekk gale hos oss. Prøv igjen.',
};
const en: Words = {
  'not-found': 'This is no longer available to you.',
  'bad-input': 'We could not accept this. Try writing it another way.',
  'too-many-calls': 'That was a little fast. Wait a moment, and try again.',
  'signed-out': 'You are signed out.',
  'try-again': 'We cannot save just now. Try again in a little while.',
  fault: 'Something went wrong on our side. Try again.',
};

export const refusalWords: Dictionary<Words> = { nb, nn, en };
