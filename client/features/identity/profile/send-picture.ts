import {
  OWN_PICTURE_PATH,
  PICTURE_FILE_BYTES_MAX,
  type PictureAnswer,
  pictureAnswer,
} from '#shared/features/identity/profile/model.ts';

type WhyNotSent = Extract<PictureAnswer, { ok: false }>['refusal'] | 'offline';

/** Sends a picture of oneself as it is: it is drawn anew there, and nothing else of the file is kept. */
export async function sendPicture(
  file: File,
): Promise<
  Extract<PictureAnswer, { ok: true }> | { readonly ok: false; readonly refusal: WhyNotSent }
> {
  if (file.size > PICTURE_FILE_BYTES_MAX) return { ok: false, refusal: 'too-large' };
  try {
    const answer = await fetch(OWN_PICTURE_PATH, {
      method: 'POST',
      headers: { 'x-mellom': '1', 'content-type': 'application/octet-stream' },
      // Its name says nothing, and may say a lot: only the bytes go.
      body: await file.arrayBuffer(),
    });
    return pictureAnswer.parse(await answer.json());
  } catch {
    return { ok: false, refusal: navigator.onLine ? 'try-again' : 'offline' };
  }
}
