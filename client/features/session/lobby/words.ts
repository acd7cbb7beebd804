import type {
  admitFromLobby,
  declineFromLobby,
  sendToLobby,
} from '#shared/features/session/lobby/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<
    | RefusalOf<typeof admitFromLobby>
    | RefusalOf<typeof declineFromLobby>
    | RefusalOf<typeof sendToLobby>,
    string
  >
>;

const nb = {
  section: (count: number) => `I venterommet, ${count}`,
  parts: { student: 'Student', teacher: 'Underviser', staff: 'Ansatt ved skolen', guest: 'Gjest' },
  since: (time: string) => `Venter siden ${time}`,
  gone: 'Venter ikke lenger',
  letIn: 'Slipp inn',
  letInAll: (count: number) => `Slipp inn alle ${count}`,
  linkIsFor: (note: string) => `Lenken er til «${note}»`,
  showAll: (count: number) => `Vis alle ${count}`,
  decline: 'Si nei …',
  cancel: 'Avbryt',
  declineLabel: (name: string) => `Svaret til ${name}`,
  declineAbout: 'Bare personen leser det, med navnet ditt.',
  declineEmpty: 'Skriv noen ord først.',
  sendDecline: 'Si nei',
  sendBack: 'Send tilbake til venterommet',
  sentBack: (name: string) => `${name} er sendt tilbake til venterommet.`,
  undo: 'Angre',
  admitted: (name: string) => `${name} er sluppet inn.`,
  admittedMany: (count: number) => `${count} er sluppet inn.`,
  declined: (name: string) => `${name} har fått svaret ditt.`,
  spokenOne: (name: string, kind: string) => `${name} venter på å slippe inn. ${kind}.`,
  spokenMany: (count: number) => `${count} venter på å slippe inn.`,
  asking: 'Banker på …',
  waitTitle: 'Du er i venterommet',
  waitsSentBack: 'En underviser har sendt deg tilbake til venterommet.',
  waitSeen: 'Underviserne ser at du venter. Siden åpner seg når de slipper deg inn.',
  waitAlone:
    'Ingen underviser er inne ennå. Du står i kø, og de ser deg når de kommer. Siden åpner seg når de slipper deg inn.',
  about: (course: string, when: string, begun: boolean) =>
    `${course}. ${begun ? 'Startet' : 'Starter'} ${when}.`,
  toTeachers: 'Skriv til underviserne',
  lineEmpty: 'Er det noe de bør vite, kan du skrive det her. Ingen andre ser det.',
  youAreIn: 'Du er sluppet inn.',
  ending: 'Underviserne avslutter økten nå.',
  noTitle: 'Du ble ikke sluppet inn nå',
  noBy: (name: string, time: string) => `${name} skrev klokka ${time}:`,
  noMore:
    'Er det noe de bør vite, kan du spørre på nytt. Mens du venter, kan du skrive til underviserne.',
  askAgain: 'Spør på nytt',
  full: 'Venterommet er fullt',
  fullAbout: 'Vi prøver igjen av oss selv så snart det blir plass. Du trenger ikke gjøre noe.',
  tryAgain: 'Prøv igjen nå',
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'session-over': 'Økten er over.',
    'not-waiting': 'Personen venter ikke lenger.',
    'not-here': 'Personen er ikke her lenger.',
    'teaches-here': 'En underviser i økten kan ikke sendes tilbake.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  section: (count) => `I venterommet, ${count}`,
  parts: { student: 'Student', teacher: 'Undervisar', staff: 'Tilsett ved skulen', guest: 'Gjest' },
  since: (time) => `Ventar sidan ${time}`,
  gone: 'Ventar ikkje lenger',
  letIn: 'Slepp inn',
  letInAll: (count) => `Slepp inn alle ${count}`,
  linkIsFor: (note) => `Lenkja er til «${note}»`,
  showAll: (count) => `Vis alle ${count}`,
  decline: 'Sei nei …',
  cancel: 'Avbryt',
  declineLabel: (name) => `Svaret til ${name}`,
  declineAbout: 'Berre personen les det, med namnet ditt.',
  declineEmpty: 'Skriv nokre ord først.',
  sendDecline: 'Sei nei',
  sendBack: 'Send tilbake til venterommet',
  sentBack: (name) => `${name} er send tilbake til venterommet.`,
  undo: 'Angre',
  admitted: (name) => `${name} er sleppt inn.`,
  admittedMany: (count) => `${count} er sleppte inn.`,
  declined: (name) => `${name} har fått svaret ditt.`,
  spokenOne: (name, kind) => `${name} ventar på å sleppe inn. ${kind}.`,
  spokenMany: (count) => `${count} ventar på å sleppe inn.`,
  asking: 'Bankar på …',
  waitTitle: 'Du er i venterommet',
  waitsSentBack: 'Ein undervisar har sendt deg tilbake til venterommet.',
  waitSeen: 'Undervisarane ser at du ventar. Sida opnar seg når dei slepper deg inn.',
  waitAlone:
    'Ingen undervisar er inne enno. Du står i kø, og dei ser deg når dei kjem. Sida opnar seg når dei slepper deg inn.',
  about: (course, when, begun) => `${course}. ${begun ? 'Starta' : 'Startar'} ${when}.`,
  toTeachers: 'Skriv til undervisarane',
  lineEmpty: 'Er det noko dei bør vite, kan du skrive det her. Ingen andre ser det.',
  youAreIn: 'Du er sleppt inn.',
  ending: 'Undervisarane avsluttar økta no.',
  noTitle: 'Du vart ikkje sleppt inn no',
  noBy: (name, time) => `${name} skreiv klokka ${time}:`,
  noMore:
    'Er det noko dei bør vite, kan du spørje på nytt. Medan du ventar, kan du skrive til undervisarane.',
  askAgain: 'Spør på nytt',
  full: 'Venterommet er fullt',
  fullAbout: 'Vi prøver igjen av oss sjølve så snart det blir plass. Du treng ikkje gjere noko.',
  tryAgain: 'Prøv igjen no',
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'session-over': 'Økta er over.',
    'not-waiting': 'Personen ventar ikkje lenger.',
    'not-here': 'Personen er ikkje her lenger.',
    'teaches-here': 'Ein undervisar i økta kan ikkje sendast tilbake.',
  },
};

