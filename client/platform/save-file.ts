/** What a file is called that is about something: safe to write behind a command too. */
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

/** Hands a text, or bytes, over as a file, byte for byte: nothing is added at its end. */
export function saveAsFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the text over when the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
