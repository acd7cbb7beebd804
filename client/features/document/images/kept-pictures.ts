import { imageAddress } from '#shared/features/document/images/model.ts';
import type { DocumentId, ImageId } from '#shared/kernel/ids.ts';
import type { DeviceStore } from '../../../platform/device-store.ts';
import {
  forgetPictures,
  keepPicture,
  keptPicture,
  seePicture,
} from '../../../platform/picture-copies.ts';

/** Between two that are fetched: well under what the server answers one person, who fetches other things too. */
const APART_MS = 150;

/** The pictures of one document that lie on this device, for when there is no network. */
export type KeptPictures = {
  /** It stands in the text: it is to lie here. One after another, so that those in sight come first. */
  readonly keep: (imageId: ImageId) => void;
  /** What it shows, where it lies here. */
  readonly find: (imageId: ImageId) => Promise<Blob | undefined>;
  /** The document is no longer ours to see. */
  readonly forget: () => void;
};

export function makeKeptPictures(parts: {
  readonly documentId: DocumentId;
  readonly store: Promise<DeviceStore>;
  /** Whether this device keeps whole documents: then their pictures too. */
  readonly keepsCopies: () => boolean;
}): KeptPictures {
  const { documentId } = parts;
  const nameOf = (imageId: ImageId) => `${documentId} ${imageId}`;
  let working: Promise<unknown> = Promise.resolve();
  /** Grows each time that all is forgotten: what was asked for before then is not kept after. */
  let round = 0;

  /** What fails is tried again when the document is opened the next time, or the picture comes into sight. */
  function next(work: (store: DeviceStore) => Promise<unknown>): void {
    working = working
      .then(() => parts.store)
      .then(work)
      .catch(() => undefined);
  }

  async function keepOne(store: DeviceStore, imageId: ImageId, asked: number): Promise<void> {
    const name = nameOf(imageId);
    const isWanted = () => asked === round && parts.keepsCopies();
    if (!isWanted() || (await seePicture(store, name, Date.now()))) return;
    const answer = await fetch(imageAddress(documentId, imageId));
    if (!answer.ok || !isWanted()) return;
    await keepPicture(store, name, new Uint8Array(await answer.arrayBuffer()), Date.now());
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }

  return {
    keep(imageId) {
      const asked = round;
      if (parts.keepsCopies()) next((store) => keepOne(store, imageId, asked));
    },
    async find(imageId) {
      const bytes = await parts.store
        .then((store) => keptPicture(store, nameOf(imageId)))
        .catch(() => undefined);
      return bytes && new Blob([bytes], { type: 'image/webp' });
    },
    forget() {
      round++;
      next((store) => forgetPictures(store, `${documentId} `));
    },
  };
}
