import { createEffect, createSignal, on, untrack } from 'solid-js';

/** Whether the chat is shown on the page, and how far it has come. */
export function createChatShown() {
  const [isShown, show] = createSignal(false);
  const [state, setState] = createSignal<'fetching' | 'ready' | 'failed'>('fetching');
  return { isShown, show, state, setState };
}
export type ChatShown = ReturnType<typeof createChatShown>;

/** The page on paper: with the chat, where there is one to read, which is fetched first. */
export function createPaper(
  chat: ChatShown,
  hasChat: () => boolean,
  print = () => globalThis.print(),
) {
  const [waits, setWaits] = createSignal(false);
  // When it is drawn.
  const go = () => void setTimeout(print);
  createEffect(
    on(
      chat.state,
      (state) => {
        if (!untrack(waits) || state === 'fetching') return;
        setWaits(false);
        // Where it did not come, that is said in its place.
        if (state === 'ready') go();
      },
      { defer: true },
    ),
  );
  return {
    waits,
    print(): void {
      if (waits()) return;
      if (!hasChat() || (chat.isShown() && chat.state() === 'ready')) {
        go();
        return;
      }
      setWaits(true);
      // Shown anew it is asked for anew.
      if (chat.state() === 'failed') chat.show(false);
      chat.show(true);
    },
  };
}
