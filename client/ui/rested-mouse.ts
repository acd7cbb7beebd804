import { onCleanup } from 'solid-js';

/**
 * In this element a mouse presses only the button on which it came to rest: one that has slid in under it since, with
 * other words on it, does nothing until the mouse moves. Fingers and keys come to what they press.
 */
export function pressWhereTheMouseRests(within: HTMLElement): void {
  let at = '';
  let rests: Element | undefined;
  let said = '';
  let strays = false;
  const moved = ({ target, clientX, clientY }: PointerEvent) => {
    // Told also when something moves under a mouse that lies still.
    if (at === `${clientX} ${clientY}` || !(target instanceof Element)) return;
    at = `${clientX} ${clientY}`;
    rests = target.closest('button') ?? target;
    said = rests.textContent ?? '';
  };
  const pressed = ({ target, pointerType }: PointerEvent) => {
    const button = target instanceof Element ? target.closest('button') : null;
    strays =
      pointerType === 'mouse' &&
      rests !== undefined &&
      button !== null &&
      button !== rests &&
      button.textContent !== said;
  };
  const clicked = (event: MouseEvent) => {
    // A key's click has no detail.
    if (strays && event.detail > 0) event.stopPropagation();
  };
  document.addEventListener('pointermove', moved, { capture: true });
  within.addEventListener('pointerdown', pressed, { capture: true });
  within.addEventListener('click', clicked, { capture: true });
  onCleanup(() => document.removeEventListener('pointermove', moved, { capture: true }));
}
