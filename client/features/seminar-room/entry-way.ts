import { createSignal } from 'solid-js';
import { keep, kept } from '../../platform/kept.ts';

/** How one wishes to be there: with everything, without pictures, or without being heard and seen. */
export const ENTRY_WAYS = ['see', 'sound', 'listen'] as const;
export type EntryWay = (typeof ENTRY_WAYS)[number];
const isWay = (value: unknown): value is EntryWay => ENTRY_WAYS.includes(value as EntryWay);

const [chosen, setChosen] = createSignal<EntryWay>(kept('way', isWay) ?? 'see');

/** What was chosen on this device before entry, the last time. Microphone and camera are off in every one of them (F2). */
export const entryWay = chosen;

/** Chooses for the next entry too. */
export function chooseEntryWay(way: EntryWay): void {
  setChosen(way);
  keep('way', way);
}
