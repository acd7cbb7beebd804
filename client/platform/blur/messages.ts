/** The runtime's size, for saying how far the fetching has come; a test holds it against the file. */
export const WASM_BYTES = 5_694_839;

/** From the page to the worker that blurs. The first message is `open`; each `blur` is answered by a picture. */
export type ToBlurWorker =
  | {
      readonly type: 'open';
      readonly wasm: string;
      readonly graph: string;
      readonly model: string;
    }
  | { readonly type: 'blur'; readonly frame: ImageBitmap };

export type FromBlurWorker =
  /** How much has been fetched, 0 to 1. */
  | { readonly type: 'fetched'; readonly part: number }
  /** It can take a frame: after it was opened, and a little after each frame, whether or not the page is looked at. */
  | { readonly type: 'ready' }
  | { readonly type: 'blurred'; readonly picture: ImageBitmap }
  /** The browser lacks what it takes, or something that should be there did not come. It does nothing more. */
  | { readonly type: 'failed'; readonly why: 'browser' | 'fetch' };
