import type { Accessor } from 'solid-js';
import { useWords } from './language.ts';
import { PASSES, type QueryState } from './query.ts';
import { troubleOf, troubleWords } from './trouble.ts';

type Said = { readonly title: string; readonly about: string };

/** What to say of an answer that did not come: whose trouble it is where it passes by itself, else the page's own words. */
export function useFailedWords(state: Accessor<QueryState<unknown>>, own: () => Said) {
  const t = useWords(troubleWords);
  return (): Said => {
    const now = state();
    if (now.status !== 'failed' || !PASSES.includes(now.refusal)) return own();
    return t()[troubleOf(now.refusal, navigator.onLine)];
  };
}
