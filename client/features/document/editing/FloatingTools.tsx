import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { type Accessor, createMemo, createSignal, onCleanup, Show } from 'solid-js';
import { useWords } from '../../../platform/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { plusIcon } from '../../../ui/icons.ts';
import { createBeside } from './beside.ts';
import styles from './FloatingTools.module.css';
import type { Insertion } from './insertion.ts';
import { CLEAR_PX, roomAround, type Spot } from './placing.ts';
import { Toolbar } from './Toolbar.tsx';
import { tableSpot } from './table-spot.ts';
import type { ToolChoice } from './tool-groups.ts';
import { words } from './words.ts';

/**
 * The few tools for selected words, right by them: they come when the selection rests, and go with it. In a table, its own.
 * Elsewhere all of them, when asked for by a key; and on an empty line a quiet word offers what one could begin it with.
 */
export function FloatingTools(props: {
  readonly editor: Editor;
  readonly turn: Accessor<number>;
  readonly onInsert: (insertion: Insertion) => void;
  /** Which are asked for with nothing selected. */
  /** Down to where something lies over the text. */
  readonly coveredUntil: () => number;
  readonly asked: ToolChoice | undefined;
  readonly onAsk: (asked: ToolChoice | undefined) => void;
  readonly ref: (element: HTMLDivElement) => void;
}) {
  const t = useWords(words);
  const [pressed, setPressed] = createSignal(false);
  const [near, setNear] = createSignal(props.editor.view.hasFocus());
  let stage: HTMLDivElement | undefined;
  let bar: HTMLDivElement | undefined;
  const release = () => setPressed(false);
  const press = () => setPressed(true);
  const { dom } = props.editor.view;
  dom.addEventListener('pointerdown', press);
  addEventListener('pointerup', release);
  addEventListener('pointercancel', release);
  // On the way from the text to its tools nothing has the focus for an instant.
  const lookSoon = () =>
    setTimeout(() => {
      if (props.editor.isDestroyed) return;
      const { view } = props.editor;
      setNear(view.hasFocus() || (stage?.contains(document.activeElement) ?? false));
      if (!near()) props.onAsk(undefined);
    });
  /** One has used what one asked for, or gone on without it. */
  const goneOn = ({ transaction }: { transaction: Transaction }) => {
    const isOthers = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
    if ((transaction.docChanged || transaction.selectionSet) && !isOthers) props.onAsk(undefined);
  };
  const cameBack = () => {
    props.onAsk(undefined);
    lookSoon();
  };
  props.editor.on('focus', cameBack);
  props.editor.on('blur', lookSoon);
  props.editor.on('transaction', goneOn);
  onCleanup(() => {
    dom.removeEventListener('pointerdown', press);
    removeEventListener('pointerup', release);
    removeEventListener('pointercancel', release);
    props.editor.off('focus', cameBack);
    props.editor.off('blur', lookSoon);
    props.editor.off('transaction', goneOn);
  });

  const isEmptyLine = () => {
    const { empty, $from } = props.editor.state.selection;
    return empty && $from.depth === 1 && $from.parent.isTextblock && $from.parent.childCount === 0;
  };
  const choice = createMemo<ToolChoice | undefined>(() => {
    props.turn();
    if (pressed() || !near()) return undefined;
    if (!props.editor.state.selection.empty) return 'words';
    if (props.asked) return props.asked;
    return props.editor.isActive('table') ? 'table' : undefined;
  });
  const offers = createMemo(() => {
    props.turn();
    return near() && !props.asked && isEmptyLine();
  });
  /** Beside the text other things lie. */
  const room = () => {
    const seen = roomAround(dom);
    const { left, right } = dom.getBoundingClientRect();
    const top = Math.max(seen.top, props.coveredUntil() + CLEAR_PX);
    return { ...seen, top, left: Math.max(seen.left, left), right: Math.min(seen.right, right) };
  };
  function spot(): Spot | undefined {
    props.turn();
    const shown = choice();
    if (shown === undefined) return undefined;
    if (shown === 'table') return tableSpot(props.editor, room());
    const { view, state } = props.editor;
    const start = view.coordsAtPos(state.selection.from);
    const end = view.coordsAtPos(state.selection.to, -1);
    const by = { left: start.left, top: start.top, right: end.left, bottom: end.bottom };
    return { by, x: end.left, first: 'below' };
  }
  const place = createBeside({ element: () => bar, spot, room });
  /** In the text's own frame: it scrolls along. */
  const inFrame = (shown: { left: number; top: number } | undefined) => {
    const frame = stage?.getBoundingClientRect();
    if (!shown || !frame) return {};
    return { '--x': `${shown.left - frame.left}px`, '--y': `${shown.top - frame.top}px` };
  };
  const emptyLine = () => {
    props.turn();
    const { top, bottom } = props.editor.view.coordsAtPos(props.editor.state.selection.from);
    const frame = dom.getBoundingClientRect();
    return { left: frame.right, top: (top + bottom) / 2 };
  };
  return (
    <div ref={stage} class={styles.frame} onFocusOut={lookSoon}>
      <Show when={offers()}>
        <div class={styles.offer} style={inFrame(emptyLine())}>
          <Button
            look="quiet"
            size="small"
            icon={plusIcon}
            onMouseDown={(event) => event.preventDefault()}
            onKeyDown={(event) => {
              if (event.key === 'Escape') props.editor.view.focus();
            }}
            onClick={({ detail }) => {
              props.onAsk('begin');
              // By a key, which the button takes with it when it goes.
              if (detail === 0) queueMicrotask(() => bar?.querySelector('button')?.focus());
            }}
          >
            {t().insert}
          </Button>
        </div>
      </Show>
      <Show when={choice()}>
        {(shown) => (
          <div
            ref={(element) => {
              bar = element;
              props.ref(element);
            }}
            class={styles.floating}
            style={inFrame(place())}
          >
            <Toolbar
              editor={props.editor}
              turn={props.turn}
              onInsert={props.onInsert}
              show={shown()}
            />
          </div>
        )}
      </Show>
    </div>
  );
}
