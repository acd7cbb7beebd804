import type { Dictionary } from './language.ts';

/** Why there is no answer, as far as can be known: what a person can do about it differs. */
export type Trouble = 'no-net' | 'server' | 'no-answer';

/** `failed`: what a call came to. Only the device can say that the network is gone, and it is not always right. */
export function troubleOf(failed: string, deviceIsOnline: boolean): Trouble {
  if (!deviceIsOnline) return 'no-net';
  return failed === 'offline' ? 'no-answer' : 'server';
}

/**
 * A call that threw: nothing came, in time or at all, or what came is not ours (a proxy's page). Whether a slow server or a
 * slow line is why nothing came in time, the device cannot know.
 */
export function failureOf(thrown: unknown): 'offline' | 'try-again' {
  const isLate = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  return isLate || thrown instanceof TypeError ? 'offline' : 'try-again';
}

type Words = Readonly<Record<Trouble, { readonly title: string; readonly about: string }>> & {
  readonly tryNow: string;
};

const nb: Words = {
  'no-net': {
    title: 'Du er uten nett',
    about: 'Det du har skrevet, er trygt. Vi prøver igjen av oss selv når nettet er tilbake.',
  },
  server: {
    title: 'Mellom har vansker akkurat nå',
    about:
      'Det er hos oss, ikke nettet ditt. Det du har skrevet, er trygt. Vi prøver igjen av oss selv.',
  },
  'no-answer': {
    title: 'Vi får ikke kontakt med Mellom',
    about: 'Det du har skrevet, er trygt. Vi prøver igjen av oss selv.',
  },
  tryNow: 'Prøv nå',
};
const nn: Words = {
  'no-net': {
    title: 'Du er utan nett',
    about: 'Det du har skrive, er trygt. Vi prøver igjen av oss sjølve når nettet er tilbake.',
  },
  server: {
    title: 'Mellom har vanskar akkurat no',
    about:
      'Det er hos oss, ikkje nettet ditt. Det du har skrive, er trygt. Vi prøver igjen av oss sjølve.',
  },
  'no-answer': {
    title: 'Vi får ikkje kontakt med Mellom',
    about: 'Det du har skrive, er trygt. Vi prøver igjen av oss sjølve.',
  },
  tryNow: 'Prøv no',
};
const en: Words = {
  'no-net': {
    title: 'You are offline',
    about: 'What you have written is safe. We try again by ourselves when you are back online.',
  },
  server: {
    title: 'Mellom is in trouble just now',
    about:
      'It is on our side, not your connection. What you have written is safe. We keep trying by ourselves.',
  },
  'no-answer': {
    title: 'We cannot reach Mellom',
    about: 'What you have written is safe. We keep trying by ourselves.',
  },
  tryNow: 'Try now',
};

export const troubleWords: Dictionary<Words> = { nb, nn, en };
