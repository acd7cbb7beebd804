import type { Reaction } from '#shared/features/session/reaction/model.ts';
import { type Dictionary, plural } from '../../../platform/language.ts';

type Named = Readonly<Record<Reaction, string>>;
type Said = Readonly<Record<Reaction, (who: string, count: number) => string>>;

const nb = {
  react: 'Reager',
  reactAbout: 'Alle ser det en kort stund. Det lagres ikke.',
  close: 'Lukk',
  names: {
    clap: 'Klapp',
    agree: 'Enig',
    heart: 'Varme',
    laugh: 'Latter',
    wonder: 'Lurer',
    cheer: 'Hurra',
  } as Named,
  slower: 'Saktere, takk',
  slowerAbout: 'Underviserne ser at noen ber om det, men ikke hvem.',
  slowerSent: 'Underviserne ser at noen vil ha det saktere.',
  wait: 'Vent litt før du reagerer igjen.',
  notShown: 'Det ble ikke vist. Prøv igjen om litt.',
  showOthers: 'Vis reaksjoner fra andre',
  showOthersAbout: 'Gjelder bare deg, på denne enheten.',
  someone: (count: number) => plural('nb', count, { one: 'Én', other: `${count}` }),
  said: {
    clap: (who: string) => `${who} klapper`,
    agree: (who: string, count: number) => `${who} er ${count === 1 ? 'enig' : 'enige'}`,
    heart: (who: string) => `${who} sender varme`,
    laugh: (who: string) => `${who} ler`,
    wonder: (who: string) => `${who} lurer`,
    cheer: (who: string) => `${who} jubler`,
  } as Said,
  pace: 'Tempo',
  wantSlower: (count: number) =>
    plural('nb', count, {
      one: '1 vil ha det saktere.',
      other: `${count} vil ha det saktere.`,
    }),
  lastMinute: 'Det siste minuttet.',
};

const nn: typeof nb = {
  react: 'Reager',
  reactAbout: 'Alle ser det ei kort stund. Det blir ikkje lagra.',
  close: 'Lukk',
  names: {
    clap: 'Klapp',
    agree: 'Einig',
    heart: 'Varme',
    laugh: 'Latter',
    wonder: 'Lurer',
    cheer: 'Hurra',
  },
  slower: 'Saktare, takk',
  slowerAbout: 'Undervisarane ser at nokon ber om det, men ikkje kven.',
  slowerSent: 'Undervisarane ser at nokon vil ha det saktare.',
  wait: 'Vent litt før du reagerer igjen.',
  notShown: 'Det vart ikkje vist. Prøv igjen om litt.',
  showOthers: 'Vis reaksjonar frå andre',
  showOthersAbout: 'Gjeld berre deg, på denne eininga.',
  someone: (count) => plural('nn', count, { one: 'Éin', other: `${count}` }),
  said: {
    clap: (who) => `${who} klappar`,
    agree: (who, count) => `${who} er ${count === 1 ? 'einig' : 'einige'}`,
    heart: (who) => `${who} sender varme`,
    laugh: (who) => `${who} ler`,
    wonder: (who) => `${who} lurer`,
    cheer: (who) => `${who} jublar`,
  },
  pace: 'Tempo',
  wantSlower: (count) =>
    plural('nn', count, {
      one: '1 vil ha det saktare.',
      other: `${count} vil ha det saktare.`,
    }),
  lastMinute: 'Det siste minuttet.',
};

const en: typeof nb = {
  react: 'React',
  reactAbout: 'Everybody sees it for a moment. It is not stored.',
  close: 'Close',
  names: {
    clap: 'Clap',
    agree: 'Agree',
    heart: 'Warmth',
    laugh: 'Laugh',
    wonder: 'Wonder',
    cheer: 'Hurray',
  },
  slower: 'Slower, please',
  slowerAbout: 'The teachers see that somebody asks for it, but not who.',
  slowerSent: 'The teachers see that somebody wants it slower.',
  wait: 'Wait a little before you react again.',
  notShown: 'It was not shown. Try again in a while.',
  showOthers: 'Show reactions from others',
  showOthersAbout: 'Only for you, on this device.',
  someone: (count) => plural('en', count, { one: 'One', other: `${count}` }),
  said: {
    clap: (who, count) => `${who} ${count === 1 ? 'claps' : 'clap'}`,
    agree: (who, count) => `${who} ${count === 1 ? 'agrees' : 'agree'}`,
    heart: (who, count) => `${who} ${count === 1 ? 'sends' : 'send'} warmth`,
    laugh: (who, count) => `${who} ${count === 1 ? 'laughs' : 'laugh'}`,
    wonder: (who, count) => `${who} ${count === 1 ? 'wonders' : 'wonder'}`,
    cheer: (who, count) => `${who} ${count === 1 ? 'cheers' : 'cheer'}`,
  },
  pace: 'Pace',
  wantSlower: (count) =>
    plural('en', count, {
      one: '1 wants it slower.',
      other: `${count} want it slower.`,
    }),
  lastMinute: 'In the last minute.',
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
