/** SHA-256 of bytes, as `sha256sum` writes it. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Groups of four: what an eye and a voice can follow. */
export function inFours(fingerprint: string): string {
  return (fingerprint.match(/.{1,4}/gu) ?? []).join(' ');
}

/** What a file is called that is about an answer: safe to write behind a command too. */
export function fileNameOf(
  what: string,
  about: readonly (string | null)[],
  ending: string,
): string {
  const words = [what, ...about].flatMap((each) => each?.match(/[\p{L}\p{N}]+/gu) ?? []);
  return `${words.join('-').toLowerCase().slice(0, FILE_NAME_MAX)}.${ending}`;
}

/** Every file system takes so many letters, also where each is two bytes. */
const FILE_NAME_MAX = 100;

/** Hands a text over as a file, byte for byte: nothing is added at its end. */
export function saveAsFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the text over when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
