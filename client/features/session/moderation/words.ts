import type {
  readmitParticipant,
  removeParticipant,
} from '#shared/features/session/moderation/commands.ts';
import type { ModerationAct } from '#shared/features/session/moderation/model.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<RefusalOf<typeof removeParticipant> | RefusalOf<typeof readmitParticipant>, string>
>;
/** `about` is empty where the act met everybody. */
type Acts = Readonly<Record<ModerationAct, (by: string, about: string) => string>>;

const nb = {
  you: 'deg',
  youDid: 'Du',
  keptOut: (count: number) => `Tatt ut, ${count}`,
  keptOutBy: (time: string, by: string) => `Klokka ${time}, av ${by}`,
  letIn: 'Slipp inn igjen',
  readmitted: (name: string) => `${name} kan komme inn igjen.`,
  log: 'Logg',
  logAbout: 'Det underviserne har gjort for andre i økten. Bare underviserne ser det.',
  showLog: 'Vis loggen',
  hideLog: 'Skjul loggen',
  logLoading: 'Henter …',
  logEmpty: 'Her står det ingenting ennå.',
  logFailed: 'Vi fikk ikke hentet loggen.',
  tryAgain: 'Prøv igjen',
  earlier: 'Vis tidligere',
  acts: {
    'participant-removed': (by, about) => `${by} tok ${about} ut av økten.`,
    'participant-readmitted': (by, about) => `${by} slapp ${about} inn igjen.`,
    'participant-muted': (by, about) => `${by} dempet ${about}.`,
    'everyone-muted': (by) => `${by} dempet alle.`,
    'unmute-asked': (by, about) => `${by} ba ${about} slå på mikrofonen.`,
    'microphones-locked': (by) => `${by} låste mikrofonene.`,
    'microphones-unlocked': (by) => `${by} åpnet mikrofonene.`,
    'camera-stopped': (by, about) => `${by} stoppet kameraet til ${about}.`,
    'screen-stopped': (by, about) => `${by} stoppet skjermdelingen til ${about}.`,
    'spotlight-set': (by, about) => `${by} løftet fram ${about} for alle.`,
    'spotlight-cleared': (by) => `${by} løfter ikke lenger fram noen.`,
    'screen-allowed': (by, about) => `${by} lot ${about} dele skjerm.`,
    'screen-withdrawn': (by, about) => `${by} lar ikke lenger ${about} dele skjerm.`,
    'room-closed': (by) => `${by} lukket rommet.`,
    'room-opened': (by) => `${by} åpnet rommet igjen.`,
    'ending-begun': (by) => `${by} avsluttet økten for alle.`,
    'ending-undone': (by) => `${by} angret avslutningen.`,
  } satisfies Acts as Acts,
  out: {
    title: (by: string) => `${by} har tatt deg ut av økten`,
    about: (time: string, by: string) =>
      `Det var klokka ${time}. Er noe uklart, kan du ta kontakt med ${by}.`,
    waits: 'Blir du sluppet inn igjen, står det her.',
    back: 'Du kan komme inn igjen',
    backAbout: (by: string) => `${by} har sluppet deg inn igjen. Kom når du vil.`,
    aTeacher: 'Underviseren',
    joinAgain: 'Bli med igjen',
  },
  refusals: {
    'not-here': 'Personen er ikke her lenger.',
    'teaches-here': 'En underviser i økten kan ikke fjernes.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  you: 'deg',
  youDid: 'Du',
  keptOut: (count) => `Tekne ut, ${count}`,
  keptOutBy: (time, by) => `Klokka ${time}, av ${by}`,
  letIn: 'Slepp inn igjen',
  readmitted: (name) => `${name} kan kome inn igjen.`,
  log: 'Logg',
  logAbout: 'Det undervisarane har gjort for andre i økta. Berre undervisarane ser det.',
  showLog: 'Vis loggen',
  hideLog: 'Gøym loggen',
  logLoading: 'Hentar …',
  logEmpty: 'Her står det ingenting enno.',
  logFailed: 'Vi fekk ikkje henta loggen.',
  tryAgain: 'Prøv igjen',
  earlier: 'Vis tidlegare',
  acts: {
    'participant-removed': (by, about) => `${by} tok ${about} ut av økta.`,
    'participant-readmitted': (by, about) => `${by} sleppte ${about} inn igjen.`,
    'participant-muted': (by, about) => `${by} dempa ${about}.`,
    'everyone-muted': (by) => `${by} dempa alle.`,
    'unmute-asked': (by, about) => `${by} bad ${about} slå på mikrofonen.`,
    'microphones-locked': (by) => `${by} låste mikrofonane.`,
    'microphones-unlocked': (by) => `${by} opna mikrofonane.`,
    'camera-stopped': (by, about) => `${by} stoppa kameraet til ${about}.`,
    'screen-stopped': (by, about) => `${by} stoppa skjermdelinga til ${about}.`,
    'spotlight-set': (by, about) => `${by} løfta fram ${about} for alle.`,
    'spotlight-cleared': (by) => `${by} løftar ikkje lenger fram nokon.`,
    'screen-allowed': (by, about) => `${by} lét ${about} dele skjerm.`,
    'screen-withdrawn': (by, about) => `${by} lèt ikkje lenger ${about} dele skjerm.`,
    'room-closed': (by) => `${by} lukka rommet.`,
    'room-opened': (by) => `${by} opna rommet igjen.`,
    'ending-begun': (by) => `${by} avslutta økta for alle.`,
    'ending-undone': (by) => `${by} angra avslutninga.`,
  },
  out: {
    title: (by) => `${by} har teke deg ut av økta`,
    about: (time, by) => `Det var klokka ${time}. Er noko uklart, kan du ta kontakt med ${by}.`,
    waits: 'Blir du sleppt inn igjen, står det her.',
    back: 'Du kan kome inn igjen',
    backAbout: (by) => `${by} har sleppt deg inn igjen. Kom når du vil.`,
    aTeacher: 'Undervisaren',
    joinAgain: 'Bli med igjen',
  },
  refusals: {
    'not-here': 'Personen er ikkje her lenger.',
    'teaches-here': 'Ein undervisar i økta kan ikkje fjernast.',
  },
};

const en: typeof nb = {
  you: 'you',
  youDid: 'You',
  keptOut: (count) => `Taken out, ${count}`,
  keptOutBy: (time, by) => `At ${time}, by ${by}`,
  letIn: 'Let in again',
  readmitted: (name) => `${name} may come in again.`,
  log: 'Log',
  logAbout: 'What the teachers have done to others in the session. Only the teachers see it.',
  showLog: 'Show the log',
  hideLog: 'Hide the log',
  logLoading: 'Fetching …',
  logEmpty: 'There is nothing here yet.',
  logFailed: 'We could not fetch the log.',
  tryAgain: 'Try again',
  earlier: 'Show earlier',
  acts: {
    'participant-removed': (by, about) => `${by} took ${about} out of the session.`,
    'participant-readmitted': (by, about) => `${by} let ${about} in again.`,
    'participant-muted': (by, about) => `${by} muted ${about}.`,
    'everyone-muted': (by) => `${by} muted everybody.`,
    'unmute-asked': (by, about) => `${by} asked ${about} to unmute.`,
    'microphones-locked': (by) => `${by} locked the microphones.`,
    'microphones-unlocked': (by) => `${by} opened the microphones.`,
    'camera-stopped': (by, about) => `${by} stopped the camera of ${about}.`,
    'screen-stopped': (by, about) => `${by} stopped the shared screen of ${about}.`,
    'spotlight-set': (by, about) => `${by} showed ${about} large to everybody.`,
    'spotlight-cleared': (by) => `${by} stopped showing somebody large.`,
    'screen-allowed': (by, about) => `${by} let ${about} share the screen.`,
    'screen-withdrawn': (by, about) => `${by} no longer let ${about} share the screen.`,
    'room-closed': (by) => `${by} closed the room.`,
    'room-opened': (by) => `${by} opened the room again.`,
    'ending-begun': (by) => `${by} ended the session for everybody.`,
    'ending-undone': (by) => `${by} undid the ending.`,
  },
  out: {
    title: (by) => `${by} has taken you out of the session`,
    about: (time, by) =>
      `It was at ${time}. If anything is unclear, you can get in touch with ${by}.`,
    waits: 'If you are let in again, it will say so here.',
    back: 'You may come in again',
    backAbout: (by) => `${by} has let you in again. Come when you like.`,
    aTeacher: 'The teacher',
    joinAgain: 'Join again',
  },
  refusals: {
    'not-here': 'The person is no longer here.',
    'teaches-here': 'A teacher of the session cannot be removed.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
