import { createSignal } from 'solid-js';
import type { BlurTrouble } from '../../../platform/blur/background-blur.ts';
import { keep, kept, whenKeptElsewhere } from '../../../platform/kept.ts';
import type { PictureChange } from '../../../platform/media-line.ts';
import { TOUCH } from '../../../platform/media-query.ts';

/** How it stands with the blurred background on this device. */
export type BlurState =
  | { readonly status: 'off' }
  /** Chosen: used as soon as a camera is on. It never turns one on. */
  | { readonly status: 'chosen' }
  /** What it takes is being fetched, from our own origin. `fetched` is from 0 to 1. */
  | { readonly status: 'loading'; readonly fetched: number }
  | { readonly status: 'blurring' }
  /** It is chosen still. The camera stays off until its person chooses to be shown without: `shown`, in this tab alone. */
  | { readonly status: 'cannot'; readonly why: BlurTrouble; readonly shown: boolean };

const isOn = (value: unknown): value is 'on' => value === 'on';
const [state, setState] = createSignal<BlurState>({
  status: kept('blur', isOn) && !matchMedia(TOUCH).matches ? 'chosen' : 'off',
});

// Chosen in another tab, as in the device check. That it was turned off there says nothing of the picture that is sent from here.
whenKeptElsewhere('blur', () => {
  if (kept('blur', isOn) && !matchMedia(TOUCH).matches && !blurWanted())
    setState({ status: 'chosen' });
});

export const blurState = state;

/** Whether a camera's background is to be blurred. */
export const blurWanted = (): boolean => state().status !== 'off' && state().status !== 'cannot';

/** Whether its person has chosen so, also where it cannot be. */
export function blurChosen(): boolean {
  const now = state();
  return now.status === 'cannot' ? !now.shown : now.status !== 'off';
}

/** Whether a camera is not turned on: it was to be blurred, and cannot be. */
export function cameraIsKeptOff(): boolean {
  const now = state();
  return now.status === 'cannot' && !now.shown;
}

/** What could not be fetched is worth another try. */
export function tryBlurAgain(): void {
  const now = state();
  if (now.status === 'cannot' && now.why === 'fetch' && !now.shown) setState({ status: 'chosen' });
}

/** Its person would rather be shown without. */
export function showWithoutBlur(): void {
  const now = state();
  if (now.status === 'cannot') setState({ ...now, shown: true });
}

/** Ends the wait for a blur that is being fetched. */
let abandon: (() => void) | undefined;

export function chooseBlur(wanted: boolean): void {
  abandon?.();
  keep('blur', wanted ? 'on' : undefined);
  setState({ status: wanted ? 'chosen' : 'off' });
}

/** It is chosen still, on this device: nobody's room is shown next time because a machine was slow today. */
function giveUp(why: BlurTrouble): void {
  setState({ status: 'cannot', why, shown: false });
}

/**
 * Blurs what is behind a person. `failed` hears of a picture that has stopped under way: the camera must go off with it,
 * since nobody's room is to be shown because a machine was slow.
 */
export function makeBlur(failed: () => void): PictureChange {
  return async (camera) => {
    setState({ status: 'loading', fetched: 0 });
    const { BlurFailure, blurCamera } = await import(
      '../../../platform/blur/background-blur.ts'
    ).catch((error: unknown) => {
      giveUp('fetch');
      throw error;
    });
    const opening = blurCamera(camera, {
      fetched: (part) => {
        if (state().status === 'loading') setState({ status: 'loading', fetched: part });
      },
      failed(why) {
        giveUp(why);
        failed();
      },
    });
    const abandoned = new Promise<never>((_, refuse) => {
      abandon = () => refuse(new Abandoned());
    });
    try {
      const blurred = await Promise.race([opening, abandoned]);
      setState({ status: 'blurring' });
      return {
        ...blurred,
        stop() {
          blurred.stop();
          if (state().status === 'blurring') setState({ status: 'chosen' });
        },
      };
    } catch (error) {
      if (error instanceof Abandoned)
        void opening.then(
          (late) => late.stop(),
          () => undefined,
        );
      else giveUp(error instanceof BlurFailure ? error.trouble : 'browser');
      throw error;
    } finally {
      abandon = undefined;
    }
  };
}

/** Somebody has changed their mind while it was being fetched. */
class Abandoned extends Error {}
