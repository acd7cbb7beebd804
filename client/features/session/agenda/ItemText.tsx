import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import styles from './ItemText.module.css';
import { words } from './words.ts';

/** What one does in an item, in as many lines as there is room for (`--lines`): the rest of a long text comes by a press. */
export function ItemText(props: { readonly text: string }) {
  const t = useWords(words);
  const [open, setOpen] = createSignal(false);
  const [cut, setCut] = createSignal(false);
  let text: HTMLParagraphElement | undefined;
  let toggle: HTMLButtonElement | undefined;
  const measure = () => {
    if (!text || open()) return;
    const isCut = text.scrollHeight > text.clientHeight + 1;
    // The button goes with the need for it: whoever stood on it stays beside.
    if (!isCut && toggle && document.activeElement === toggle) text.focus();
    setCut(isCut);
  };
  onMount(() => {
    const resized = new ResizeObserver(measure);
    if (text) resized.observe(text);
    onCleanup(() => resized.disconnect());
  });
  createEffect(
    on(
      () => props.text,
      () => {
        setOpen(false);
        measure();
      },
    ),
  );
  return (
    <>
      <p
        ref={text}
        class={open() ? styles.all : styles.text}
        // What scrolls must be reached by the keyboard.
        tabindex={open() ? 0 : -1}
      >
        {props.text}
      </p>
      <Show when={cut()}>
        <Button
          ref={toggle}
          look="quiet"
          size="small"
          class={styles.toggle}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {open() ? t().showLess : t().readAll}
        </Button>
      </Show>
    </>
  );
}
