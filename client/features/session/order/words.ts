import type { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<RefusalOf<typeof lockSession> | RefusalOf<typeof closeChat>, string>
>;

const nb = {
  lockedMark: 'Låst',
  lockedMarkAbout: 'Døra er låst. Nye kommer ikke inn.',
  /** How it stands, and what the press would change. */
  standing: {
    locked: 'Døra er låst. Nye kommer ikke inn.',
    open: 'Døra er åpen. Låser du den, må nye vente utenfor, også studenter.',
    chatClosed: 'Samtalen er stengt for andre enn underviserne.',
    chatOpen: 'Samtalen er åpen. Stenger du den, blir det som er skrevet, stående.',
  },
  title: 'Dør og samtale',
  lock: 'Lås døra',
  lockAbout: 'Nye må vente utenfor, også studenter.',
  unlock: 'Lås opp døra',
  unlockAbout: 'Nye slipper inn igjen.',
  closeChat: 'Steng samtalen',
  closeChatAbout: 'Det som er skrevet, blir stående.',
  openChat: 'Åpne samtalen',
  openChatAbout: 'Alle kan skrive igjen.',
  aTeacher: 'En underviser',
  spoken: {
    locked: (by: string) => `${by} har låst døra.`,
    unlocked: (by: string) => `${by} har låst opp døra.`,
    chatClosed: (by: string) => `${by} har stengt samtalen.`,
    chatOpened: (by: string) => `${by} har åpnet samtalen igjen.`,
  },
  done: {
    locked: 'Døra er låst.',
    unlocked: 'Døra er låst opp.',
    chatClosed: 'Samtalen er stengt.',
    chatOpened: 'Samtalen er åpen igjen.',
  },
  chatIsClosed: 'Samtalen er stengt nå. Du kan lese.',
  chatIsClosedDraft: 'Samtalen er stengt nå. Det du har skrevet, ligger her til den åpnes igjen.',
  chatIsClosedTeachers: 'Samtalen er stengt for andre enn underviserne. Du kan skrive.',
  wayToTeachers: 'Du kan fortsatt skrive til underviserne.',
  sendRests: 'Samtalen er stengt',
  lockedSeen: 'De ser at du venter, og kan slippe deg inn.',
  lockedAlone: 'Ingen av dem er inne akkurat nå. De ser deg når de kommer.',
  lockedWait: 'Du trenger ikke gjøre noe. Når døra låses opp, kommer du inn av deg selv.',
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'session-over': 'Økten er over.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  lockedMark: 'Låst',
  lockedMarkAbout: 'Døra er låst. Nye kjem ikkje inn.',
  standing: {
    locked: 'Døra er låst. Nye kjem ikkje inn.',
    open: 'Døra er open. Låser du ho, må nye vente utanfor, også studentar.',
    chatClosed: 'Samtalen er stengd for andre enn undervisarane.',
    chatOpen: 'Samtalen er open. Stengjer du han, blir det som er skrive, ståande.',
  },
  title: 'Dør og samtale',
  lock: 'Lås døra',
  lockAbout: 'Nye må vente utanfor, også studentar.',
  unlock: 'Lås opp døra',
  unlockAbout: 'Nye slepp inn igjen.',
  closeChat: 'Steng samtalen',
  closeChatAbout: 'Det som er skrive, blir ståande.',
  openChat: 'Opne samtalen',
  openChatAbout: 'Alle kan skrive igjen.',
  aTeacher: 'Ein undervisar',
  spoken: {
    locked: (by) => `${by} har låst døra.`,
    unlocked: (by) => `${by} har låst opp døra.`,
    chatClosed: (by) => `${by} har stengt samtalen.`,
    chatOpened: (by) => `${by} har opna samtalen igjen.`,
  },
  done: {
    locked: 'Døra er låst.',
    unlocked: 'Døra er låst opp.',
    chatClosed: 'Samtalen er stengd.',
    chatOpened: 'Samtalen er open igjen.',
  },
  chatIsClosed: 'Samtalen er stengd no. Du kan lese.',
  chatIsClosedDraft: 'Samtalen er stengd no. Det du har skrive, ligg her til han blir opna igjen.',
  chatIsClosedTeachers: 'Samtalen er stengd for andre enn undervisarane. Du kan skrive.',
  wayToTeachers: 'Du kan framleis skrive til undervisarane.',
  sendRests: 'Samtalen er stengd',
  lockedSeen: 'Dei ser at du ventar, og kan sleppe deg inn.',
  lockedAlone: 'Ingen av dei er inne akkurat no. Dei ser deg når dei kjem.',
  lockedWait: 'Du treng ikkje gjere noko. Når døra blir låst opp, kjem du inn av deg sjølv.',
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'session-over': 'Økta er over.',
  },
};

const en: typeof nb = {
  lockedMark: 'Locked',
  lockedMarkAbout: 'The door is locked. Nobody new comes in.',
  standing: {
    locked: 'The door is locked. Nobody new comes in.',
    open: 'The door is open. If you lock it, whoever is new waits outside, students too.',
    chatClosed: 'The chat is closed for all but the teachers.',
    chatOpen: 'The chat is open. If you close it, what is written stays.',
  },
  title: 'Door and chat',
  lock: 'Lock the door',
  lockAbout: 'Whoever is new waits outside, students too.',
  unlock: 'Unlock the door',
  unlockAbout: 'Whoever is new comes in again.',
  closeChat: 'Close the chat',
  closeChatAbout: 'What is written stays.',
  openChat: 'Open the chat',
  openChatAbout: 'Everybody can write again.',
  aTeacher: 'A teacher',
  spoken: {
    locked: (by) => `${by} has locked the door.`,
    unlocked: (by) => `${by} has unlocked the door.`,
    chatClosed: (by) => `${by} has closed the chat.`,
    chatOpened: (by) => `${by} has opened the chat again.`,
  },
  done: {
    locked: 'The door is locked.',
    unlocked: 'The door is unlocked.',
    chatClosed: 'The chat is closed.',
    chatOpened: 'The chat is open again.',
  },
  chatIsClosed: 'The chat is closed now. You can read.',
  chatIsClosedDraft:
    'The chat is closed now. What you have written stays here until it is opened again.',
  chatIsClosedTeachers: 'The chat is closed for all but the teachers. You can write.',
  wayToTeachers: 'You can still write to the teachers.',
  sendRests: 'The chat is closed',
  lockedSeen: 'They see that you wait, and can let you in.',
  lockedAlone: 'None of them is in just now. They see you when they come.',
  lockedWait:
    'There is nothing you need to do. When the door is unlocked, you come in by yourself.',
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'session-over': 'The session is over.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
