import { type JSX, onCleanup, onMount } from 'solid-js';
import styles from './UndoStrip.module.css';
import { startUndoOffer } from './undo-offer.ts';

export interface UndoStripProps {
  children: JSX.Element;
  undoLabel: string;
  /** For where what had the focus is gone. */
  takesFocus?: boolean;
  /** From when it cannot be taken back any more: then the offer ends, also one that is pointed at or in focus. */
  atMostMs?: number;
  onUndo: () => void;
  /** The time to undo has passed. Left out where somebody else's clock says so. */
  onDone?: () => void;
}

/** An ink strip that offers to take back what was just done, for ten seconds. It waits while it is pointed at or in focus, as long as it can. */
export function UndoStrip(props: UndoStripProps) {
  const offer = startUndoOffer(() => props.onDone?.(), props.atMostMs);
  let undo!: HTMLButtonElement;
  onMount(() => {
    if (props.takesFocus) undo.focus({ preventScroll: true });
  });
  onCleanup(offer.stop);
  return (
    <div
      class={styles.strip}
      role="status"
      onMouseEnter={offer.hold}
      onMouseLeave={offer.run}
      onFocusIn={offer.hold}
      onFocusOut={offer.run}
    >
      <span>{props.children}</span>
      <button ref={undo} type="button" class={styles.undo} onClick={() => props.onUndo()}>
        {props.undoLabel}
      </button>
    </div>
  );
}
