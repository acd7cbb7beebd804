import { createEffect } from 'solid-js';

/** Names the browser's tab, and with it the page for a screen reader: "Nå – Mellom". */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} – Mellom`;
  });
}
