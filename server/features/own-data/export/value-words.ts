import type { Language } from '#shared/features/identity/sign-in/model.ts';
import type { Role } from '#shared/wire/access.ts';
import { ACTS, AUDITED } from './act-words.ts';
import { type Said, said, type Table } from './said.ts';

const ROLES = {
  student: ['Student', 'Student', 'Student'],
  teacher: ['Underviser', 'Undervisar', 'Teacher'],
  practiceCoordinator: ['Praksisansvarlig', 'Praksisansvarleg', 'Practice coordinator'],
  practiceSupervisor: ['Praksisveileder', 'Praksisrettleiar', 'Practice supervisor'],
  studyAdviser: ['Studierådgiver', 'Studierådgjevar', 'Study adviser'],
  admin: ['Administrator', 'Administrator', 'Administrator'],
  rector: ['Rektor', 'Rektor', 'Rector'],
  guest: ['Gjest', 'Gjest', 'Guest'],
  examiner: ['Sensor', 'Sensor', 'Examiner'],
} as const satisfies Record<Role, Said>;
const LANGUAGES: Record<Language, Said> = {
  nb: ['Bokmål', 'Bokmål', 'Bokmål'],
  nn: ['Nynorsk', 'Nynorsk', 'Nynorsk'],
  en: ['Engelsk', 'Engelsk', 'English'],
};
const GUESTS: Table = {
  lecturer: ['Foredragsholder', 'Føredragshaldar', 'Lecturer'],
  'next-of-kin': ['Pårørende', 'Pårørande', 'Next of kin'],
  captioner: ['Skrivetolk', 'Skrivetolk', 'Captioner'],
  supervisor: ['Veileder', 'Rettleiar', 'Supervisor'],
};

/** What something in the log was done with. */
const OBJECTS: Table = {
  ...ROLES,
  code: ['Kode på e-post', 'Kode på e-post', 'Code by mail'],
  password: ['Passord', 'Passord', 'Password'],
  door: ['Demonstrasjonens dør', 'Døra til demonstrasjonen', 'Door of the demonstration'],
  app: ['Kode fra app', 'Kode frå app', 'Code from an app'],
  paper: ['Kode på papir', 'Kode på papir', 'Code on paper'],
  passkey: ['Passnøkkel', 'Passnøkkel', 'Passkey'],
  provider: ['En annen innlogging', 'Ei anna innlogging', 'Another sign-in'],
  'new-factor': ['Nytt andre trinn', 'Nytt andre steg', 'New second step'],
  'plan-rate': ['Heltid eller deltid', 'Heiltid eller deltid', 'Full time or part time'],
  'plan-moved': ['Et emne er flyttet', 'Eit emne er flytta', 'A course was moved'],
  'plan-recognised': [
    'Et emne er godkjent fra før',
    'Eit emne er godkjent frå før',
    'A course is recognised',
  ],
  'plan-not-recognised': [
    'Et emne er ikke lenger godkjent fra før',
    'Eit emne er ikkje lenger godkjent frå før',
    'A course is no longer recognised',
  ],
};

