import { type Accessor, createComputed, on } from 'solid-js';

/**
 * Gives focus back to what had it when something was opened over it, once that is closed and gone. What is opened from
 * there in its place, such as a sheet from a sheet, leads back to the same.
 */
export function createReturnFocus(open: Accessor<boolean>): void {
  let opener: Element | null = null;
  createComputed(
    on(open, (now, before) => {
      // Before anything is drawn: the button that was pressed still has focus.
      if (now && !before) opener = document.activeElement;
      else if (!now && before) setTimeout(() => opener instanceof HTMLElement && opener.focus());
    }),
  );
}
