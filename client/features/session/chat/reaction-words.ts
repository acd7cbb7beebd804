import type { MessageReaction } from '#shared/features/session/chat/model.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type Labels = Readonly<Record<MessageReaction, string>>;
type Said = Readonly<Record<MessageReaction, (count: number) => string>>;

const nb = {
  react: 'Reager',
  about: (name: string) => `Reaksjoner på meldingen fra ${name}`,
  showWho: 'Vis hvem',
  who: (label: string, names: string) => `${label}: ${names}`,
  you: 'du',
  notSent: 'Reaksjonen er ikke sendt ennå. Den ligger på denne enheten.',
  /** As one says it. */
  labels: {
    recognise: 'Kjenner meg igjen',
    agree: 'Enig',
    thanks: 'Takk',
    warmth: 'Varm tanke',
    thinking: 'Tenker på det',
    glad: 'Ble glad',
  } satisfies Labels as Labels,
  /** As it is told of others. */
  said: {
    recognise: (count) => `${count} kjenner seg igjen`,
    agree: (count) => plural('nb', count, { one: '1 er enig', other: `${count} er enige` }),
    thanks: (count) => `${count} takker`,
    warmth: (count) => `${count} sender en varm tanke`,
    thinking: (count) => `${count} tenker på det`,
    glad: (count) => plural('nb', count, { one: '1 ble glad', other: `${count} ble glade` }),
  } satisfies Said as Said,
  spokenOne: (name: string, label: string) => `${name} reagerte på meldingen din: ${label}`,
  spokenMany: (count: number) => `${count} nye reaksjoner på meldingene dine`,
};

const nn: typeof nb = {
  react: 'Reager',
  about: (name) => `Reaksjonar på meldinga frå ${name}`,
  showWho: 'Vis kven',
  who: (label, names) => `${label}: ${names}`,
  you: 'du',
  notSent: 'Reaksjonen er ikkje send enno. Han ligg på denne eininga.',
  labels: {
    recognise: 'Kjenner meg att',
    agree: 'Samd',
    thanks: 'Takk',
    warmth: 'Varm tanke',
    thinking: 'Tenkjer på det',
    glad: 'Vart glad',
  },
  said: {
    recognise: (count) => `${count} kjenner seg att`,
    agree: (count) => plural('nn', count, { one: '1 er samd', other: `${count} er samde` }),
    thanks: (count) => `${count} takkar`,
    warmth: (count) => `${count} sender ein varm tanke`,
    thinking: (count) => `${count} tenkjer på det`,
    glad: (count) => plural('nn', count, { one: '1 vart glad', other: `${count} vart glade` }),
  },
  spokenOne: (name, label) => `${name} reagerte på meldinga di: ${label}`,
  spokenMany: (count) => `${count} nye reaksjonar på meldingane dine`,
};

const en: typeof nb = {
  react: 'React',
  about: (name) => `Reactions to the message from ${name}`,
  showWho: 'Show who',
  who: (label, names) => `${label}: ${names}`,
  you: 'you',
  notSent: 'The reaction is not sent yet. It is kept on this device.',
  labels: {
    recognise: 'I know that feeling',
    agree: 'Agree',
    thanks: 'Thank you',
    warmth: 'Warm thought',
    thinking: 'Thinking about it',
    glad: 'Made me glad',
  },
  said: {
    recognise: (count) =>
      plural('en', count, { one: '1 knows that feeling', other: `${count} know that feeling` }),
    agree: (count) => plural('en', count, { one: '1 agrees', other: `${count} agree` }),
    thanks: (count) =>
      plural('en', count, { one: '1 says thank you', other: `${count} say thank you` }),
    warmth: (count) =>
      plural('en', count, {
        one: '1 sends a warm thought',
        other: `${count} send a warm thought`,
      }),
    thinking: (count) =>
      plural('en', count, {
        one: '1 is thinking about it',
        other: `${count} are thinking about it`,
      }),
    glad: (count) =>
      plural('en', count, { one: '1 was made glad', other: `${count} were made glad` }),
  },
  spokenOne: (name, label) => `${name} reacted to your message: ${label}`,
  spokenMany: (count) => `${count} new reactions to your messages`,
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
