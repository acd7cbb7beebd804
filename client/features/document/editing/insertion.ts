/** What is put into the text by way of a sheet. */
export type Insertion =
  | { readonly kind: 'link' }
  /** `at` is where the footnote stands; undefined for a new one. */
  | { readonly kind: 'footnote'; readonly at: number | undefined }
  /** With files, those that were pasted or dropped; with `at`, one that stands there. */
  | { readonly kind: 'image'; readonly files: readonly File[]; readonly at: number | undefined };
