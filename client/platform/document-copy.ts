import type { Instant } from '#shared/kernel/duration.ts';
import type { DeviceStore } from './device-store.ts';

/** A document as it lies on this device. */
export type DocumentCopy = {
  /** The whole of it, as one Yjs update. */
  readonly state: Uint8Array;
  /** What of it the server has not said that it stored; null when that is nothing. */
  readonly unsaved: Uint8Array | null;
  /** When the server last answered for it. */
  readonly contactAt: Instant;
};

type Written = {
  readonly state: string;
  readonly unsaved: string | null;
  readonly contactAt: Instant;
};

/** How long a copy can be read and written without hearing from the server (docs/promises.md §1). */
export const COPY_LASTS_MS = 14 * 24 * 60 * 60 * 1000;

export async function keepCopy(
  store: DeviceStore,
  name: string,
  copy: DocumentCopy,
): Promise<void> {
  const written: Written = {
    state: toBase64(copy.state),
    unsaved: copy.unsaved && toBase64(copy.unsaved),
    contactAt: copy.contactAt,
  };
  await store.put('documents', name, written);
}

export async function keptCopy(
  store: DeviceStore,
  name: string,
): Promise<DocumentCopy | undefined> {
  const written = (await store.get('documents', name)) as Written | undefined;
  return (
    written && {
      state: fromBase64(written.state),
      unsaved: written.unsaved === null ? null : fromBase64(written.unsaved),
      contactAt: written.contactAt,
    }
  );
}

/** The changes that a kept thing holds and the server may not have; undefined for one that holds none, or is no copy. */
export function unsavedOf(kept: unknown): Uint8Array | undefined {
  const { unsaved } = kept as Partial<Written>;
  return typeof unsaved === 'string' ? fromBase64(unsaved) : undefined;
}

export const forgetCopy = (store: DeviceStore, name: string): Promise<void> =>
  store.remove('documents', name);

/** So many bytes fit into one call's arguments in every browser. */
const SLICE_BYTES = 0x2000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE_BYTES)
    text += String.fromCharCode(...bytes.subarray(at, at + SLICE_BYTES));
  return btoa(text);
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
