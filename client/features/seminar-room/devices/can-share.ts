import type { Accessor } from 'solid-js';
import { createMediaQuery, TOUCH } from '../../../platform/media-query.ts';

/** Whether a screen can be shared from here at all: no phone does it from a browser. Cleaned up by Solid. */
export function createCanShare(): Accessor<boolean> {
  const touch = createMediaQuery(TOUCH);
  return () => !touch() && 'getDisplayMedia' in (navigator.mediaDevices ?? {});
}
