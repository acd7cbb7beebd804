import { onCleanup } from 'solid-js';

/**
 * Whoever goes by the keyboard keeps their place: when what had the focus is taken away, by their own press or by another
 * person's act, the focus goes to the row beside it, else to the part of the page that it stood in. Never to another
 * control: the same key, pressed once more or held, would press that one too. Whoever knows better sets the focus first.
 */
export function keepFocus(within: HTMLElement): void {
  let had: HTMLElement | undefined;
  const focused = ({ target }: FocusEvent) => {
    had = target instanceof HTMLElement && within.contains(target) ? target : undefined;
  };
  // It is not lost on its way from one to another: until it is there, the page's focus is nowhere.
  const given = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget) had = undefined;
  };
  // A press beside everything lets go of the focus, and means it.
  const pressed = () => {
    had = undefined;
  };
  const observer = new MutationObserver((changes) => {
    if (!had || !within.isConnected || document.activeElement !== document.body) return;
    const lost = had;
    had = undefined;
    // A menu gives it back by itself, to what opened it.
    if (lost.closest('[role="menu"]')) return;
    // Only moved, as a row of a list: it comes along.
    const next = lost.isConnected ? lost : beside(lost, changes);
    next?.focus({ preventScroll: true });
  });
  document.addEventListener('focusin', focused);
  document.addEventListener('blur', given, { capture: true });
  document.addEventListener('pointerdown', pressed, { capture: true });
  observer.observe(within, { childList: true, subtree: true });
  onCleanup(() => {
    document.removeEventListener('focusin', focused);
    document.removeEventListener('blur', given, { capture: true });
    document.removeEventListener('pointerdown', pressed, { capture: true });
    observer.disconnect();
  });
}

function beside(lost: Node, changes: readonly MutationRecord[]): HTMLElement | null {
  let gone = lost;
  let place: MutationRecord | undefined;
  // What it was taken away with, up to what is still there.
  for (const change of changes) {
    if (![...change.removedNodes].some((node) => node.contains(gone))) continue;
    gone = change.target;
    place = change;
  }
  if (!place || !(place.target instanceof HTMLElement)) return null;
  const { target, previousSibling, nextSibling } = place;
  return (
    rowFrom(nextSibling, target, (node) => node.nextSibling) ??
    rowFrom(previousSibling, target, (node) => node.previousSibling) ??
    target.closest<HTMLElement>('[tabindex]') ??
    document.querySelector('main')
  );
}

/** The first thing from here on that can have the focus without being a control, among the children of one parent. */
function rowFrom(
  start: Node | null,
  parent: Node,
  step: (node: Node) => Node | null,
): HTMLElement | undefined {
  let at = start?.parentNode === parent ? start : null;
  while (at && !(at instanceof HTMLElement && at.matches('[tabindex="-1"]:not(button, a)')))
    at = step(at);
  return at instanceof HTMLElement ? at : undefined;
}
