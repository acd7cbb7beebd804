import { shareOf } from '#shared/features/attendance/sheet/rules.ts';
import { type Dictionary, plural } from '../../platform/language.ts';
import { lengthOfTime } from '../../platform/length-of-time.ts';

const nb = {
  title: 'Oppmøte',
  own: 'Oppmøtet mitt',
  requirements: 'Krav til oppmøte i emnene',
  fetching: 'Henter oppmøtet',
  couldNotFetch: 'Vi fikk ikke hentet oppmøtet',
  couldNotFetchAbout: 'Ingenting er mistet. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  outdated: 'Ikke oppdatert.',
  outdatedAbout: 'Dette er det vi hentet sist. Vi prøver igjen av oss selv.',
  none: 'Ingenting å vise ennå',
  noneAbout: 'Når en økt eller samling som er planlagt for deg, er i gang, står oppmøtet ditt her.',
  time: (there: number, of: number) => `${lengthOfTime('nb', there)} av ${lengthOfTime('nb', of)}`,
  sum: (thereMs: number, ofMs: number) =>
    ofMs === 0
      ? 'Ingen økt er over ennå.'
      : `Med i ${nb.time(thereMs, ofMs)} til nå (${shareOf({ thereMs, ofMs })} %).`,
  runs: 'Pågår nå',
  soFar: 'så langt',
  gatherings: 'Samlinger',
  mandatory: 'obligatorisk',
  voluntary: 'frivillig',
  how: 'Slik telles det',
  ownHows: [
    'Tiden telles fra du er inne i økten til du går, uansett om du er i hovedrommet, i et grupperom eller bare hører på.',
    'Er noe feil, si fra til underviseren. Rettelser har alltid en begrunnelse, og du ser dem her.',
  ],
  othersHows: [
    'Tiden telles fra studenten er inne i økten til studenten går, uansett om det er i hovedrommet, i et grupperom eller bare for å høre på.',
    'Er noe feil, rettes det av en som underviser i økten, alltid med en begrunnelse. Studenten ser rettelsen.',
  ],
  hows: [
    'Brudd på under 5 minutter trekkes ikke fra. Det gjør heller ikke stille pauser, så lenge de er innenfor emnets grense.',
    'I et klasserom krysser underviseren av hvem som er der. På samlinger krysses det av for hver dag.',
    'Kamera, mikrofon og oppmerksomhet blir aldri målt. Slike tall finnes ikke.',
  ],
  seen: 'Underviserne dine og de som følger opp studenter på skolen, ser de samme tallene. Når du kom og gikk, ser bare du.',
  sessions: (count: number) => plural('nb', count, { one: '1 økt', other: `${count} økter` }),
  gatheringCount: (count: number) =>
    plural('nb', count, { one: '1 samling', other: `${count} samlinger` }),
};

const nn: typeof nb = {
  title: 'Oppmøte',
  own: 'Oppmøtet mitt',
  requirements: 'Krav til oppmøte i emna',
  fetching: 'Hentar oppmøtet',
  couldNotFetch: 'Vi fekk ikkje henta oppmøtet',
  couldNotFetchAbout: 'Ingenting er mista. Prøv igjen om litt.',
  tryAgain: 'Prøv igjen',
  outdated: 'Ikkje oppdatert.',
  outdatedAbout: 'Dette er det vi henta sist. Vi prøver igjen av oss sjølve.',
  none: 'Ingenting å vise enno',
  noneAbout: 'Når ei økt eller samling som er planlagd for deg, er i gang, står oppmøtet ditt her.',
  time: (there, of) => `${lengthOfTime('nn', there)} av ${lengthOfTime('nn', of)}`,
  sum: (thereMs, ofMs) =>
    ofMs === 0
      ? 'Inga økt er over enno.'
      : `Med i ${nn.time(thereMs, ofMs)} til no (${shareOf({ thereMs, ofMs })} %).`,
  runs: 'Går føre seg no',
  soFar: 'så langt',
  gatherings: 'Samlingar',
  mandatory: 'obligatorisk',
  voluntary: 'frivillig',
  how: 'Slik blir det talt',
  ownHows: [
    'Tida blir talt frå du er inne i økta til du går, anten du er i hovudrommet, i eit grupperom eller berre høyrer på.',
    'Er noko feil, sei frå til undervisaren. Rettingar har alltid ei grunngiving, og du ser dei her.',
  ],
  othersHows: [
    'Tida blir talt frå studenten er inne i økta til studenten går, anten det er i hovudrommet, i eit grupperom eller berre for å høyre på.',
    'Er noko feil, blir det retta av ein som underviser i økta, alltid med ei grunngiving. Studenten ser rettinga.',
  ],
  hows: [
    'Brot på under 5 minutt blir ikkje trekte frå. Det blir heller ikkje stille pausar, så lenge dei er innanfor grensa for emnet.',
    'I eit klasserom kryssar undervisaren av kven som er der. På samlingar blir det kryssa av for kvar dag.',
    'Kamera, mikrofon og merksemd blir aldri målt. Slike tal finst ikkje.',
  ],
  seen: 'Undervisarane dine og dei som følgjer opp studentar på skulen, ser dei same tala. Når du kom og gjekk, ser berre du.',
  sessions: (count) => plural('nn', count, { one: '1 økt', other: `${count} økter` }),
  gatheringCount: (count) => plural('nn', count, { one: '1 samling', other: `${count} samlingar` }),
};

const en: typeof nb = {
  title: 'Attendance',
  own: 'My attendance',
  requirements: 'Required attendance in the courses',
  fetching: 'Fetching the attendance',
  couldNotFetch: 'We could not fetch the attendance',
  couldNotFetchAbout: 'Nothing is lost. Try again in a while.',
  tryAgain: 'Try again',
  outdated: 'Not up to date.',
  outdatedAbout: 'This is what we fetched last. We try again by ourselves.',
  none: 'Nothing to show yet',
  noneAbout:
    'When a session or a gathering that is planned for you has begun, your attendance stands here.',
  time: (there, of) => `${lengthOfTime('en', there)} of ${lengthOfTime('en', of)}`,
  sum: (thereMs, ofMs) =>
    ofMs === 0
      ? 'No session is over yet.'
      : `There for ${en.time(thereMs, ofMs)} so far (${shareOf({ thereMs, ofMs })}%).`,
  runs: 'On now',
  soFar: 'so far',
  gatherings: 'Gatherings',
  mandatory: 'mandatory',
  voluntary: 'voluntary',
  how: 'How it is counted',
  ownHows: [
    'Time counts from when you come into the session until you leave, whether you are in the main room, in a breakout or only listening.',
    'If something is wrong, tell the teacher. Corrections always have a reason, and you see them here.',
  ],
  othersHows: [
    'Time counts from when a student comes into the session until they leave, whether in the main room, in a breakout or only listening.',
    'If something is wrong, one who teaches in the session corrects it, always with a reason. The student sees the correction.',
  ],
  hows: [
    'Breaks of less than 5 minutes are not taken off, nor are quiet pauses within the limit of the course.',
    'In a classroom the teacher ticks off who is there. At gatherings this is done for each day.',
    'Camera, microphone and attention are never measured. There are no such figures.',
  ],
  seen: 'Your teachers and those who follow students up at the school see the same figures. When you came and left is for you alone to see.',
  sessions: (count) => plural('en', count, { one: '1 session', other: `${count} sessions` }),
  gatheringCount: (count) =>
    plural('en', count, { one: '1 gathering', other: `${count} gatherings` }),
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
