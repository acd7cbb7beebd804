import { createSignal, onCleanup, Show } from 'solid-js';
import { imageAddress } from '#shared/features/document/images/model.ts';
import type { ImageId } from '#shared/kernel/ids.ts';
import type { OpenDocument } from '../editing/open-document.ts';
import { makeShownPicture } from '../images/shown-picture.ts';
import styles from './SmallPicture.module.css';

/** Beside its words, and only as far as it can be shown. What an earlier text showed is not laid by on this device. */
export function SmallPicture(props: { readonly imageId: ImageId; readonly open: OpenDocument }) {
  const [missing, setMissing] = createSignal(false);
  const { documentId, pictures } = props.open;
  const picture = makeShownPicture({
    addressOf: (imageId) => imageAddress(documentId, imageId),
    kept: { ...pictures, keep: () => undefined },
    onMissing: setMissing,
  });
  picture.element.alt = '';
  picture.element.className = styles.picture ?? '';
  picture.show(props.imageId);
  onCleanup(picture.end);
  return <Show when={!missing()}>{picture.element}</Show>;
}
