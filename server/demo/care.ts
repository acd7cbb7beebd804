import type { SupportEntry } from '#shared/features/care/support-card/model.ts';
import type { PersonKey } from './people.ts';

/** No number in Norway begins with 0: whoever tries one of these reaches nobody. */
export const SUPPORT_ENTRIES: readonly SupportEntry[] = [
  {
    name: 'Tone Grav, studierådgiver',
    number: '00 00 00 01',
    open: 'Hverdager 09–15',
    about: 'Om studiet, og om livet rundt. Oppdiktet nummer.',
  },
  {
    name: 'Bjørg Hovde, praksisansvarlig',
    number: '00 00 00 02',
    open: 'Hverdager 08–16',
    about: 'Når noe er vanskelig i praksis. Oppdiktet nummer.',
  },
  {
    name: 'Vakttelefonen mellom samlingene',
    number: '00 00 00 03',
    open: 'Økter på kveldstid, til 21',
    about: 'Noen av oss svarer mens økten varer. Oppdiktet nummer.',
  },
];

/** How the full-time students want it to be, as it grew: what the teacher began with, and what a student added. */
export const AGREEMENT: readonly {
  readonly by: PersonKey;
  readonly daysAgo: number;
  readonly text: string;
}[] = [
  {
    by: 'anne',
    daysAgo: 34,
    text: `Vi møtes som mennesker først.
Det som blir sagt i runden, blir i runden.
Alle kan si pass, uten å forklare.
Vi snakker fra egen erfaring, og ikke om folk som ikke er her.`,
  },
  {
    by: 'marit',
    daysAgo: 20,
    text: `Vi møtes som mennesker først.
Det som blir sagt i runden, blir i runden.
Alle kan si pass, uten å forklare. Kameraet kan være av.
Vi snakker fra egen erfaring, og ikke om folk som ikke er her.
Vi spør før vi gir råd.
Stille er også å være med.
Blir noe vanskelig, sier vi det til Anne eller Solveig, eller ringer noen på kortet.`,
  },
];
