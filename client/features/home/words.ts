import type { WaitingItem } from '#shared/features/home/queries.ts';
import { type Dictionary, plural } from '../../platform/language.ts';

type State = Extract<WaitingItem, { kind: 'own-attendance' }>['state'];

const nb = {
  remains: 'Dette gjenstår',
  waits: 'Dette venter på deg',
  attendance: (course: string) => `Oppmøtet ditt i ${course}`,
  attendanceAbout: {
    near: 'Det er innenfor, men uten mye å gå på. Se hva du kan gjøre.',
    under: 'Det er litt lavt akkurat nå. Se hva du kan gjøre.',
  } satisfies Record<State, string>,
  roleAsked: { admin: 'Du er invitert som administrator', rector: 'Du er invitert som rektor' },
  roleAskedAbout: 'Det trengs ett ja til fra en administrator. Du får et brev når det er i orden.',
  noCohort: 'Du er ikke med i et kull ennå',
  noCohortAbout: 'Administrasjonen setter deg i et. Si gjerne fra til dem.',
  today: (count: number) =>
    plural('nb', count, { one: 'Én økt i dag', other: `${count} økter igjen i dag` }),
  todayAbout: 'Se dem i kalenderen',
  lettersFailing: (count: number) =>
    plural('nb', count, {
      one: 'Én invitasjon kommer ikke fram',
      other: `${count} invitasjoner kommer ikke fram`,
    }),
  lettersFailingAbout: 'Se over adressen, og send på nytt',
  expired: (count: number) =>
    plural('nb', count, {
      one: 'Én invitasjon er gått ut',
      other: `${count} invitasjoner er gått ut`,
    }),
  expiredAbout: 'Send på nytt, eller trekk tilbake',
  secondYes: (count: number) =>
    plural('nb', count, {
      one: 'Én rolle venter på et ja til',
      other: `${count} roller venter på et ja til`,
    }),
  secondYesAbout: 'Administrator og rektor gis av to',
  low: (count: number) =>
    plural('nb', count, {
      one: 'Én student er under kravet til oppmøte',
      other: `${count} studenter er under kravet til oppmøte`,
    }),
  lowAbout: 'De har visst det i minst en uke',
};

const nn: typeof nb = {
  remains: 'Dette står att',
  waits: 'Dette ventar på deg',
  attendance: (course) => `Oppmøtet ditt i ${course}`,
  attendanceAbout: {
    near: 'Det er innanfor, men utan mykje å gå på. Sjå kva du kan gjere.',
    under: 'Det er litt lågt akkurat no. Sjå kva du kan gjere.',
  },
  roleAsked: { admin: 'Du er invitert som administrator', rector: 'Du er invitert som rektor' },
  roleAskedAbout:
    'Det trengst eitt ja til frå ein administrator. Du får eit brev når det er i orden.',
  noCohort: 'Du er ikkje med i eit kull enno',
  noCohortAbout: 'Administrasjonen set deg i eit. Sei gjerne frå til dei.',
  today: (count) => plural('nn', count, { one: 'Éi økt i dag', other: `${count} økter att i dag` }),
  todayAbout: 'Sjå dei i kalenderen',
  lettersFailing: (count) =>
    plural('nn', count, {
      one: 'Éin invitasjon kjem ikkje fram',
      other: `${count} invitasjonar kjem ikkje fram`,
    }),
  lettersFailingAbout: 'Sjå over adressa, og send på nytt',
  expired: (count) =>
    plural('nn', count, {
      one: 'Éin invitasjon er gått ut',
      other: `${count} invitasjonar er gått ut`,
    }),
  expiredAbout: 'Send på nytt, eller trekk tilbake',
  secondYes: (count) =>
    plural('nn', count, {
      one: 'Éi rolle ventar på eit ja til',
      other: `${count} roller ventar på eit ja til`,
    }),
  secondYesAbout: 'Administrator og rektor blir gitt av to',
  low: (count) =>
    plural('nn', count, {
      one: 'Éin student er under kravet til oppmøte',
      other: `${count} studentar er under kravet til oppmøte`,
    }),
  lowAbout: 'Dei har visst det i minst ei veke',
};

const en: typeof nb = {
  remains: 'Still to do',
  waits: 'Waiting for you',
  attendance: (course) => `Your attendance in ${course}`,
  attendanceAbout: {
    near: 'It is enough, with little to spare. See what you can do.',
    under: 'It is a little low just now. See what you can do.',
  },
  roleAsked: { admin: 'You are invited as administrator', rector: 'You are invited as rector' },
  roleAskedAbout:
    'One more yes from an administrator is needed. You get a letter when it is settled.',
  noCohort: 'You are not in a cohort yet',
  noCohortAbout: 'The administration puts you in one. Do tell them.',
  today: (count) =>
    plural('en', count, { one: 'One session today', other: `${count} sessions left today` }),
  todayAbout: 'See them in the calendar',
  lettersFailing: (count) =>
    plural('en', count, {
      one: 'One invitation does not arrive',
      other: `${count} invitations do not arrive`,
    }),
  lettersFailingAbout: 'Look at the address, and send it again',
  expired: (count) =>
    plural('en', count, {
      one: 'One invitation has expired',
      other: `${count} invitations have expired`,
    }),
  expiredAbout: 'Send it again, or take it back',
  secondYes: (count) =>
    plural('en', count, {
      one: 'One role waits for a second yes',
      other: `${count} roles wait for a second yes`,
    }),
  secondYesAbout: 'Administrator and rector are given by two',
  low: (count) =>
    plural('en', count, {
      one: 'One student is below the required attendance',
      other: `${count} students are below the required attendance`,
    }),
  lowAbout: 'They have known for at least a week',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
