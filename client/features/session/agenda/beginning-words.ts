import type {
  deleteTemplate,
  fillAgenda,
  keepTemplate,
} from '#shared/features/session/agenda/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<RefusalOf<typeof fillAgenda | typeof keepTemplate | typeof deleteTemplate>, string>
>;

const nb = {
  choose: 'Start fra mal',
  title: 'Start fra',
  fetching: 'Henter malene',
  last: (title: string, date: string) => `Sist: ${title}, ${date}`,
  own: 'Mine maler',
  courses: 'Emnets maler',
  nothing: 'Her er ingen maler ennå. Lagre en agenda som mal, så finner du den her.',
  replaces: (count: number) =>
    plural('nb', count, {
      one: 'Det du velger, kommer i stedet for punktet som står.',
      other: `Det du velger, kommer i stedet for de ${count} punktene som står.`,
    }),
  use: 'Bruk',
  replace: (count: number) =>
    plural('nb', count, { one: 'Bytt ut punktet', other: `Bytt ut ${count} punkter` }),
  drop: 'Slett',
  dropReally: 'Slett malen',
  keepIt: 'Behold',
  cancel: 'Avbryt',
  back: 'Tilbake',
  tryAgain: 'Prøv igjen',
  keep: 'Lagre som mal',
  name: 'Navn på malen',
  forWhom: 'Hvem kan bruke den?',
  forMe: 'Bare jeg',
  forCourse: 'Alle som underviser i emnet',
  save: 'Lagre malen',
  needsName: 'Gi malen et navn.',
  offline: 'Vi fikk ikke hentet malene. Prøv igjen om litt.',
  begun: (count: number) =>
    plural('nb', count, {
      one: 'Agendaen har nå 1 punkt',
      other: `Agendaen har nå ${count} punkter`,
    }),
  kept: (name: string) => `Malen «${name}» er lagret.`,
  deleted: (name: string) => `Malen «${name}» er slettet`,
  refusals: {
    'agenda-changed': 'En annen har endret agendaen. Se over, og prøv igjen.',
    'agenda-begun': 'Økten er i gang. Endre punktene ett for ett.',
    'unknown-beginning': 'Denne malen er ikke der lenger.',
    'session-over': 'Økten er over. Agendaen kan ikke endres lenger.',
    'empty-agenda': 'Agendaen er tom. Legg til punkter først.',
    'name-taken': 'Du har alt en mal som heter det. Velg et annet navn.',
    'too-many-templates': 'Du har 40 maler. Slett en du ikke trenger, før du lagrer en ny.',
    'unknown-template': 'Denne malen er ikke der lenger.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  choose: 'Start frå mal',
  title: 'Start frå',
  fetching: 'Hentar malane',
  last: (title, date) => `Sist: ${title}, ${date}`,
  own: 'Malane mine',
  courses: 'Malane til emnet',
  nothing: 'Her er ingen malar enno. Lagre ein agenda som mal, så finn du han her.',
  replaces: (count) =>
    plural('nn', count, {
      one: 'Det du vel, kjem i staden for punktet som står.',
      other: `Det du vel, kjem i staden for dei ${count} punkta som står.`,
    }),
  use: 'Bruk',
  replace: (count) =>
    plural('nn', count, { one: 'Byt ut punktet', other: `Byt ut ${count} punkt` }),
  drop: 'Slett',
  dropReally: 'Slett malen',
  keepIt: 'Behald',
  cancel: 'Avbryt',
  back: 'Tilbake',
  tryAgain: 'Prøv igjen',
  keep: 'Lagre som mal',
  name: 'Namn på malen',
  forWhom: 'Kven kan bruke han?',
  forMe: 'Berre eg',
  forCourse: 'Alle undervisarane i emnet',
  save: 'Lagre malen',
  needsName: 'Gi malen eit namn.',
  offline: 'Vi fekk ikkje henta malane. Prøv igjen om litt.',
  begun: (count) =>
    plural('nn', count, {
      one: 'Agendaen har no 1 punkt',
      other: `Agendaen har no ${count} punkt`,
    }),
  kept: (name) => `Malen «${name}» er lagra.`,
  deleted: (name) => `Malen «${name}» er sletta`,
  refusals: {
    'agenda-changed': 'Ein annan har endra agendaen. Sjå over, og prøv igjen.',
    'agenda-begun': 'Økta er i gang. Endre punkta eitt for eitt.',
    'unknown-beginning': 'Denne malen er ikkje der lenger.',
    'session-over': 'Økta er over. Agendaen kan ikkje endrast lenger.',
    'empty-agenda': 'Agendaen er tom. Legg til punkt først.',
    'name-taken': 'Du har alt ein mal som heiter det. Vel eit anna namn.',
    'too-many-templates': 'Du har 40 malar. Slett ein du ikkje treng, før du lagrar ein ny.',
    'unknown-template': 'Denne malen er ikkje der lenger.',
  },
};

const en: typeof nb = {
  choose: 'Start from a template',
  title: 'Start from',
  fetching: 'Fetching the templates',
  last: (title, date) => `Last time: ${title}, ${date}`,
  own: 'My templates',
  courses: 'Templates of the course',
  nothing: 'There are no templates yet. Save an agenda as a template, and you find it here.',
  replaces: (count) =>
    plural('en', count, {
      one: 'What you choose comes in place of the item that is there.',
      other: `What you choose comes in place of the ${count} items that are there.`,
    }),
  use: 'Use',
  replace: (count) =>
    plural('en', count, { one: 'Replace the item', other: `Replace ${count} items` }),
  drop: 'Delete',
  dropReally: 'Delete the template',
  keepIt: 'Keep',
  cancel: 'Cancel',
  back: 'Back',
  tryAgain: 'Try again',
  keep: 'Save as a template',
  name: 'Name of the template',
  forWhom: 'Who can use it?',
  forMe: 'Only me',
  forCourse: 'Everybody who teaches the course',
  save: 'Save the template',
  needsName: 'Give the template a name.',
  offline: 'We could not fetch the templates. Try again in a while.',
  begun: (count) =>
    plural('en', count, {
      one: 'The agenda now has 1 item',
      other: `The agenda now has ${count} items`,
    }),
  kept: (name) => `The template “${name}” is saved.`,
  deleted: (name) => `The template “${name}” is deleted`,
  refusals: {
    'agenda-changed': 'Somebody else has changed the agenda. Look it over, and try again.',
    'agenda-begun': 'The session is under way. Change the items one by one.',
    'unknown-beginning': 'This template is no longer there.',
    'session-over': 'The session is over. The agenda cannot be changed any more.',
    'empty-agenda': 'The agenda is empty. Add items first.',
    'name-taken': 'You have a template by that name already. Choose another name.',
    'too-many-templates':
      'You have 40 templates. Delete one that you do not need before you save another.',
    'unknown-template': 'This template is no longer there.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
