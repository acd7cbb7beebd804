import { createSignal } from 'solid-js';
import { keep, kept } from '../../../platform/kept.ts';

export const SIZES = ['normal', 'large', 'largest'] as const;
export const COLOURS = ['light-on-dark', 'dark-on-light', 'yellow-on-black'] as const;
export const PLACES = ['under', 'over', 'panel'] as const;
/** Under what is on the stage, over it, or in the panel, where there is one beside it. */
export type Place = (typeof PLACES)[number];

const YES = ['yes'] as const;

/** How one person reads captions, on this device: whether, how large, in which colours, where, and whether they are read out. */
export function createReadingChoice() {
  const [on, setOn] = createChoice('captions', YES);
  const [size, setSize] = createChoice('captions-size', SIZES);
  const [colours, setColours] = createChoice('captions-colours', COLOURS);
  const [place, setPlace] = createChoice('captions-place', PLACES);
  const [aloud, setAloud] = createChoice('captions-aloud', YES);
  return {
    on: () => on() === 'yes',
    turn: (wanted: boolean) => setOn(wanted ? 'yes' : undefined),
    size: () => size() ?? 'normal',
    setSize,
    colours: () => colours() ?? 'light-on-dark',
    setColours,
    place: () => place() ?? 'under',
    setPlace,
    /** Said by a screen reader as each line is done. */
    aloud: () => aloud() === 'yes',
    readAloud: (wanted: boolean) => setAloud(wanted ? 'yes' : undefined),
  };
}

function createChoice<Value extends string>(name: string, all: readonly Value[]) {
  const is = (value: unknown): value is Value => all.includes(value as Value);
  const [chosen, setChosen] = createSignal<Value | undefined>(kept(name, is));
  const choose = (value: Value | undefined) => {
    setChosen(() => value);
    keep(name, value);
  };
  return [chosen, choose] as const;
}
