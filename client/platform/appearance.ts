import { createSignal } from 'solid-js';
import { keep, kept, whenKeptElsewhere } from './kept.ts';

/** What one can choose of how the pages look; the first of each is the usual. */
export const APPEARANCES = {
  textSize: ['usual', 'large', 'larger', 'largest'],
  font: ['usual', 'lexend', 'opendyslexic'],
  spacing: ['usual', 'wide'],
  /** `system` follows the device. */
  theme: ['system', 'light', 'dark'],
  motion: ['system', 'still'],
} as const;
type Kinds = typeof APPEARANCES;
export type AppearanceKind = keyof Kinds;
export type Appearance = { readonly [Kind in AppearanceKind]: Kinds[Kind][number] } & {
  readonly lowEnergy: boolean;
};

const KINDS = Object.keys(APPEARANCES) as AppearanceKind[];
const NAME = 'appearance';
const UNSENT = 'appearance-unsent';

/** What was kept, as far as it is a choice that there is. */
export function readAppearance(text: string | undefined): Appearance {
  const said = parsed(text);
  const chosen = KINDS.map((kind) => {
    const options: readonly string[] = APPEARANCES[kind];
    return [kind, options.find((option) => option === said[kind]) ?? options[0]];
  });
  return { ...Object.fromEntries(chosen), lowEnergy: said.lowEnergy === true } as Appearance;
}

function parsed(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isYes = (value: unknown): value is 'yes' => value === 'yes';
const keptHere = () => readAppearance(kept(NAME, isText));

const [appearance, setAppearance] = createSignal<Appearance>(keptHere(), {
  equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
});
whenKeptElsewhere(NAME, () => {
  setAppearance(keptHere());
  paintPage();
});

/** How the pages look here just now; a signal. */
export { appearance };

/** F79: sound alone, one column, no motion, larger text. */
export const lowEnergy = (): boolean => appearance().lowEnergy;

/** Shows everything so at once, and keeps it on this device for the next visit. */
export function showAppearance(shown: Appearance): void {
  setAppearance(shown);
  keep(NAME, JSON.stringify(shown));
  paintPage();
}

/** The same, chosen here by the one who reads: it waits to be told to the server. */
export function chooseAppearance(chosen: Partial<Appearance>): void {
  keep(UNSENT, 'yes');
  showAppearance({ ...appearance(), ...chosen });
}

/** Whether something was chosen here that the server has not been told. */
export const appearanceIsUnsent = (): boolean => kept(UNSENT, isYes) !== undefined;

/** The server knows it, or whoever chose it has gone. */
export const appearanceIsSent = (): void => keep(UNSENT, undefined);

/** Whether things may move: neither the device nor its owner has asked for stillness. */
export function mayMove(): boolean {
  if (!('window' in globalThis)) return true;
  const { motion, lowEnergy } = appearance();
  const asked = motion === 'still' || lowEnergy;
  return !asked && !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Writes it on `<html>`, where tokens.css reads it. Called before anything is drawn, and at every change. */
export function paintPage(): void {
  const { dataset } = document.documentElement;
  const now = appearance();
  for (const [kind, says] of Object.entries(marksOf(now))) {
    if (says === undefined) delete dataset[kind];
    else dataset[kind] = says;
  }
}

/** What `<html>` says of it: nothing where it is as usual. */
export function marksOf(now: Appearance): Readonly<Record<string, string | undefined>> {
  const chosen = (kind: AppearanceKind) =>
    now[kind] === APPEARANCES[kind][0] ? undefined : now[kind];
  return {
    ...{ text: chosen('textSize'), font: chosen('font'), spacing: chosen('spacing') },
    ...{ theme: chosen('theme'), motion: chosen('motion') },
    energy: now.lowEnergy ? 'low' : undefined,
  };
}
