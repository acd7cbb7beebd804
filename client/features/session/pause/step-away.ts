import type { PauseStore } from './pause-store.ts';

/** The heading of the screen that comes in place of the stage. */
export const PAUSE_TITLE = 'pause-title';
/** Marks what one steps away by, wherever the screen has it. */
const WAY_AWAY = '[data-pause] button';

/** By one press, and nothing is asked. What was pressed is gone then; what it brought stands in the middle. */
export function stepAway(pause: PauseStore): void {
  void pause.start();
  setTimeout(() => document.getElementById(PAUSE_TITLE)?.focus());
}

/** And back to where one stepped away from. */
export function comeBack(pause: PauseStore): void {
  void pause.comeBack();
  setTimeout(() => document.querySelector<HTMLElement>(WAY_AWAY)?.focus());
}
