import { isWaiting, type JoinState } from './join-state.ts';

/** What the screen reader has been told of the line so far. */
export type SpokenLine = {
  /** One has heard the others since one last came in anew. */
  readonly wasIn: boolean;
  /** An outage has been told, and not yet its end. */
  readonly lost: boolean;
};

/** `joined`: for the first time, or anew by a press. `lost` interrupts. `back`: an outage is over. */
type LineNews = 'joined' | 'lost' | 'back';

export const NOTHING_SPOKEN: SpokenLine = { wasIn: false, lost: false };

/**
 * What there is to say of the line, and what is known to have been said then. An outage goes through many states, and
 * through a first join when the server has told of it, and is said once when it is noticed and once when it is over.
 */
export function speakOfLine(
  told: SpokenLine,
  status: JoinState['status'],
  /** The line has been gone for long enough to be told. */
  gone: boolean,
): { readonly told: SpokenLine; readonly news?: LineNews } {
  if (status === 'in-room') {
    const now = { wasIn: true, lost: false };
    if (!told.wasIn) return { told: now, news: 'joined' };
    return told.lost ? { told: now, news: 'back' } : { told: now };
  }
  // Locked out, elsewhere or ended, one comes in anew, and silent.
  if (!isWaiting({ status })) return { told: NOTHING_SPOKEN };
  if (gone && !told.lost) return { told: { ...told, lost: true }, news: 'lost' };
  // That there is no media server is said in words of its own.
  return { told: { ...told, lost: told.lost || (told.wasIn && status === 'unavailable') } };
}
