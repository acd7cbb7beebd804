import type { Instant } from '#shared/kernel/duration.ts';
import type { DeviceStore } from './device-store.ts';
import { fromBase64, toBase64 } from './document-copy.ts';

/** Some hundred pictures: small beside what a telephone holds, and more than the documents that one goes back to show. */
const PICTURE_BYTES_MAX = 64 * 1024 * 1024;
/** Which of two was seen last matters by the hour: noting it costs a write. */
const SEEN_ANEW_MS = 60 * 60 * 1000;

/** Kept apart from the picture, so that finding the least recently seen opens none of them. */
type Mark = {
  readonly bytes: number;
  readonly seenAt: Instant;
  /** False while it is being put here. */
  readonly whole: boolean;
};

const marksIn = async (store: DeviceStore) =>
  (await store.all('picture-marks')) as ReadonlyMap<string, Mark>;

/** Notes that a picture is being seen. @returns whether it lies here */
export async function seePicture(store: DeviceStore, name: string, now: Instant): Promise<boolean> {
  const mark = (await store.get('picture-marks', name)) as Mark | undefined;
  if (!mark?.whole) return false;
  if (now - mark.seenAt >= SEEN_ANEW_MS)
    await store.put('picture-marks', name, { ...mark, seenAt: now } satisfies Mark);
  return true;
}

/** Keeps a picture, and drops those that nobody has seen for longest when all together are too many. */
export async function keepPicture(
  store: DeviceStore,
  name: string,
  bytes: Uint8Array,
  now: Instant,
  bytesMax = PICTURE_BYTES_MAX,
): Promise<void> {
  if (bytes.length > bytesMax) return;
  // The mark first: whatever happens in between, nothing lies here that is not counted, and not taken away with the rest.
  const mark: Mark = { bytes: bytes.length, seenAt: now, whole: false };
  await store.put('picture-marks', name, mark);
  await store.put('pictures', name, toBase64(bytes));
  await store.put('picture-marks', name, { ...mark, whole: true } satisfies Mark);
  const marks = [...(await marksIn(store))].sort(([, a], [, b]) => a.seenAt - b.seenAt);
  let over = marks.reduce((sum, [, mark]) => sum + mark.bytes, 0) - bytesMax;
  for (const [oldest, mark] of marks) {
    if (over <= 0) return;
    await forgetPicture(store, oldest);
    over -= mark.bytes;
  }
}

export async function keptPicture(
  store: DeviceStore,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await store.get('pictures', name);
  return typeof kept === 'string' ? fromBase64(kept) : undefined;
}

/** Those whose name begins so. */
export async function forgetPictures(store: DeviceStore, beginning: string): Promise<void> {
  for (const name of (await marksIn(store)).keys())
    if (name.startsWith(beginning)) await forgetPicture(store, name);
}

/** The picture first: without its mark it would be counted by nobody. */
async function forgetPicture(store: DeviceStore, name: string): Promise<void> {
  await store.remove('pictures', name);
  await store.remove('picture-marks', name);
}
