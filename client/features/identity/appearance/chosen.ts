import { APPEARANCES, type Appearance, type AppearanceKind } from '../../../platform/appearance.ts';
import type { words } from './words.ts';

const KINDS = Object.keys(APPEARANCES) as readonly AppearanceKind[];

/** Nothing is chosen; low energy is a switch of its own. */
export const isUsual = (now: Appearance): boolean =>
  KINDS.every((kind) => now[kind] === APPEARANCES[kind][0]);

/** What is chosen, in a few words. */
export function chosenInWords(now: Appearance, t: (typeof words)['nb']): string {
  const said = KINDS.map((kind) => {
    const each: Readonly<Record<string, string>> = t.chosen[kind];
    return each[now[kind]] ?? '';
  }).filter((one) => one !== '');
  if (said.length === 0) return t.asUsual;
  const all = said.join(', ');
  return all.charAt(0).toUpperCase() + all.slice(1);
}
