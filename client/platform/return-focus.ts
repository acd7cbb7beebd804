import { type Accessor, createComputed, on } from 'solid-js';

/**
 * Gives focus back to what had it when something was opened over it, once that is closed and gone. What is opened from
 * there in its place, such as a sheet from a sheet, leads back to the same; what a menu opened, to the menu's button.
 */
export function createReturnFocus(open: Accessor<boolean>): void {
  let opener: Element | null = null;
  createComputed(
    on(open, (now, before) => {
      // Before anything is drawn: the button that was pressed still has focus.
      if (now && !before) opener = stays(document.activeElement);
      else if (!now && before) setTimeout(() => opener instanceof HTMLElement && opener.focus());
    }),
  );
}

/** A row of a menu is gone with it; the menu names its button. */
function stays(focused: Element | null): Element | null {
  const button = focused?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return button ? document.getElementById(button) : focused;
}
