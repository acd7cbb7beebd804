import { type FromBlurWorker, type ToBlurWorker, WASM_BYTES } from './messages.ts';
import { type MaskFiles, NoDrawing, openPersonMask, type PersonMask } from './person-mask.ts';

/** Enough for talking faces, and half the work of thirty. */
const FRAME_EVERY_MS = 1000 / 20;

const page = globalThis as unknown as {
  onmessage: (event: MessageEvent<ToBlurWorker>) => void;
  postMessage: (message: FromBlurWorker, transfer?: Transferable[]) => void;
};

let mask: PersonMask | undefined;
let background: Background | undefined;

page.onmessage = ({ data }) => {
  if (data.type === 'open') void open(data);
  else blur(data.frame);
};

async function open(files: Extract<ToBlurWorker, { type: 'open' }>): Promise<void> {
  let fetched: MaskFiles;
  try {
    const [wasm, graph, model] = await Promise.all([
      fetchTelling(files.wasm),
      fetchWhole(files.graph),
      fetchWhole(files.model),
    ]);
    fetched = { wasm, graph, model };
  } catch {
    return page.postMessage({ type: 'failed', why: 'fetch' });
  }
  try {
    mask = await openPersonMask(fetched);
    background = makeBackground();
    // The first frame compiles shaders: better before anybody waits for a picture.
    mask(new OffscreenCanvas(16, 9)).close();
  } catch (error) {
    return fail(error);
  }
  page.postMessage({ type: 'ready' });
}

function fail(error: unknown): void {
  mask = undefined;
  page.postMessage({ type: 'failed', why: 'browser' });
  if (!(error instanceof NoDrawing)) throw error;
}

/** A failing mask ends it all: a frame that is not blurred is never given back. */
function blur(frame: ImageBitmap): void {
  const startedAt = performance.now();
  try {
    if (!mask || !background) return;
    const person = mask(frame);
    const picture = background(frame, person);
    person.close();
    page.postMessage({ type: 'blurred', picture }, [picture]);
  } catch (error) {
    fail(error);
    return;
  } finally {
    frame.close();
  }
  // The clock of a worker goes on at full speed also when the page is hidden; the page's own does not.
  const tookMs = performance.now() - startedAt;
  setTimeout(() => page.postMessage({ type: 'ready' }), Math.max(0, FRAME_EVERY_MS - tookMs));
}

type Background = (frame: ImageBitmap, person: ImageBitmap) => ImageBitmap;

/** Draws the person sharp over what is behind, which is made small, softened and made large again. */
function makeBackground(): Background {
  const soft = new OffscreenCanvas(1, 1);
  const whole = new OffscreenCanvas(1, 1);
  const softContext = contextOf(soft);
  const context = contextOf(whole);
  return (frame, person) => {
    const { width, height } = frame;
    if (whole.width !== width || whole.height !== height) {
      Object.assign(whole, { width, height });
      Object.assign(soft, { width: Math.ceil(width / 12), height: Math.ceil(height / 12) });
      softContext.imageSmoothingQuality = 'high';
      // Older Safari has no filters: the shrinking alone is soft enough that no letter can be read.
      softContext.filter = 'blur(2px)';
      context.imageSmoothingQuality = 'high';
    }
    softContext.drawImage(frame, 0, 0, soft.width, soft.height);
    context.globalCompositeOperation = 'copy';
    context.drawImage(person, 0, 0, width, height);
    context.globalCompositeOperation = 'source-in';
    context.drawImage(frame, 0, 0);
    context.globalCompositeOperation = 'destination-over';
    context.drawImage(soft, 0, 0, width, height);
    return whole.transferToImageBitmap();
  };
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new NoDrawing();
  return context;
}

async function fetchWhole(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.arrayBuffer();
}

/** Fetches the large file, telling how far it has come. */
async function fetchTelling(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status}`);
  const whole = new Uint8Array(WASM_BYTES);
  let at = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    whole.set(value, at);
    at += value.byteLength;
    page.postMessage({ type: 'fetched', part: at / WASM_BYTES });
  }
  return whole.buffer;
}
