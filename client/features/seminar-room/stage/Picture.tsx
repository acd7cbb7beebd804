import { createEffect, createSignal, onCleanup, onMount } from 'solid-js';
import type { MediaLine } from '../../../platform/media-line.ts';
import { classNames } from '../../../ui/class-names.ts';
import { fitOf } from './fit.ts';
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
  const [whole, setWhole] = createSignal(props.source === 'screen');
  createEffect(() => {
    const { identity, received } = props.shown;
    if (!element || !received) return;
    onCleanup(props.line.show(identity, props.source, element));
  });
  onMount(() => {
    const video = element;
    if (!video || props.source === 'screen') return;
    const measure = () =>
      setWhole(
        fitOf(
          { width: video.videoWidth, height: video.videoHeight },
          { width: video.clientWidth, height: video.clientHeight },
        ) === 'whole',
      );
    // A phone that is turned changes the picture; a window that is drawn changes the frame.
    video.addEventListener('resize', measure);
    const framed = new ResizeObserver(measure);
    framed.observe(video);
    onCleanup(() => framed.disconnect());
  });
  return (
    <span class={styles.picture} aria-hidden="true">
      <video
        ref={(video) => {
          element = video;
        }}
        class={classNames(props.mirrored && styles.mirrored)}
        classList={{
          [styles.here ?? '']: props.shown.received && !props.shown.heldBack,
          [styles.whole ?? '']: whole(),
        }}
        autoplay
        muted
        playsinline
      />
    </span>
  );
}