/** The fields that hold a word of ours, with what it is to a person. */
const VALUES: Readonly<Record<string, Table>> = {
  role: ROLES,
  roles: ROLES,
  object: OBJECTS,
  language: LANGUAGES,
  lang: LANGUAGES,
  as: GUESTS,
  guest_as: GUESTS,
  act: ACTS,
  action: AUDITED,
  status: {
    active: ['Er med', 'Er med', 'Active'],
    suspended: ['Stengt ute', 'Stengd ute', 'Suspended'],
    waiting: ['Venter', 'Ventar', 'Waiting'],
    away: ['Borte', 'Borte', 'Away'],
    'let-in': ['Sluppet inn', 'Sleppt inn', 'Let in'],
    declined: ['Ikke sluppet inn', 'Ikkje sleppt inn', 'Not let in'],
    'session-ended': ['Økten var over', 'Økta var over', 'The session was over'],
  },
  state: {
    near: ['Nær kravet', 'Nær kravet', 'Near what is required'],
    under: ['Under kravet', 'Under kravet', 'Below what is required'],
  },
  place: {
    home: ['Hjemme', 'Heime', 'At home'],
    trondheim: ['Trondheim', 'Trondheim', 'Trondheim'],
    kristiansand: ['Kristiansand', 'Kristiansand', 'Kristiansand'],
  },
  part: {
    student: ['Student', 'Student', 'Student'],
    teacher: ['Underviser', 'Undervisar', 'Teacher'],
    staff: ['Ansatt', 'Tilsett', 'Staff'],
    guest: ['Gjest', 'Gjest', 'Guest'],
  },
  kind: {
    personal: ['Personlig', 'Personleg', 'Personal'],
    group: ['For gruppa', 'For gruppa', 'Of a group'],
    session: ['For økten', 'For økta', 'Of a session'],
    course: ['For emnet', 'For emnet', 'Of a course'],
    template: ['Mal', 'Mal', 'Template'],
    item: ['Punkt', 'Punkt', 'Item'],
    pause: ['Pause', 'Pause', 'Pause'],
    app: ['App for koder', 'App for kodar', 'App for codes'],
    passkey: ['Passnøkkel', 'Passnøkkel', 'Passkey'],
    'unused code on paper': [
      'Ubrukt kode på papir',
      'Ubrukt kode på papir',
      'Unused code on paper',
    ],
    credential: ['Passord', 'Passord', 'Password'],
    'session-tomorrow': ['Økter i morgen', 'Økter i morgon', 'Sessions tomorrow'],
    'session-soon': [
      'Økter som snart begynner',
      'Økter som snart tek til',
      'Sessions about to begin',
    ],
    'session-changed': ['Økter som er endret', 'Økter som er endra', 'Sessions that have changed'],
    deadline: ['Frister', 'Fristar', 'Due dates'],
    gathering: ['Samlinger', 'Samlingar', 'Gatherings'],
    attendance: ['Oppmøtet ditt', 'Oppmøtet ditt', 'Your attendance'],
  },
  stage: {
    'session-tomorrow': ['Økt i morgen', 'Økt i morgon', 'Session tomorrow'],
    'session-soon': ['Økt om litt', 'Økt om litt', 'Session soon'],
    moved: ['Flyttet', 'Flytta', 'Moved'],
    cancelled: ['Avlyst', 'Avlyst', 'Cancelled'],
    back: ['Blir noe av likevel', 'Blir noko av likevel', 'On after all'],
    substitute: ['Vikar', 'Vikar', 'Substitute'],
    'deadline-days': ['Frist om noen dager', 'Frist om nokre dagar', 'Due in some days'],
    'deadline-tomorrow': ['Frist i morgen', 'Frist i morgon', 'Due tomorrow'],
    'gathering-week': ['Samling om en uke', 'Samling om ei veke', 'Gathering in a week'],
    'gathering-tomorrow': ['Samling i morgen', 'Samling i morgon', 'Gathering tomorrow'],
    attendance: ['Oppmøtet ditt', 'Oppmøtet ditt', 'Your attendance'],
  },
  way: {
    mail: ['E-post', 'E-post', 'E-mail'],
    push: ['Enhet', 'Eining', 'Device'],
  },
  verdict: {
    'let-in': ['Sluppet inn', 'Sleppt inn', 'Let in'],
    'sent-back': ['Sendt tilbake', 'Send tilbake', 'Sent back'],
  },
  standing: {
    confirmed: ['Bekreftet', 'Stadfesta', 'Confirmed'],
    'earlier-text': [
      'Bekreftet en tidligere tekst',
      'Stadfesta ein tidlegare tekst',
      'Confirmed an earlier text',
    ],
    silent: ['Sa ikke noe', 'Sa ikkje noko', 'Said nothing'],
  },
  outcome: {
    done: ['Gjort', 'Gjort', 'Done'],
    refused: ['Nektet', 'Nekta', 'Refused'],
  },
  right: {
    read: ['Lese', 'Lese', 'Read'],
    comment: ['Kommentere', 'Kommentere', 'Comment'],
  },
  reaction: {
    recognise: ['Kjenner igjen', 'Kjenner att', 'Recognise'],
    agree: ['Enig', 'Samd', 'Agree'],
    thanks: ['Takk', 'Takk', 'Thanks'],
    warmth: ['Varme', 'Varme', 'Warmth'],
    thinking: ['Tenker', 'Tenkjer', 'Thinking'],
    glad: ['Glad', 'Glad', 'Glad'],
  },
  rate: {
    'full-time': ['Heltid', 'Heiltid', 'Full time'],
    'part-time': ['Deltid', 'Deltid', 'Part time'],
  },
  movedSeason: {
    autumn: ['Høst', 'Haust', 'Autumn'],
    spring: ['Vår', 'Vår', 'Spring'],
  },
  text_size: {
    usual: ['Vanlig', 'Vanleg', 'Usual'],
    large: ['Stor', 'Stor', 'Large'],
    larger: ['Større', 'Større', 'Larger'],
    largest: ['Størst', 'Størst', 'Largest'],
  },
  font: {
    usual: ['Vanlig', 'Vanleg', 'Usual'],
    lexend: ['Lexend', 'Lexend', 'Lexend'],
    opendyslexic: ['OpenDyslexic', 'OpenDyslexic', 'OpenDyslexic'],
  },
  spacing: {
    usual: ['Vanlig', 'Vanleg', 'Usual'],
    wide: ['Mer luft', 'Meir luft', 'More air'],
  },
  theme: {
    system: ['Som på enheten', 'Som på eininga', 'As on the device'],
    light: ['Lyse', 'Lyse', 'Light'],
    dark: ['Mørke', 'Mørke', 'Dark'],
  },
  motion: {
    system: ['Som på enheten', 'Som på eininga', 'As on the device'],
    still: ['Ingen', 'Inga', 'None'],
  },
};

/** What a field holds, in words where it is a word of ours; what a person wrote stays as it is. */
export function valueSaid(field: string, value: string, language: Language): string {
  const table = Object.hasOwn(VALUES, field) ? VALUES[field] : undefined;
  return table && Object.hasOwn(table, value) ? said(table, value, language) : value;
}
