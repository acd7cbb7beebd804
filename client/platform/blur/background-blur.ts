import graph from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url';
import model from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import wasm from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url';
import type { ChangedPicture } from '../media-line.ts';
import { ownScript } from '../own-scripts.ts';
import { FRESH_PACE, hearFrame, isTooSlow } from './blur-pace.ts';
import blurWorkerAddress from './blur-worker.ts?worker&url';
import type { FromBlurWorker, ToBlurWorker } from './messages.ts';

const LINES_MAX = 540;
/** A frame can be gone in the moment in which it is asked for. */
const FRAME_AGAIN_MS = 50;

/** Why backgrounds cannot be blurred: by this browser, on this machine, or over this line. */
export type BlurTrouble = 'browser' | 'too-slow' | 'fetch';

export class BlurFailure extends Error {
  readonly trouble: BlurTrouble;
  constructor(trouble: BlurTrouble) {
    super(`blur: ${trouble}`);
    this.trouble = trouble;
  }
}

/**
 * Blurs a camera in a worker of its own: everything it needs comes from our own origin, and nothing leaves the browser.
 * Resolves when the first frame can be blurred. When it fails later there are no more frames, never one that is not blurred.
 */
export async function blurCamera(
  camera: MediaStreamTrack,
  hear: {
    readonly fetched: (part: number) => void;
    readonly failed: (why: BlurTrouble) => void;
  },
): Promise<ChangedPicture> {
  if (!isPossible()) throw new BlurFailure('browser');
  const worker = new Worker(ownScript(blurWorkerAddress), { type: 'module' });
  const tell = (message: ToBlurWorker, transfer: Transferable[] = []) =>
    worker.postMessage(message, transfer);
  const from = document.createElement('video');
  Object.assign(from, { muted: true, playsInline: true });
  const onto = document.createElement('canvas');
  // Known before the first frame: the sender chooses its layers by the size.
  const { width = 640, height = 360 } = camera.getSettings();
  Object.assign(onto, sizeOf(width, height));
  const context = onto.getContext('2d', { alpha: false });
  const stream = onto.captureStream();
  const track = stream.getVideoTracks()[0];
  if (!context || !track) throw new BlurFailure('browser');

  let pace = FRESH_PACE;
  let sentAt = 0;
  let waiting = false;
  let opened = false;
  let over = false;

  const show = (picture: ImageBitmap) => {
    if (onto.width !== picture.width || onto.height !== picture.height)
      Object.assign(onto, { width: picture.width, height: picture.height });
    context.drawImage(picture, 0, 0);
    picture.close();
    const now = performance.now();
    pace = hearFrame(pace, now - sentAt, now);
    if (isTooSlow(pace, now)) fail('too-slow');
  };
  /** Hands over the frame that is before the camera just now. Rests while the camera is off. */
  const next = async () => {
    waiting = true;
    if (over || from.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    if (videoOf(from)?.readyState !== 'live') return;
    waiting = false;
    sentAt = performance.now();
    const size = sizeOf(from.videoWidth, from.videoHeight);
    const frame = await createImageBitmap(from, {
      resizeWidth: size.width,
      resizeHeight: size.height,
    }).catch(() => undefined);
    if (frame) tell({ type: 'blur', frame }, [frame]);
    else setTimeout(next, FRAME_AGAIN_MS);
  };
  const replace = (fresh: MediaStreamTrack) => {
    from.srcObject = new MediaStream([fresh]);
    void from.play().catch(() => undefined);
  };
  from.addEventListener('loadeddata', () => {
    if (waiting) void next();
  });
  const stop = () => {
    over = true;
    worker.terminate();
    from.srcObject = null;
    track.stop();
  };
  const fail = (why: BlurTrouble) => {
    if (over) return;
    // Before anybody can let the camera's own picture through in place of this one.
    videoOf(from)?.stop();
    stop();
    hear.failed(why);
  };

  replace(camera);
  await new Promise<void>((done, failed) => {
    const refuse = (why: BlurTrouble) => {
      if (opened) return fail(why);
      stop();
      failed(new BlurFailure(why));
    };
    let heard = false;
    // A worker that has said nothing yet did not come at all.
    worker.addEventListener('error', () => refuse(heard ? 'browser' : 'fetch'));
    worker.addEventListener('message', ({ data }: MessageEvent<FromBlurWorker>) => {
      heard = true;
      switch (data.type) {
        case 'fetched':
          return hear.fetched(data.part);
        case 'failed':
          return refuse(data.why);
        case 'blurred':
          return show(data.picture);
        case 'ready':
          opened = true;
          done();
          return void next();
      }
    });
    tell({ type: 'open', wasm, graph, model });
  });
  return { track, replace, stop };
}

/** The size of the picture that is made: sharp enough for a face, and half the work of what a camera gives. */
function sizeOf(
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const part = Math.min(1, LINES_MAX / height);
  return { width: Math.round(width * part), height: Math.round(height * part) };
}

function videoOf(element: HTMLVideoElement): MediaStreamTrack | undefined {
  return (element.srcObject as MediaStream | null)?.getVideoTracks()[0];
}

/** Whether there is any use in fetching it all. Drawing off the page is what older Safari lacks. */
function isPossible(): boolean {
  return (
    'OffscreenCanvas' in globalThis &&
    'createImageBitmap' in globalThis &&
    'captureStream' in HTMLCanvasElement.prototype
  );
}
