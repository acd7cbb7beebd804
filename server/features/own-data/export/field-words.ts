import type { Language } from '#shared/features/identity/sign-in/model.ts';

/** In bokmål, nynorsk and English. */
type Said = readonly [nb: string, nn: string, en: string];
type Table = Readonly<Record<string, Said>>;

const NTH: Readonly<Record<Language, 0 | 1 | 2>> = { nb: 0, nn: 1, en: 2 };

/** The words for a name of ours; the name itself where a newer slice has one that nobody has put into words. */
export function said(table: Table, name: string, language: Language): string {
  return table[name]?.[NTH[language]] ?? name;
}

/** The slices, as parts of what one takes out. */
export const PARTS: Table = {
  identity: ['Hvem du er', 'Kven du er', 'Who you are'],
  admin: ['Skolen og deg', 'Skulen og deg', 'The school and you'],
  programme: ['Kull, grupper og økter', 'Kull, grupper og økter', 'Cohorts, groups and sessions'],
  session: ['I øktene', 'I øktene', 'In the sessions'],
  'seminar-room': ['Lyd og bilde', 'Lyd og bilete', 'Sound and picture'],
  attendance: ['Oppmøte', 'Oppmøte', 'Attendance'],
  document: ['Dokumenter', 'Dokument', 'Documents'],
  assignment: ['Oppgaver', 'Oppgåver', 'Assignments'],
  care: ['Omsorg', 'Omsorg', 'Care'],
  audit: ['Loggen', 'Loggen', 'The log'],
  'own-data': ['Opplysningene dine', 'Opplysningane dine', 'Your data'],
};

/** The kinds of what a slice holds. */
export const KINDS: Table = {
  person: ['Deg', 'Deg', 'You'],
  pictures: ['Bilder', 'Bilete', 'Pictures'],
  roles: ['Roller', 'Roller', 'Roles'],
  signIns: ['Der du er logget inn', 'Der du er logga inn', 'Where you are signed in'],
  credentials: ['Måter å logge inn på', 'Måtar å logge inn på', 'Ways to sign in'],
  secondFactors: ['Andre trinn', 'Andre trinn', 'Second steps'],
  letters: ['Brev', 'Brev', 'Letters'],
  invitedAs: ['Invitasjonen du kom med', 'Invitasjonen du kom med', 'The invitation you came by'],
  invited: ['Invitasjoner du har sendt', 'Invitasjonar du har sendt', 'Invitations you sent'],
  acts: ['Hendelser', 'Hendingar', 'Events'],
  actsBy: [
    'Det du har gjort med andres tilgang',
    'Det du har gjort med tilgangen til andre',
    'What you did to others’ access',
  ],
  roleRequests: ['Spørsmål om roller', 'Spørsmål om roller', 'Questions of roles'],
  enrolments: ['Kull', 'Kull', 'Cohorts'],
  groups: ['Grupper', 'Grupper', 'Groups'],
  teaches: ['Økter du har', 'Økter du har', 'Sessions you teach'],
  invitations: [
    'Økter du er invitert til',
    'Økter du er invitert til',
    'Sessions you are invited to',
  ],
  removals: ['Fjernet fra økter', 'Fjerna frå økter', 'Removed from sessions'],
  admissions: ['Sluppet inn i økter', 'Sleppt inn i økter', 'Let into sessions'],
  calendarAddress: ['Kalenderadresse', 'Kalenderadresse', 'Calendar address'],
  intervals: ['Når du var i rommet', 'Når du var i rommet', 'When you were in the room'],
  documents: ['Dokumentene dine', 'Dokumenta dine', 'Your documents'],
  made: [
    'Dokumenter du har laget for andre',
    'Dokument du har laga for andre',
    'Documents you made for others',
  ],
  writtenIn: ['Dokumenter du har skrevet i', 'Dokument du har skrive i', 'Documents you wrote in'],
  versions: ['Versjoner', 'Versjonar', 'Versions'],
  sharedWithMe: ['Delt med deg', 'Delt med deg', 'Shared with you'],
  ofGroups: ['Dokumenter i grupper', 'Dokument i grupper', 'Documents of groups'],
  images: ['Bilder i dokumenter', 'Bilete i dokument', 'Pictures in documents'],
  set: ['Oppgaver du har gitt', 'Oppgåver du har gitt', 'Assignments you set'],
  confirmations: ['Bekreftelser', 'Stadfestingar', 'Confirmations'],
  waits: ['Bedt om å vente', 'Bede om å vente', 'Asked to wait'],
  submissions: ['Det du har levert', 'Det du har levert', 'What you handed in'],
  takenBack: ['Tatt tilbake', 'Teke tilbake', 'Taken back'],
  supportCards: ['Kortet du har endret', 'Kortet du har endra', 'The card you changed'],
  concerns: ['Det du har meldt fra om', 'Det du har meldt frå om', 'What you reported'],
  readsConcerns: [
    'Leser det andre melder fra om',
    'Les det andre melder frå om',
    'Reads what others report',
  ],
  agreements: ['Avtaler du har skrevet', 'Avtalar du har skrive', 'Agreements you wrote'],
  said: ['Krysset av for deg', 'Kryssa av for deg', 'Ticked off for you'],
  corrections: ['Rettelser for deg', 'Rettingar for deg', 'Corrections for you'],
  ticked: ['Det du har krysset av', 'Det du har kryssa av', 'What you ticked off'],
  corrected: ['Det du har rettet', 'Det du har retta', 'What you put right'],
  takenOut: ['Lister du har hentet ut', 'Lister du har henta ut', 'Lists you took out'],
  seats: ['Plasser i økter', 'Plassar i økter', 'Seats in sessions'],
  visits: ['Når du var i økter', 'Når du var i økter', 'When you were in sessions'],
  messages: [
    'Det du har skrevet i samtalen',
    'Det du har skrive i samtalen',
    'What you wrote in the chat',
  ],
  reactions: ['Reaksjoner', 'Reaksjonar', 'Reactions'],
  teamLines: ['Til og fra lærerne', 'Til og frå lærarane', 'To and from the teachers'],
  lobbyPlaces: ['Ventet i venterommet', 'Venta i venterommet', 'Waited in the lobby'],
  pauses: ['Pauser nå', 'Pausar no', 'Pauses now'],
  pausesForAll: ['Pauser for alle', 'Pausar for alle', 'Pauses for everybody'],
  rounds: ['Runder', 'Rundar', 'Rounds'],
  polls: ['Avstemninger', 'Avrøystingar', 'Polls'],
  breakouts: ['Grupperom', 'Grupperom', 'Breakouts'],
  quizzes: ['Quizer', 'Quizar', 'Quizzes'],
  templates: ['Maler', 'Malar', 'Templates'],
  guestLinks: ['Gjestelenker', 'Gjestelenkjer', 'Guest links'],
  log: ['Hva som er skjedd', 'Kva som er skjedd', 'What has happened'],
  requests: ['Bedt om å bli slettet', 'Bede om å bli sletta', 'Asked to be erased'],
};

