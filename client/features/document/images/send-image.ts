import {
  IMAGE_FILE_BYTES_MAX,
  type ImageAnswer,
  imageAnswer,
  imagesAddress,
} from '#shared/features/document/images/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';

export type SentImage = Extract<ImageAnswer, { ok: true }>['value'];
export type WhyNotSent = Extract<ImageAnswer, { ok: false }>['refusal'] | 'offline';
export type SendingImage = {
  readonly done: Promise<SentImage | WhyNotSent>;
  readonly cancel: () => void;
};

/** As long as the server waits for one. */
const SENT_WITHIN_MS = 5 * 60_000;

/**
 * Sends a picture as it is, and says how far it has come. Not by `fetch`: that says nothing before the end, and a picture takes a
 * minute on a train.
 */
export function sendImage(
  documentId: DocumentId,
  file: File,
  onProgress: (share: number) => void,
): SendingImage {
  if (file.size > IMAGE_FILE_BYTES_MAX) {
    return { done: Promise.resolve('too-large'), cancel: () => undefined };
  }
  const request = new XMLHttpRequest();
  const done = new Promise<SentImage | WhyNotSent>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => resolve(answerIn(request.responseText)));
    for (const end of ['error', 'timeout', 'abort'] as const) {
      request.addEventListener(end, () => resolve('offline'));
    }
  });
  request.open('POST', imagesAddress(documentId));
  request.timeout = SENT_WITHIN_MS;
  request.setRequestHeader('x-mellom', '1');
  request.setRequestHeader('content-type', 'application/octet-stream');
  // Its name says nothing, and may say a lot: only the bytes go.
  request.send(file);
  return { done, cancel: () => request.abort() };
}

function answerIn(text: string): SentImage | WhyNotSent {
  try {
    const answer = imageAnswer.parse(JSON.parse(text));
    return answer.ok ? answer.value : answer.refusal;
  } catch {
    // Not one of ours: a proxy's page while the server restarts.
    return 'try-again';
  }
}
