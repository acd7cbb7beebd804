import type { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import type { RefusalOf } from '#shared/wire/contract.ts';
import type { Dictionary } from '../../../platform/language.ts';

type Refusals = Readonly<
  Record<RefusalOf<typeof endSession> | RefusalOf<typeof undoEnding>, string>
>;

const nb = {
  end: 'Avslutt økten for alle',
  endAbout: 'Alle går ut om ti sekunder. Du kan angre.',
  ending: 'Økten avsluttes.',
  endingAbout: (by: string) => `${by} avslutter for alle.`,
  youEnd: 'Økten avsluttes for alle.',
  secondsLeft: (count: number) => `${count} s igjen`,
  undo: 'Angre',
  aTeacher: 'Underviseren',
  spoken: {
    ending: (seconds: number) => `Økten avsluttes om ${seconds} sekunder.`,
    undone: 'Økten går videre.',
  },
  refusals: {
    'not-joined': 'Du er ikke inne i økten. Bli med igjen først.',
    'session-over': 'Økten er avsluttet.',
  } satisfies Refusals,
};

const nn: typeof nb = {
  end: 'Avslutt økta for alle',
  endAbout: 'Alle går ut om ti sekund. Du kan angre.',
  ending: 'Økta blir avslutta.',
  endingAbout: (by) => `${by} avsluttar for alle.`,
  youEnd: 'Økta blir avslutta for alle.',
  secondsLeft: (count) => `${count} s igjen`,
  undo: 'Angre',
  aTeacher: 'Undervisaren',
  spoken: {
    ending: (seconds) => `Økta blir avslutta om ${seconds} sekund.`,
    undone: 'Økta går vidare.',
  },
  refusals: {
    'not-joined': 'Du er ikkje inne i økta. Bli med igjen først.',
    'session-over': 'Økta er avslutta.',
  },
};

const en: typeof nb = {
  end: 'End the session for everybody',
  endAbout: 'Everybody leaves in ten seconds. You can undo it.',
  ending: 'The session is ending.',
  endingAbout: (by) => `${by} is ending it for everybody.`,
  youEnd: 'The session is ending for everybody.',
  secondsLeft: (count) => `${count} s left`,
  undo: 'Undo',
  aTeacher: 'The teacher',
  spoken: {
    ending: (seconds) => `The session ends in ${seconds} seconds.`,
    undone: 'The session goes on.',
  },
  refusals: {
    'not-joined': 'You are not in the session. Join again first.',
    'session-over': 'The session has ended.',
  },
};

export const words: Dictionary<typeof nb> = { nb, nn, en };
