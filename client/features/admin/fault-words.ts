import type { ListFault } from '#shared/features/admin/list/model.ts';
import type { Dictionary } from '../../platform/language.ts';

type Faults = Readonly<Record<ListFault, string>>;

/** Why somebody cannot be invited as they were written, and what to do. */
const nb: Faults = {
  'name-empty': 'Navnet mangler.',
  'name-too-long': 'Navnet er for langt. Det kan ha 60 tegn.',
  'name-unreadable': 'Navnet må ha bokstaver som andre kan lese.',
  'name-mixed': 'Navnet blander bokstaver som ser like ut. Skriv det med ett alfabet.',
  'bad-address': 'E-postadressen ser ikke riktig ut. Den har @ og et punktum.',
  'no-role': 'Velg minst én rolle.',
  'cohort-missing': 'En student skal ha et kull, og andre har ikke noe.',
  'end-missing': 'Velg en sluttdato. Roller utenfra har alltid en.',
  'end-wrong': 'Sluttdatoen må være en dag som kommer, og ikke mer enn fem år fram.',
  'already-here': 'Noen med denne adressen er her fra før.',
  'already-invited': 'Adressen har en invitasjon som ikke er brukt.',
  twice: 'Adressen står lenger oppe også.',
  'role-unknown': 'Rollen kjenner vi ikke.',
  'cohort-unknown': 'Kullet finnes ikke.',
  'language-unknown': 'Språket må være bokmål, nynorsk eller engelsk.',
};

const nn: Faults = {
  'name-empty': 'Namnet manglar.',
  'name-too-long': 'Namnet er for langt. Det kan ha 60 teikn.',
  'name-unreadable': 'Namnet må ha bokstavar som andre kan lese.',
  'name-mixed': 'Namnet blandar bokstavar som ser like ut. Skriv det med eitt alfabet.',
  'bad-address': 'E-postadressa ser ikkje rett ut. Ho har @ og eit punktum.',
  'no-role': 'Vel minst éi rolle.',
  'cohort-missing': 'Ein student skal ha eit kull, og andre har ikkje noko.',
  'end-missing': 'Vel ein sluttdato. Roller utanfrå har alltid ein.',
  'end-wrong': 'Sluttdatoen må vere ein dag som kjem, og ikkje meir enn fem år fram.',
  'already-here': 'Nokon med denne adressa er her frå før.',
  'already-invited': 'Adressa har ein invitasjon som ikkje er brukt.',
  twice: 'Adressa står lenger oppe òg.',
  'role-unknown': 'Rolla kjenner vi ikkje.',
  'cohort-unknown': 'Kullet finst ikkje.',
  'language-unknown': 'Språket må vere bokmål, nynorsk eller engelsk.',
};

const en: Faults = {
  'name-empty': 'The name is missing.',
  'name-too-long': 'The name is too long. It can have 60 characters.',
  'name-unreadable': 'The name must have letters that others can read.',
  'name-mixed': 'The name mixes letters that look alike. Write it in one alphabet.',
  'bad-address': 'The e-mail address does not look right. It has an @ and a full stop.',
  'no-role': 'Choose at least one role.',
  'cohort-missing': 'A student has a cohort, and nobody else has one.',
  'end-missing': 'Choose an end date. Roles from outside always have one.',
  'end-wrong': 'The end date must be a day to come, and no more than five years ahead.',
  'already-here': 'Somebody with this address is here already.',
  'already-invited': 'The address has an invitation that is not used.',
  twice: 'The address stands further up, too.',
  'role-unknown': 'We do not know the role.',
  'cohort-unknown': 'There is no such cohort.',
  'language-unknown': 'The language must be bokmål, nynorsk or English.',
};

export const faultWords: Dictionary<Faults> = { nb, nn, en };
