import { onCleanup } from 'solid-js';

/** `page`: they are gone when the page is; `device`: they lie on the device as well, and come back. */
type Where = 'page' | 'device';

const askers = new Map<() => boolean, Where>();

/** Says, as long as the caller is there, whether it holds words that the server has not got. Cleaned up by Solid. */
export function holdsWords(areUnsaved: () => boolean, where: Where): void {
  askers.set(areUnsaved, where);
  onCleanup(() => askers.delete(areUnsaved));
}

/** Whether anything that is open on this page holds such words: it must not be reloaded then. */
export const hasUnsavedWords = (): boolean => [...askers.keys()].some((areUnsaved) => areUnsaved());

/** Whether some of them would be gone with the page. */
export const hasWordsOnPageAlone = (): boolean =>
  [...askers].some(([areUnsaved, where]) => where === 'page' && areUnsaved());
