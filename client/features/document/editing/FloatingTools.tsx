import type { Editor } from '@tiptap/core';
import { type Accessor, createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js';
import styles from './DocumentText.module.css';
import type { Insertion } from './insertion.ts';
import { Toolbar } from './Toolbar.tsx';

/** The few tools for selected words, right under them. They come when the selection rests, and go with it. */
export function FloatingTools(props: {
  readonly editor: Editor;
  readonly turn: Accessor<number>;
  readonly onInsert: (insertion: Insertion) => void;
  readonly ref: (element: HTMLDivElement) => void;
}) {
  const [pressed, setPressed] = createSignal(false);
  const [near, setNear] = createSignal(props.editor.view.hasFocus());
  const release = () => setPressed(false);
  const press = () => setPressed(true);
  props.editor.view.dom.addEventListener('pointerdown', press);
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);
  // On the way from the text to its tools nothing has the focus for an instant.
  const lookSoon = () =>
    setTimeout(() => {
      if (props.editor.isDestroyed) return;
      const { view } = props.editor;
      setNear(view.hasFocus() || (bar?.contains(document.activeElement) ?? false));
    });
  props.editor.on('focus', lookSoon);
  props.editor.on('blur', lookSoon);
  onCleanup(() => {
    removeEventListener('pointerup', release);
    removeEventListener('pointercancel', release);
    props.editor.off('focus', lookSoon);
    props.editor.off('blur', lookSoon);
  });

  const place = createMemo(() => {
    props.turn();
    const { view, state } = props.editor;
    const { empty, to } = state.selection;
    if (empty || pressed() || !near()) return undefined;
    const end = view.coordsAtPos(to, -1);
    const frame = view.dom.getBoundingClientRect();
    return { x: end.left - frame.left, y: end.bottom - frame.top, widthPx: frame.width };
  });
  let bar: HTMLDivElement | undefined;
  const [shift, setShift] = createSignal(0);
  createEffect(() => {
    const at = place();
    if (!at || !bar) return;
    // Under the words' end, and inside the text's own width.
    const most = Math.max(0, at.widthPx - bar.offsetWidth);
    setShift(Math.min(Math.max(0, at.x - bar.offsetWidth / 2), most));
  });
  return (
    <Show when={place() !== undefined}>
      <div
        ref={(element) => {
          bar = element;
          props.ref(element);
        }}
        class={styles.floating}
        style={{ '--x': `${shift()}px`, '--y': `${place()?.y ?? 0}px` }}
        onFocusOut={lookSoon}
      >
        <Toolbar editor={props.editor} turn={props.turn} onInsert={props.onInsert} />
      </div>
    </Show>
  );
}
