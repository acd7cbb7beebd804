import { onCleanup } from 'solid-js';

const askers = new Set<() => boolean>();

/** Says, as long as the caller is there, whether it holds words that the server has not got. Cleaned up by Solid. */
export function holdsWords(areUnsaved: () => boolean): void {
  askers.add(areUnsaved);
  onCleanup(() => askers.delete(areUnsaved));
}

/** Whether anything that is open on this page holds such words: it must not be reloaded then. */
export const hasUnsavedWords = (): boolean => [...askers].some((areUnsaved) => areUnsaved());
