const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** Where each word of a text begins. */
export function wordStarts(text: string): number[] {
  return Array.from(text.matchAll(WORD), ({ index }) => index);
}

/** What is read with the text though it stands in an attribute, and is counted like the rest: by element, which attribute. */
export const WORDS_IN_ATTRIBUTE: Readonly<Record<string, string | undefined>> = {
  image: 'alt',
  footnote: 'text',
};
