import { type Accessor, createComputed, on } from 'solid-js';

/** Gives focus back to what had it when something was opened over it, once that is closed and gone. */
export function createReturnFocus(open: Accessor<boolean>): void {
  let opener: Element | null = null;
  createComputed(
    on(open, (now, before) => {
      // Before anything is drawn: the button that was pressed still has focus.
      if (now) opener = document.activeElement;
      else if (before) setTimeout(() => opener instanceof HTMLElement && opener.focus());
    }),
  );
}
