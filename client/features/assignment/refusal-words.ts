import type * as assignments from '#shared/features/assignment/assignment/commands.ts';
import type * as submissions from '#shared/features/assignment/submission/commands.ts';
import type { RefusalOf, UniversalRefusal } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../platform/language.ts';

type Commands = typeof assignments & typeof submissions;

/** What any call about an assignment can be met with, said to a person. A refusal without words does not compile. */
type Refusal = UniversalRefusal | RefusalOf<Commands[keyof Commands]>;
type Words = Readonly<Record<Refusal, string>>;

const nb: Words = {
  'not-found': 'Dette er ikke lenger tilgjengelig for deg.',
  'bad-input': 'Dette kunne vi ikke ta imot. Se over feltene, og prøv igjen.',
  'too-many-calls': 'Det gikk litt fort. Vent et øyeblikk, og prøv igjen.',
  'signed-out': 'Du er logget ut.',
  'try-again': 'Vi får ikke lagret akkurat nå. Prøv igjen om litt.',
  fault: 'Noe gikk galt hos oss. Prøv igjen.',
  'due-passed': 'Fristen er allerede ute. Velg en senere.',
  'unknown-template': 'Malen finnes ikke lenger. Velg en annen.',
  'no-groups': 'Kullet har ingen grupper ennå. Velg at hver leverer for seg.',
  'too-many': 'Det er ikke plass til flere oppgaver i dette emnet.',
  changed: 'Teksten er endret siden du så den. Les den på nytt, og bekreft så.',
  'handed-in': 'Den er allerede levert.',
  'nothing-written': 'Arket er tomt. Skriv noe først.',
  'only-template': 'Teksten er fortsatt bare malen. Skriv noe i den først.',
  'too-early': 'Det er mer enn 24 timer til fristen. Vent på at alle bekrefter.',
  'not-handed-in': 'Den er ikke levert.',
  'too-late': 'Fristen er ute, så leveringen kan ikke tas tilbake.',
};
const nn: Words = {
  'not-found': 'Dette er ikkje lenger tilgjengeleg for deg.',
  'bad-input': 'Dette kunne vi ikkje ta imot. Sjå over felta, og prøv igjen.',
  'too-many-calls': 'Det gjekk litt fort. Vent ein augeblink, og prøv igjen.',
  'signed-out': 'Du er logga ut.',
  'try-again': 'Vi får ikkje lagra akkurat no. Prøv igjen om litt.',
  fault: 'Noko gjekk gale hos oss. Prøv igjen.',
  'due-passed': 'Fristen er alt ute. Vel ein seinare.',
  'unknown-template': 'Malen finst ikkje lenger. Vel ein annan.',
  'no-groups': 'Kullet har ingen grupper enno. Vel at kvar leverer for seg.',
  'too-many': 'Det er ikkje plass til fleire oppgåver i dette emnet.',
  changed: 'Teksten er endra sidan du såg han. Les han på nytt, og stadfest så.',
  'handed-in': 'Han er alt levert.',
  'nothing-written': 'Arket er tomt. Skriv noko først.',
  'only-template': 'Teksten er framleis berre malen. Skriv noko i han først.',
  'too-early': 'Det er meir enn 24 timar til fristen. Vent på at alle stadfestar.',
  'not-handed-in': 'Han er ikkje levert.',
  'too-late': 'Fristen er ute, så leveringa kan ikkje takast tilbake.',
};
const en: Words = {
  'not-found': 'This is no longer available to you.',
  'bad-input': 'We could not accept this. Look over the fields, and try again.',
  'too-many-calls': 'That was a little fast. Wait a moment, and try again.',
  'signed-out': 'You are signed out.',
  'try-again': 'We cannot save just now. Try again in a little while.',
  fault: 'Something went wrong on our side. Try again.',
  'due-passed': 'That time has passed already. Choose a later one.',
  'unknown-template': 'The template is no longer there. Choose another.',
  'no-groups': 'The cohort has no groups yet. Choose that each hands in alone.',
  'too-many': 'There is no room for more assignments in this course.',
  changed: 'The text has changed since you saw it. Read it again, and then confirm.',
  'handed-in': 'It is handed in already.',
  'nothing-written': 'The page is empty. Write something first.',
  'only-template': 'The text is still the template alone. Write something in it first.',
  'too-early': 'It is more than 24 hours until it is due. Wait for all to confirm.',
  'not-handed-in': 'It is not handed in.',
  'too-late': 'It is past the due time, so it cannot be taken back.',
};

export const refusalWords: Dictionary<Words> = { nb, nn, en };
