import type { answerOnTeamLine, writeToTeam } from '#shared/features/session/team-line/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<RefusalOf<typeof writeToTeam> | RefusalOf<typeof answerOnTeamLine>, string>
>;

const nb = {
  write: 'Skriv til underviserne',
  /** Where room is short; the name says it whole. */
  writeShort: 'Til underviserne',
  writeWithNew: (count: number) =>
    plural('nb', count, {
      one: 'Skriv til underviserne, 1 nytt svar',
      other: `Skriv til underviserne, ${count} nye svar`,
    }),
  close: 'Lukk',
  you: 'Du',
  /** After the names of the teachers, in the sentence below. */
  andYou: 'du',
  /** Who reads it, before anything is written. */
  whoReads: (names: string) => `Bare ${names} kan lese dette.`,
  whoReadsUnnamed: 'Bare underviserne i økten og du kan lese dette.',
  empty: 'Her kan du skrive i fred',
  emptyAbout: 'Alle underviserne får det, og en av dem svarer. Ingen andre ser at du skriver.',
  label: 'Melding til underviserne',
  placeholder: 'Skriv til dem',
  send: 'Send',
  loading: 'Henter det som er skrevet',
  messages: 'Det dere har skrevet',
  charactersLeft: (count: number) => `${count} tegn igjen`,
  tooLong: (count: number) => `${count} tegn for mye`,
  spokenAnswer: (name: string) => `${name} har svart deg.`,
  written: (count: number) => `Skrevet til dere, ${count}`,
  answer: 'Svar',
  answerTo: (name: string) => `Svar ${name}`,
  hide: 'Lukk',
  hideOf: (name: string) => `Lukk tråden med ${name}`,
  thread: (name: string) => `Tråden med ${name}`,
  answerLabel: (name: string) => `Svar til ${name}`,
  answerPlaceholder: 'Skriv et svar',
  signed: 'Svaret får navnet ditt.',
  quoted: (text: string) => `«${text}»`,
  unread: (count: number) => plural('nb', count, { one: '1 ulest', other: `${count} uleste` }),
  answeredBy: (name: string, text: string) => `${name} svarte: «${text}»`,
  youAnswered: (text: string) => `Du svarte: «${text}»`,
  spokenOne: (name: string) => `${name} har skrevet til dere.`,
  spokenMany: (count: number) => `${count} har skrevet til dere.`,
  refusals: {
    'not-joined': 'Du var ikke inne i økten da meldingen kom fram.',
    'session-over': 'Økten er over.',
    'line-full': 'Det er ikke plass til mer her. Snakk sammen på en annen måte.',
    'nothing-written': 'Ønsket er tatt tilbake, og det er ikke skrevet noe å svare på.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  write: 'Skriv til undervisarane',
  writeShort: 'Til undervisarane',
  writeWithNew: (count) =>
    plural('nn', count, {
      one: 'Skriv til undervisarane, 1 nytt svar',
      other: `Skriv til undervisarane, ${count} nye svar`,
    }),
  close: 'Lukk',
  you: 'Du',
  andYou: 'du',
  whoReads: (names) => `Berre ${names} kan lese dette.`,
  whoReadsUnnamed: 'Berre undervisarane i økta og du kan lese dette.',
  empty: 'Her kan du skrive i fred',
  emptyAbout: 'Alle undervisarane får det, og ein av dei svarar. Ingen andre ser at du skriv.',
  label: 'Melding til undervisarane',
  placeholder: 'Skriv til dei',
  send: 'Send',
  loading: 'Hentar det som er skrive',
  messages: 'Det de har skrive',
  charactersLeft: (count) => `${count} teikn att`,
  tooLong: (count) => `${count} teikn for mykje`,
  spokenAnswer: (name) => `${name} har svart deg.`,
  written: (count) => `Skrive til dykk, ${count}`,
  answer: 'Svar',
  answerTo: (name) => `Svar ${name}`,
  hide: 'Lukk',
  hideOf: (name) => `Lukk tråden med ${name}`,
  thread: (name) => `Tråden med ${name}`,
  answerLabel: (name) => `Svar til ${name}`,
  answerPlaceholder: 'Skriv eit svar',
  signed: 'Svaret får namnet ditt.',
  quoted: (text) => `«${text}»`,
  unread: (count) => plural('nn', count, { one: '1 ulesen', other: `${count} ulesne` }),
  answeredBy: (name, text) => `${name} svara: «${text}»`,
  youAnswered: (text) => `Du svara: «${text}»`,
  spokenOne: (name) => `${name} har skrive til dykk.`,
  spokenMany: (count) => `${count} har skrive til dykk.`,
  refusals: {
    'not-joined': 'Du var ikkje inne i økta då meldinga kom fram.',
    'session-over': 'Økta er over.',
    'line-full': 'Det er ikkje plass til meir her. Snakk saman på ein annan måte.',
    'nothing-written': 'Ønsket er teke tilbake, og det er ikkje skrive noko å svare på.',
  },
};

const en: typeof nb = {
  write: 'Write to the teachers',
  writeShort: 'To the teachers',
  writeWithNew: (count) =>
    plural('en', count, {
      one: 'Write to the teachers, 1 new answer',
      other: `Write to the teachers, ${count} new answers`,
    }),
  close: 'Close',
  you: 'You',
  andYou: 'you',
  whoReads: (names) => `Only ${names} can read this.`,
  whoReadsUnnamed: 'Only the teachers of the session and you can read this.',
  empty: 'Here you can write in peace',
  emptyAbout: 'All the teachers get it, and one of them answers. Nobody else sees that you write.',
  label: 'Message to the teachers',
  placeholder: 'Write to them',
  send: 'Send',
  loading: 'Fetching what has been written',
  messages: 'What you have written together',
  charactersLeft: (count) => `${count} characters left`,
  tooLong: (count) => `${count} characters too many`,
  spokenAnswer: (name) => `${name} has answered you.`,
  written: (count) => `Written to you, ${count}`,
  answer: 'Answer',
  answerTo: (name) => `Answer ${name}`,
  hide: 'Close',
  hideOf: (name) => `Close the thread with ${name}`,
  thread: (name) => `The thread with ${name}`,
  answerLabel: (name) => `Answer to ${name}`,
  answerPlaceholder: 'Write an answer',
  signed: 'The answer carries your name.',
  quoted: (text) => `“${text}”`,
  unread: (count) => plural('en', count, { one: '1 unread', other: `${count} unread` }),
  answeredBy: (name, text) => `${name} answered: “${text}”`,
  youAnswered: (text) => `You answered: “${text}”`,
  spokenOne: (name) => `${name} has written to you.`,
  spokenMany: (count) => `${count} have written to you.`,
  refusals: {
    'not-joined': 'You were not in the session when the message arrived.',
    'session-over': 'The session is over.',
    'line-full': 'There is no room for more here. Talk in another way.',
    'nothing-written': 'The wish has been taken back, and there is nothing written to answer.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
