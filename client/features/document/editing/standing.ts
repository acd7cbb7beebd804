import type { DocumentLine, SaveState } from '../../../platform/document-line.ts';
import type { OpenDocument } from './open-document.ts';

/** What the screen says of an open document, in a word or a line. */
export type Standing =
  | 'connecting'
  | 'saved'
  | 'saving'
  | 'offline'
  | 'offline-reading'
  | 'not-saved'
  | 'reading';

/**
 * `shown`: whether the text itself is on the screen. Nobody can tell that what they do not see is saved. `blinks`: the line was
 * whole a moment ago, and is not worth a word yet.
 */
export function standingOf(
  line: DocumentLine,
  save: SaveState,
  mayWrite: boolean,
  shown: boolean,
  blinks = false,
): Standing {
  if (line.status === 'offline' && blinks && !line.shut) {
    return standingOf({ status: 'whole' }, save === 'saved' ? save : 'saving', mayWrite, shown);
  }
  if (save === 'not-saved') return 'not-saved';
  switch (line.status) {
    case 'connecting':
      return 'connecting';
    case 'offline':
      if (line.shut) return 'connecting';
      return mayWrite || save !== 'saved' ? 'offline' : 'offline-reading';
    case 'whole':
      if (save === 'saving') return 'saving';
      if (!shown) return 'connecting';
      return mayWrite ? 'saved' : 'reading';
    case 'refused':
    case 'gone':
      return 'reading';
    default:
      return line satisfies never;
  }
}

/** How an open document stands now. Tracked, where it is read by what is drawn. */
export function standingIn(open: OpenDocument, shown: boolean): Standing {
  const provider = open.provider();
  return standingOf(provider.line(), provider.save(), open.mayWrite(), shown, open.blinks());
}

const ILL: ReadonlySet<Standing> = new Set(['offline', 'offline-reading', 'not-saved']);

/** Whether it is something to know of, rather than the way of things. */
export const isIll = (standing: Standing): boolean => ILL.has(standing);

/**
 * What a screen reader hears: that something is not as it should be, and that it is well again. Every keystroke goes
 * through "Lagrer …" and "Lagret", and nobody needs to hear that. Call it with each standing, in their order.
 */
export function makeListener(): (now: Standing) => 'ill' | 'back' | false {
  let told: Standing | undefined;
  return (now) => {
    if (ILL.has(now)) {
      if (told === now) return false;
      told = now;
      return 'ill';
    }
    if (now !== 'saved' && now !== 'reading') return false;
    const wasIll = told !== undefined;
    told = undefined;
    return wasIll ? 'back' : false;
  };
}
