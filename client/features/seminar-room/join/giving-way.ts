import { createEffect, createSignal } from 'solid-js';
import type { OwnSources } from '../own-sources.ts';

type Given =
  /** Pictures wait. `camera`: one's own went off with them. */
  | { readonly status: 'waiting'; readonly camera: boolean; readonly putAway: boolean }
  /** They are shown again, and one's own camera is off as long as nobody presses. */
  | { readonly status: 'camera-off' };

export type GivingWay = ReturnType<typeof createGivingWay>;

/** Pictures that give way to sound on a poor line, both ways (F6). What was turned off by it comes on by a press alone. */
export function createGivingWay(
  own: Pick<OwnSources, 'wanted' | 'soundOnly'>,
  /** Whether there are pictures to be had, now or when the line has mended itself. */
  stays: () => boolean,
) {
  const [given, set] = createSignal<Given>();
  const cameraIsOff = () => !own.wanted('camera');
  // Once pressed on again it is its person's, also when it goes off for another reason.
  createEffect(() => {
    if (cameraIsOff()) return;
    set((now) => (now?.status === 'waiting' ? { ...now, camera: false } : undefined));
  });
  return {
    poor: () => given()?.status === 'waiting',
    /** What is to be said of it; undefined when nothing is. */
    says: (): 'waiting' | 'waiting-camera-too' | 'camera-off' | undefined => {
      const now = stays() ? given() : undefined;
      if (now?.status === 'camera-off') return cameraIsOff() ? 'camera-off' : undefined;
      if (!now || now.putAway) return undefined;
      return now.camera && cameraIsOff() ? 'waiting-camera-too' : 'waiting';
    },
    giveWay() {
      const isOn = own.wanted('camera');
      own.soundOnly();
      // Last, so that why the camera went off is what a screen reader says.
      set((now) => {
        const wentBefore = now?.status === 'camera-off' || (now?.camera ?? false);
        return { status: 'waiting', camera: isOn || wentBefore, putAway: false };
      });
    },
    /** Somebody wants to see pictures again, or chose sound alone. */
    end(pictures: boolean) {
      set((now) => {
        const cameraWent = now?.status === 'camera-off' || now?.camera;
        return pictures && cameraWent && cameraIsOff() ? { status: 'camera-off' } : undefined;
      });
    },
    putAway() {
      set((now) => (now?.status === 'waiting' ? { ...now, putAway: true } : undefined));
    },
  };
}
