import type { ImageId } from '#shared/kernel/ids.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Whether a text names a picture of ours. Anything else was not put in by us, and may not become an address. */
export function isImageId(value: unknown): value is ImageId {
  return typeof value === 'string' && UUID.test(value);
}
