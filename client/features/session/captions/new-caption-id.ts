import { type CaptionId, uuidV7 } from '#shared/kernel/ids.ts';

/** A line of one's own, which nobody else has begun. */
export const newCaptionId = (): CaptionId =>
  uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