const TIME: Said = ['Når', 'Når', 'When'];
const WHAT: Said = ['Hva', 'Kva', 'What'];
const BY_YOU: Said = ['Av deg', 'Av deg', 'By you'];
const YOURS: Said = ['Ditt', 'Ditt', 'Yours'];
const MADE: Said = ['Laget', 'Laga', 'Made'];
const CHANGED: Said = ['Endret', 'Endra', 'Changed'];
const SESSION: Said = ['Økt', 'Økt', 'Session'];
const UNTIL: Said = ['Til', 'Til', 'Until'];
const LEFT: Said = ['Gikk', 'Gjekk', 'Left'];
const CAME: Said = ['Kom', 'Kom', 'Came'];
const NAME: Said = ['Navn', 'Namn', 'Name'];
const ENDS: Said = ['Slutter', 'Sluttar', 'Ends'];
const ROLE: Said = ['Rolle', 'Rolle', 'Role'];

/** What a row says. */
export const FIELDS: Table = {
  ...{
    at: TIME,
    act: WHAT,
    action: WHAT,
    kind: ['Slag', 'Slag', 'Kind'],
    form: ['Form', 'Form', 'Form'],
  },
  ...{ byMe: BY_YOU, calledByMe: BY_YOU, madeByMe: BY_YOU, byThem: BY_YOU },
  ...{
    mine: YOURS,
    ofThem: YOURS,
    forMe: ['For deg', 'For deg', 'For you'],
    usedByMe: ['Brukt av deg', 'Brukt av deg', 'Used by you'],
  },
  ...{
    madeAt: MADE,
    created_at: MADE,
    createdAt: MADE,
    updated_at: CHANGED,
    updatedAt: CHANGED,
    edited_at: CHANGED,
  },
  ...{
    session_id: SESSION,
    sessionId: SESSION,
    session: SESSION,
    until: UNTIL,
    untilAt: UNTIL,
    expires_at: UNTIL,
  },
  ...{
    left_at: LEFT,
    leftAt: LEFT,
    came_at: CAME,
    joinedAt: CAME,
    since: ['Siden', 'Sidan', 'Since'],
    lost_at: ['Mistet linja', 'Mista linja', 'Lost the line'],
  },
  ...{
    name: NAME,
    display_name: NAME,
    displayName: NAME,
    registered_name: ['Navn i listene', 'Namn i listene', 'Name in the lists'],
  },
  ...{
    given_name: ['Fornavn', 'Førenamn', 'First name'],
    registered_given_name: ['Fornavn i listene', 'Førenamn i listene', 'First name in the lists'],
    called_name: ['Kalt', 'Kalla', 'Called'],
  },
  ...{
    endsAt: ENDS,
    ends_at: ENDS,
    closed_at: ENDS,
    startsAt: ['Begynner', 'Byrjar', 'Begins'],
    started_at: ['Begynte', 'Byrja', 'Began'],
    opened_at: ['Åpnet', 'Opna', 'Opened'],
  },
  ...{
    role: ROLE,
    roles: ROLE,
    part: ['Del', 'Del', 'Part'],
    as: ['Som', 'Som', 'As'],
    guest_as: ['Som', 'Som', 'As'],
  },
  email: ['E-post', 'E-post', 'E-mail'],
  email_verified: ['E-posten er bekreftet', 'E-posten er stadfesta', 'E-mail confirmed'],
  pronouns: ['Pronomen', 'Pronomen', 'Pronouns'],
  place: ['Sted', 'Stad', 'Place'],
  language: ['Språk', 'Språk', 'Language'],
  lang: ['Språk', 'Språk', 'Language'],
  status: ['Tilstand', 'Tilstand', 'State'],
  standing: ['Tilstand', 'Tilstand', 'State'],
  image: ['Bilde', 'Bilete', 'Picture'],
  file: ['Fil', 'Fil', 'File'],
  type: ['Slags fil', 'Slags fil', 'Kind of file'],
  device: ['Enhet', 'Eining', 'Device'],
  last_seen_at: ['Sist brukt', 'Sist brukt', 'Last used'],
  last_used_at: ['Sist brukt', 'Sist brukt', 'Last used'],
  subject: ['Emne', 'Emne', 'Subject'],
  text: ['Tekst', 'Tekst', 'Text'],
  sent_at: ['Sendt', 'Sendt', 'Sent'],
  acceptedAt: ['Tatt imot', 'Teken imot', 'Accepted'],
  askedAt: ['Spurt', 'Spurt', 'Asked'],
  granted: ['Gitt', 'Gitt', 'Granted'],
  reason: ['Grunn', 'Grunn', 'Reason'],
  cohort: ['Kull', 'Kull', 'Cohort'],
  group: ['Gruppe', 'Gruppe', 'Group'],
  fromAt: ['Fra', 'Frå', 'From'],
  title: ['Tittel', 'Tittel', 'Title'],
  isSubstitute: ['Som vikar', 'Som vikar', 'As substitute'],
  words: ['Ord', 'Ord', 'Words'],
  verdict: ['Svar', 'Svar', 'Answer'],
  trashedAt: ['I papirkurven', 'I papirkorga', 'In the trash'],
  right: ['Rett', 'Rett', 'Right'],
  width: ['Bredde', 'Breidd', 'Width'],
  height: ['Høyde', 'Høgd', 'Height'],
  bytes: ['Byte', 'Byte', 'Bytes'],
  brief: ['Oppgave', 'Oppgåve', 'Brief'],
  criteria: ['Kriterier', 'Kriterium', 'Criteria'],
  dueAt: ['Frist', 'Frist', 'Due'],
  late: ['Etter fristen', 'Etter fristen', 'Late'],
  fingerprint: ['Fingeravtrykk', 'Fingeravtrykk', 'Fingerprint'],
  version: ['Versjon', 'Versjon', 'Version'],
  entries: ['Oppføringer', 'Oppføringar', 'Entries'],
  open: ['Åpent', 'Ope', 'Open'],
  number: ['Nummer', 'Nummer', 'Number'],
  day: ['Dag', 'Dag', 'Day'],
  present: ['Til stede', 'Til stades', 'Present'],
  corrected: ['Rettet', 'Retta', 'Corrected'],
  tickedAt: ['Krysset av', 'Kryssa av', 'Ticked off'],
  before: ['Før', 'Før', 'Before'],
  after: ['Etter', 'Etter', 'After'],
  course: ['Emne', 'Emne', 'Course'],
  deleted_at: ['Slettet', 'Sletta', 'Deleted'],
  hidden_at: ['Skjult', 'Skjult', 'Hidden'],
  reaction: ['Reaksjon', 'Reaksjon', 'Reaction'],
  choice: ['Valg', 'Val', 'Choice'],
  choices: ['Valg', 'Val', 'Choices'],
  ready: ['Klar', 'Klar', 'Ready'],
  prompt: ['Spørsmål', 'Spørsmål', 'Prompt'],
  question: ['Spørsmål', 'Spørsmål', 'Question'],
  questions: ['Spørsmål', 'Spørsmål', 'Questions'],
  occasion: ['Anledning', 'Høve', 'Occasion'],
  written: ['Skrevet', 'Skrive', 'Written'],
  voiceNotes: ['Lydmeldinger', 'Lydmeldingar', 'Voice notes'],
  about: ['Om', 'Om', 'About'],
  minutes: ['Minutter', 'Minutt', 'Minutes'],
  ofCourse: ['Emnets', 'Emnet sin', 'Of a course'],
  items: ['Punkter', 'Punkt', 'Items'],
  note: ['Notat', 'Notat', 'Note'],
  object: ['Med', 'Med', 'With'],
  outcome: ['Utfall', 'Utfall', 'Outcome'],
  takenBackAt: ['Tatt tilbake', 'Teke tilbake', 'Taken back'],
  doneAt: ['Gjort', 'Gjort', 'Done'],
};