const en: typeof nb = {
  section: (count) => `In the lobby, ${count}`,
  parts: { student: 'Student', teacher: 'Teacher', staff: 'Staff of the school', guest: 'Guest' },
  since: (time) => `Waiting since ${time}`,
  gone: 'No longer waiting',
  letIn: 'Let in',
  letInAll: (count) => `Let in all ${count}`,
  linkIsFor: (note) => `The link is for “${note}”`,
  showAll: (count) => `Show all ${count}`,
  decline: 'Say no …',
  cancel: 'Cancel',
  declineLabel: (name) => `The answer to ${name}`,
  declineAbout: 'Only this person reads it, with your name.',
  declineEmpty: 'Write a few words first.',
  sendDecline: 'Say no',
  sendBack: 'Send back to the lobby',
  sentBack: (name) => `${name} is sent back to the lobby.`,
  undo: 'Undo',
  admitted: (name) => `${name} is let in.`,
  admittedMany: (count) =>
    plural('en', count, { one: '1 is let in.', other: `${count} are let in.` }),
  declined: (name) => `${name} has your answer.`,
  spokenOne: (name, kind) => `${name} is waiting to come in. ${kind}.`,
  spokenMany: (count) => `${count} are waiting to come in.`,
  asking: 'Knocking …',
  waitTitle: 'You are in the lobby',
  waitsSentBack: 'A teacher has sent you back to the lobby.',
  waitSeen: 'The teachers see that you are waiting. This page opens when they let you in.',
  waitAlone:
    'No teacher is in yet. You are in line, and they will see you when they come. This page opens when they let you in.',
  about: (course, when, begun) => `${course}. ${begun ? 'Began' : 'Begins'} ${when}.`,
  toTeachers: 'Write to the teachers',
  lineEmpty: 'If there is something they should know, you can write it here. Nobody else sees it.',
  youAreIn: 'You are let in.',
  ending: 'The teachers are ending the session now.',
  noTitle: 'You were not let in now',
  noBy: (name, time) => `${name} wrote at ${time}:`,
  noMore:
    'If there is something they should know, you can ask again. While you wait, you can write to the teachers.',
  askAgain: 'Ask again',
  full: 'The lobby is full',
  fullAbout: 'We try again by ourselves as soon as there is room. You need not do anything.',
  tryAgain: 'Try again now',
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'session-over': 'The session is over.',
    'not-waiting': 'This person is no longer waiting.',
    'not-here': 'The person is no longer here.',
    'teaches-here': 'A teacher of the session cannot be sent back.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
