import type { Dictionary } from '../../../platform/language.ts';

const nb = {
  title: 'Tilgjengelighet',
  intro:
    'Mellom skal kunne brukes av alle. Dette er erklæringen vår om det. Den gjelder hele nettstedet.',
  owner: (name: string) => `${name} har ansvaret.`,
  ownerUnnamed: 'Skolen som bruker Mellom, har ansvaret.',
  date: 'Sist gått gjennom 27. november 2026, for denne versjonen.',
  statusTitle: 'Hvor godt vi følger kravene',
  status:
    'Målet er WCAG 2.2, nivå A og AA. Vi følger kravene delvis: vi kjenner ingen brudd utenom dem som står under, men ikke alt er prøvd.',
  metTitle: 'Det vi har prøvd',
  met: [
    'Hver side er prøvd av et program (axe) i lyse og mørke farger, på smal og bred skjerm.',
    'Alt kan nås med tastatur, og det synes hvor du er.',
    'Siden tåler stor skrift og 200 prosent. Den får plass på 320 punkter uten å gå sidelengs.',
    'Ber du om lite bevegelse, står alt stille. Vi følger også egne farger fra systemet.',
    'Alt står på bokmål, nynorsk og engelsk, i korte setninger.',
    'Du trenger ikke dra noe. Knapper i en økt er minst 44 punkter.',
  ],
  gapsTitle: 'Det som mangler',
  gaps: [
    'Ingen som bruker skjermleser hver dag, har gått gjennom alt sammen med oss ennå.',
    'Vi har ikke prøvd iPhone med VoiceOver, eller NVDA.',
    'Teksting av det som blir sagt (krav 1.2.4) er der når økten har en skrivetolk, eller når nettleseren din kan gjøre det selv. Ellers ikke.',
    'Det finnes ingen tolking til tegnspråk i Mellom. En tolk kan bli med som gjest.',
    'Du kan ikke velge hvor mye en skjermleser skal si i en økt.',
    'Bilder i dokumenter har den teksten som forfatteren skrev. Vi vet ikke om den er god.',
  ],
  instead:
    'Treffer du på noe av dette, finn en annen vei sammen med læreren: skriv i samtalen, eller få det som tekst.',
  tellTitle: 'Si fra',
  tell: 'Finner du noe som stenger, vil vi vite det. Du skal få svar innen tre uker.',
  tellLabel: 'Skriv til',
  noAddress: 'Skolen har ikke skrevet inn en adresse her ennå. Si fra til en lærer eller kontoret.',
  complainTitle: 'Klage',
  complain:
    'Hjelper det ikke, kan du si fra til Tilsynet for universell utforming av ikt. De fører tilsyn med skolen. Du kan også klage til Diskrimineringsnemnda.',
  authority: 'uutilsynet.no',
  tribunal: 'diskrimineringsnemnda.no',
  privacy: 'Personvern',
};

