import { type JSX, onCleanup, onMount } from 'solid-js';
import styles from './UndoStrip.module.css';

/** Long enough to notice and reach the button, short enough not to linger (look.md: undo rather than confirm). */
const UNDO_MS = 10_000;

export interface UndoStripProps {
  children: JSX.Element;
  undoLabel: string;
  /** For where what had the focus is gone. */
  takesFocus?: boolean;
  onUndo: () => void;
  /** The time to undo has passed. Left out where somebody else's clock says so. */
  onDone?: () => void;
}

/** An ink strip that offers to take back what was just done, for ten seconds. It waits while it is pointed at or in focus. */
export function UndoStrip(props: UndoStripProps) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hold = () => clearTimeout(timer);
  const run = () => {
    hold();
    timer = setTimeout(() => props.onDone?.(), UNDO_MS);
  };
  let undo!: HTMLButtonElement;
  onMount(() => {
    run();
    if (props.takesFocus) undo.focus({ preventScroll: true });
  });
  onCleanup(hold);
  return (
    <div
      class={styles.strip}
      role="status"
      onMouseEnter={hold}
      onMouseLeave={run}
      onFocusIn={hold}
      onFocusOut={run}
    >
      <span>{props.children}</span>
      <button ref={undo} type="button" class={styles.undo} onClick={() => props.onUndo()}>
        {props.undoLabel}
      </button>
    </div>
  );
}
