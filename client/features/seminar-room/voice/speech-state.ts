import type { Breakout } from '#shared/features/session/breakout/model.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { BreakoutId } from '#shared/kernel/ids.ts';

/** Whether a teacher speaks into breakouts from outside them, and into which. */
export type SpeechState =
  | { readonly status: 'silent' }
  /** The lines are on their way: nobody hears anything yet. */
  | { readonly status: 'opening'; readonly to: readonly BreakoutId[] }
  | { readonly status: 'on-air'; readonly to: readonly BreakoutId[] };

export type SpeechEvent =
  | { readonly type: 'pressed'; readonly to: readonly BreakoutId[] }
  /** These rooms hear it; a room that no line came up to does not. */
  | { readonly type: 'heard'; readonly by: readonly BreakoutId[] }
  | { readonly type: 'line-ended'; readonly of: BreakoutId }
  | { readonly type: 'stopped' };

export const SILENT: SpeechState = { status: 'silent' };

/** What comes next. Only a press opens anything; with the last line goes the speech. */
export function nextSpeech(state: SpeechState, event: SpeechEvent): SpeechState {
  switch (event.type) {
    case 'pressed':
      if (state.status !== 'silent' || event.to.length === 0) return state;
      return { status: 'opening', to: event.to };
    case 'heard':
      if (state.status !== 'opening') return state;
      return event.by.length > 0 ? { status: 'on-air', to: event.by } : SILENT;
    case 'line-ended': {
      if (state.status !== 'on-air') return state;
      const to = state.to.filter((one) => one !== event.of);
      return to.length > 0 ? { status: 'on-air', to } : SILENT;
    }
    case 'stopped':
      return SILENT;
    default:
      return assertNever(event);
  }
}

/** The rooms that are chosen when another is pressed: as many as one voice reaches, and only those that there are. */
export function chooseRoom(
  chosen: readonly BreakoutId[],
  room: BreakoutId,
  on: boolean,
  max: number,
): readonly BreakoutId[] {
  const others = chosen.filter((one) => one !== room);
  return on && others.length < max ? [...others, room] : others;
}

/** The rooms where somebody hears what is said: an empty one takes up none of those that a voice reaches. */
export const occupied = (
  rooms: readonly Pick<Breakout, 'id' | 'inside'>[],
): readonly BreakoutId[] => rooms.filter(({ inside }) => inside.length > 0).map(({ id }) => id);
