import { createEffect, onCleanup } from 'solid-js';
import type { MediaLine } from '../../../platform/media-line.ts';
import { classNames } from '../../../ui/class-names.ts';
import type { Shown } from './people-in-media.ts';
import styles from './Tile.module.css';

/** What a camera or a screen shows. A drawing for the eye only: who it is stands in words beside it. */
export function Picture(props: {
  readonly line: MediaLine;
  readonly shown: Shown;
  readonly source: 'camera' | 'screen';
  /** One's own face reads as in a mirror. */
  readonly mirrored?: boolean;
}) {
  let element: HTMLVideoElement | undefined;
  createEffect(() => {
    const { identity, received } = props.shown;
    if (!element || !received) return;
    onCleanup(props.line.show(identity, props.source, element));
  });
  return (
    <span class={styles.picture} aria-hidden="true">
      <video
        ref={(video) => {
          element = video;
        }}
        class={classNames(
          props.source === 'screen' && styles.whole,
          props.mirrored && styles.mirrored,
        )}
        classList={{ [styles.here ?? '']: props.shown.received && !props.shown.heldBack }}
        autoplay
        muted
        playsinline
      />
    </span>
  );
}