const nn: typeof nb = {
  title: 'Tilgjenge',
  intro:
    'Mellom skal kunne brukast av alle. Dette er erklæringa vår om det. Ho gjeld heile nettstaden.',
  owner: (name) => `${name} har ansvaret.`,
  ownerUnnamed: 'Skulen som bruker Mellom, har ansvaret.',
  date: 'Sist gått gjennom 27. november 2026, for denne versjonen.',
  statusTitle: 'Kor godt vi følgjer krava',
  status:
    'Målet er WCAG 2.2, nivå A og AA. Vi følgjer krava delvis: vi kjenner ingen brot utanom dei som står under, men ikkje alt er prøvd.',
  metTitle: 'Det vi har prøvd',
  met: [
    'Kvar side er prøvd av eit program (axe) i lyse og mørke fargar, på smal og brei skjerm.',
    'Alt kan nåast med tastatur, og det syner kvar du er.',
    'Sida toler stor skrift og 200 prosent. Ho får plass på 320 punkt utan å gå sidelengs.',
    'Ber du om lite rørsle, står alt stille. Vi følgjer òg eigne fargar frå systemet.',
    'Alt står på bokmål, nynorsk og engelsk, i korte setningar.',
    'Du treng ikkje dra noko. Knappar i ei økt er minst 44 punkt.',
  ],
  gapsTitle: 'Det som manglar',
  gaps: [
    'Ingen som bruker skjermlesar kvar dag, har gått gjennom alt saman med oss enno.',
    'Vi har ikkje prøvd iPhone med VoiceOver, eller NVDA.',
    'Teksting av det som blir sagt (krav 1.2.4) er der når økta har ein skrivetolk, eller når nettlesaren din kan gjere det sjølv. Elles ikkje.',
    'Det finst inga tolking til teiknspråk i Mellom. Ein tolk kan bli med som gjest.',
    'Du kan ikkje velje kor mykje ein skjermlesar skal seie i ei økt.',
    'Bilete i dokument har den teksten som forfattaren skreiv. Vi veit ikkje om han er god.',
  ],
  instead:
    'Møter du på noko av dette, finn ein annan veg saman med læraren: skriv i samtalen, eller få det som tekst.',
  tellTitle: 'Sei frå',
  tell: 'Finn du noko som stengjer, vil vi vite det. Du skal få svar innan tre veker.',
  tellLabel: 'Skriv til',
  noAddress:
    'Skulen har ikkje skrive inn ei adresse her enno. Sei frå til ein lærar eller kontoret.',
  complainTitle: 'Klage',
  complain:
    'Hjelper det ikkje, kan du seie frå til Tilsynet for universell utforming av ikt. Dei fører tilsyn med skulen. Du kan òg klage til Diskrimineringsnemnda.',
  authority: 'uutilsynet.no',
  tribunal: 'diskrimineringsnemnda.no',
  privacy: 'Personvern',
};

const en: typeof nb = {
  title: 'Accessibility',
  intro:
    'Everybody shall be able to use Mellom. This is our statement on it. It goes for the whole site.',
  owner: (name) => `${name} is responsible.`,
  ownerUnnamed: 'The school that uses Mellom is responsible.',
  date: 'Last gone through on 27 November 2026, for this version.',
  statusTitle: 'How well we meet the requirements',
  status:
    'The goal is WCAG 2.2, levels A and AA. We meet it in part: we know of no breach beside those below, but not everything has been tried.',
  metTitle: 'What we have tried',
  met: [
    'Each page is tried by a program (axe) in light and dark colours, on narrow and wide screens.',
    'Everything can be reached by keyboard, and it shows where you are.',
    'The page bears large text and 200 per cent. It fits in 320 points without going sideways.',
    'If you ask for little motion, everything stands still. We also follow colours of the system’s own.',
    'Everything is there in bokmål, nynorsk and English, in short sentences.',
    'You need not drag anything. Buttons in a session are at least 44 points.',
  ],
  gapsTitle: 'What is missing',
  gaps: [
    'Nobody who uses a screen reader every day has gone through all of it with us yet.',
    'We have not tried iPhone with VoiceOver, or NVDA.',
    'Captions of what is said (criterion 1.2.4) are there when the session has a captioner, or when your browser can make them itself. Otherwise not.',
    'There is no sign language interpreting in Mellom. An interpreter can join as a guest.',
    'You cannot choose how much a screen reader says in a session.',
    'Pictures in documents have the text that their author wrote. We do not know whether it is good.',
  ],
  instead:
    'If you meet any of this, find another way with the teacher: write in the chat, or have it as text.',
  tellTitle: 'Tell us',
  tell: 'If you find something that shuts you out, we want to know. You shall have an answer within three weeks.',
  tellLabel: 'Write to',
  noAddress: 'The school has not written an address here yet. Tell a teacher or the office.',
  complainTitle: 'Complaints',
  complain:
    'If that does not help, you can tell the Norwegian authority for universal design of ICT. It supervises the school. You can also complain to the Anti-Discrimination Tribunal.',
  authority: 'uutilsynet.no',
  tribunal: 'diskrimineringsnemnda.no',
  privacy: 'Privacy',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
