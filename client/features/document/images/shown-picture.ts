import type { ImageId } from '#shared/kernel/ids.ts';
import type { KeptPictures } from './kept-pictures.ts';

/** A picture's own element: what it shows comes from the server, and without it from this device. */
export function makeShownPicture(parts: {
  readonly addressOf: (imageId: ImageId) => string;
  readonly kept: KeptPictures;
  /** Neither has it, or one of them has again. */
  readonly onMissing: (missing: boolean) => void;
}) {
  const { kept } = parts;
  const element = document.createElement('img');
  element.decoding = 'async';
  element.loading = 'lazy';
  let shown: ImageId | undefined;
  let missing = false;
  /** The address of what lies on this device, while it is what is shown. */
  let own: string | undefined;

  function setMissing(now: boolean): void {
    missing = now;
    parts.onMissing(now);
  }

  function letGo(): void {
    if (own) URL.revokeObjectURL(own);
    own = undefined;
  }

  function show(imageId: ImageId | undefined): void {
    letGo();
    shown = imageId;
    setMissing(imageId === undefined);
    if (imageId === undefined) return;
    element.src = parts.addressOf(imageId);
    kept.keep(imageId);
  }

  async function showOwn(imageId: ImageId): Promise<void> {
    const found = await kept.find(imageId);
    if (shown !== imageId || own) return;
    if (!found) return setMissing(true);
    own = URL.createObjectURL(found);
    element.src = own;
  }

  const again = () => {
    if (missing && shown) show(shown);
  };
  element.addEventListener('error', () => {
    if (own || !shown) setMissing(true);
    else void showOwn(shown);
  });
  element.addEventListener('load', () => setMissing(false));
  addEventListener('online', again);

  return {
    element,
    show,
    end(): void {
      shown = undefined;
      letGo();
      removeEventListener('online', again);
    },
  };
}
