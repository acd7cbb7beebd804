import { createSignal } from 'solid-js';
import { keep, kept } from './kept.ts';

/** `system` follows the device. */
export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const isChosen = (value: unknown): value is 'light' | 'dark' =>
  value === 'light' || value === 'dark';

const [theme, setTheme] = createSignal<Theme>(kept('theme', isChosen) ?? 'system');

/** The theme that was chosen on this device; a signal. */
export { theme };

/** Changes the theme at once and keeps the choice on this device. */
export function chooseTheme(chosen: Theme): void {
  setTheme(chosen);
  keep('theme', chosen === 'system' ? undefined : chosen);
  paintPage();
}

/** Writes the theme on `<html data-theme>`. Called before anything is drawn, and at every change. */
export function paintPage(): void {
  const { dataset } = document.documentElement;
  const chosen = theme();
  if (chosen === 'system') delete dataset.theme;
  else dataset.theme = chosen;
}
