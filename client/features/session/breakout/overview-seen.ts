import { createSignal, onCleanup } from 'solid-js';

const [seen, setSeen] = createSignal(0);

/** Whether the overview is on the stage: what it shows of those who wait is not shown over it too. */
export const overviewIsSeen = (): boolean => seen() > 0;

const [asked, ask] = createSignal(0);

/** Grows when the overview is asked for, in place of what else the stage can show. */
export const overviewAsked: () => number = asked;
export const askForOverview = (): void => void ask((times) => times + 1);

/** Where whoever has just split the session goes on. */
export const OVERVIEW_TITLE = 'overview-title';

/** From where the overview is made, for as long as it is there. */
export function noteOverview(): void {
  setSeen((count) => count + 1);
  onCleanup(() => setSeen((count) => count - 1));
}
