import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js';

/** Escape belongs first to what lies over the page, and to where somebody writes. */
const TAKES_ESCAPE = '[role="dialog"], [role="menu"]';
const WRITES = 'input, textarea, [contenteditable="true"]';

/**
 * Whether something fills the page in place of all but the controls: turned by a press, ended by Escape, and over when
 * there is nothing to show. It asks nothing of the browser's own full screen, which iPhones keep to films.
 */
export function createFullPage(canBe: Accessor<boolean>): {
  readonly full: Accessor<boolean>;
  readonly toggle: () => void;
} {
  const [wanted, setWanted] = createSignal(false);
  const full = () => wanted() && canBe();
  createEffect(() => {
    if (!canBe()) setWanted(false);
  });
  createEffect(() => {
    if (!full()) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : undefined;
      if (at?.closest(WRITES) || document.querySelector(TAKES_ESCAPE)) return;
      setWanted(false);
    };
    document.addEventListener('keydown', leave);
    onCleanup(() => document.removeEventListener('keydown', leave));
  });
  return { full, toggle: () => setWanted((now) => !now) };
}
