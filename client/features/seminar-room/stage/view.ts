import { type Accessor, createEffect, createSignal, on } from 'solid-js';
import { lowEnergy } from '../../../platform/appearance.ts';
import { keep, kept } from '../../../platform/kept.ts';
import { chooseEntryWay, entryWay } from '../entry-way.ts';
import type { GivingWay } from '../join/giving-way.ts';
import type { OwnSources } from '../own-sources.ts';

export const VIEWS = ['speaker', 'grid', 'sheet', 'sound'] as const;
/** Whoever speaks large, all alike, the sheet beside faces, or sound only. */
export type View = (typeof VIEWS)[number];
const isView = (value: unknown): value is View => VIEWS.includes(value as View);

/** Why one sees what one sees. */
export type Wishes = {
  readonly chosen: View;
  /** Wanted for as long as one is in the room where it was. */
  readonly forNow: View | undefined;
  /** Pictures give way to sound on a poor line. */
  readonly poor: boolean;
  readonly lowEnergy: boolean;
  /** In low energy: one has asked for pictures this time. */
  readonly picturesOnce: boolean;
};

/** Sound alone goes before what else was chosen; F79: in low energy it is what one has until one asks. */
export function viewOf(now: Wishes): View {
  const soundAlone = now.poor || now.chosen === 'sound' || (now.lowEnergy && !now.picturesOnce);
  return soundAlone ? 'sound' : (now.forNow ?? now.chosen);
}

/** Whoever asked for sound alone before entry has that; else the view is the last one chosen. */
function firstView(): View {
  const last = kept('view', isView) ?? 'speaker';
  if (entryWay() !== 'see') return 'sound';
  return last === 'sound' ? 'speaker' : last;
}

/** What one person sees of the others, and how they choose it. */
export function createView(parts: {
  readonly givingWay: GivingWay;
  readonly own: Pick<OwnSources, 'soundOnly'>;
  /** The breakout that one is in. */
  readonly place: Accessor<unknown>;
}) {
  const { givingWay, own, place } = parts;
  const [chosen, setChosen] = createSignal<View>(firstView());
  const [forNow, setForNow] = createSignal<View>();
  const [picturesOnce, setPicturesOnce] = createSignal(false);
  createEffect(on(place, () => setForNow(undefined), { defer: true }));
  createEffect(
    on(
      lowEnergy,
      (low) => {
        setPicturesOnce(false);
        if (low) own.soundOnly();
      },
      { defer: true },
    ),
  );
  const choose = (next: View) => {
    givingWay.end(next !== 'sound');
    setForNow(undefined);
    setChosen(next);
    setPicturesOnce(next !== 'sound');
    if (next === 'sound') own.soundOnly();
    // Chosen for this time: low energy has been chosen once and for all.
    if (lowEnergy()) return;
    keep('view', next);
    // One choice, wherever it is made: the next entry is as this one was left.
    if (entryWay() !== 'listen') chooseEntryWay(next === 'sound' ? 'sound' : 'see');
  };
  const lowNow = () => lowEnergy() && !picturesOnce();
  return {
    view: (): View =>
      viewOf({
        ...{ chosen: chosen(), forNow: forNow(), poor: givingWay.poor() },
        ...{ lowEnergy: lowEnergy(), picturesOnce: picturesOnce() },
      }),
    choose,
    /** Low energy holds the pictures back, and nothing else does. */
    heldBack: () => lowNow() && !givingWay.poor() && chosen() !== 'sound',
    /** One's own camera is not among the first things offered. */
    cameraAside: lowNow,
    sheetStands: () => (forNow() ?? chosen()) === 'sheet',
    showSheetForNow: () => setForNow('sheet'),
    showPictures: () => {
      if (chosen() === 'sound') return choose('speaker');
      setPicturesOnce(true);
      givingWay.end(true);
    },
  };
}
