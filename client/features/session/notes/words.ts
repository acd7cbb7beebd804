import type { NotePart } from '#shared/features/programme/session-notes/model.ts';
import type { writeNotes } from '#shared/features/session/notes/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<Record<RefusalOf<typeof writeNotes>, string>>;
type Hints = Readonly<Record<NotePart, string>>;

const nb = {
  about: 'Om økten',
  write: 'Skriv om økten',
  change: 'Endre «Om økten»',
  guide: 'Alle leser dette på forhånd. Skriv kort og rett fram. Det du lar stå tomt, vises ikke.',
  hints: {
    topics: 'Si hva økten handler om. Er noe tungt, si det her.',
    workingForm: 'Si hva vi gjør: lytter, skriver, snakker i grupper, går en runde.',
    voluntary: 'Si hva som er frivillig, og at ingen trenger å si hvorfor.',
    alternatives: 'Si hva man kan gjøre i stedet: skrive, lytte, lese etterpå.',
  } satisfies Hints as Hints,
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: '«Om økten» er lagret.',
  nowReads: 'Nå står det:',
  nowEmpty: 'Nå står det ingenting.',
  waits: { line: 'Lagres når linja er tilbake.', storage: 'Ikke lagret ennå. Vi prøver igjen.' },
  refusals: {
    'notes-changed':
      'En annen har skrevet her imens. Se hva som står nå. Lagrer du igjen, gjelder din tekst.',
    'session-over': 'Økten er over. Teksten kan ikke endres lenger.',
  } satisfies Refusals as Refusals,
};

const nn: typeof nb = {
  about: 'Om økta',
  write: 'Skriv om økta',
  change: 'Endre «Om økta»',
  guide:
    'Alle les dette på førehand. Skriv kort og rett fram. Det du lèt stå tomt, blir ikkje vist.',
  hints: {
    topics: 'Sei kva økta handlar om. Er noko tungt, sei det her.',
    workingForm: 'Sei kva vi gjer: lyttar, skriv, snakkar i grupper, går ein runde.',
    voluntary: 'Sei kva som er frivillig, og at ingen treng å seie kvifor.',
    alternatives: 'Sei kva ein kan gjere i staden: skrive, lytte, lese etterpå.',
  },
  save: 'Lagre',
  cancel: 'Avbryt',
  saved: '«Om økta» er lagra.',
  nowReads: 'No står det:',
  nowEmpty: 'No står det ingenting.',
  waits: {
    line: 'Blir lagra når linja er tilbake.',
    storage: 'Ikkje lagra enno. Vi prøver igjen.',
  },
  refusals: {
    'notes-changed':
      'Ein annan har skrive her imens. Sjå kva som står no. Lagrar du igjen, gjeld teksten din.',
    'session-over': 'Økta er over. Teksten kan ikkje endrast lenger.',
  },
};

const en: typeof nb = {
  about: 'About the session',
  write: 'Write about the session',
  change: 'Change “About the session”',
  guide:
    'Everybody reads this beforehand. Write briefly and plainly. What you leave empty is not shown.',
  hints: {
    topics: 'Say what the session is about. If something is heavy, say so here.',
    workingForm: 'Say what we do: listen, write, talk in groups, go round.',
    voluntary: 'Say what is voluntary, and that nobody has to say why.',
    alternatives: 'Say what one can do instead: write, listen, read afterwards.',
  },
  save: 'Save',
  cancel: 'Cancel',
  saved: '“About the session” is saved.',
  nowReads: 'Now it says:',
  nowEmpty: 'Now it says nothing.',
  waits: { line: 'Saved when the line is back.', storage: 'Not saved yet. We try again.' },
  refusals: {
    'notes-changed':
      'Somebody else has written here meanwhile. See what it says now. If you save again, your text stands.',
    'session-over': 'The session is over. The text cannot be changed any more.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
