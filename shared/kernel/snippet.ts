import * as z from 'zod/mini';

/** A piece of text around what was found; `hit` is what the words matched. */
export const snippetPart = z.object({ text: z.string(), hit: z.boolean() });
export type SnippetPart = z.infer<typeof snippetPart>;
