import { createSignal, onCleanup } from 'solid-js';
import { keep, kept } from '../../../platform/kept.ts';
import {
  type Chord,
  letsGo,
  readChord,
  SHORTCUTS,
  type Shortcut,
  type ShortcutKeys,
  shortcutOf,
  USUAL_KEYS,
  writeChord,
} from './shortcut-keys.ts';

const isOff = (value: unknown): value is 'off' => value === 'off';
const [on, setOn] = createSignal(kept('shortcuts', isOff) === undefined);

/** Whether this device wants shortcuts at all (WCAG 2.1.4). */
export const shortcutsOn = on;

export function turnShortcuts(wanted: boolean): void {
  setOn(wanted);
  keep('shortcuts', wanted ? undefined : 'off');
}

const isText = (value: unknown): value is string => typeof value === 'string';

function keptKeys(): ShortcutKeys {
  const keys = { ...USUAL_KEYS };
  for (const name of SHORTCUTS) {
    const text = kept(`shortcut.${name}`, isText);
    const chord = text === undefined ? undefined : readChord(name, text, USUAL_KEYS);
    if (chord) keys[name] = chord;
  }
  return keys;
}

const [keys, setKeys] = createSignal(keptKeys());

/** The keys on this device: the usual ones, but for what somebody has changed. */
export const shortcutKeys = keys;

export function changeShortcut(name: Shortcut, chord: Chord): void {
  setKeys((before) => ({ ...before, [name]: chord }));
  const usual = writeChord(chord) === writeChord(USUAL_KEYS[name]);
  keep(`shortcut.${name}`, usual ? undefined : writeChord(chord));
}

export function resetShortcuts(): void {
  setKeys(USUAL_KEYS);
  for (const name of SHORTCUTS) keep(`shortcut.${name}`, undefined);
}

/** Hears the shortcuts until Solid cleans up: never while somebody writes, and talking only while its key is held. */
export function listenForShortcuts(
  act: Readonly<Record<Exclude<Shortcut, 'talk'>, () => void>> & {
    readonly talk: (held: boolean) => void;
  },
): void {
  let held: Chord | undefined;
  const down = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event, keys());
    if (!shortcut || !on() || writes(event.target)) return;
    // A button with focus is pressed by Space and Enter alone, so none of ours takes a key from it.
    event.preventDefault();
    if (event.repeat) return;
    if (shortcut !== 'talk') return act[shortcut]();
    held = keys().talk;
    act.talk(true);
  };
  const release = () => {
    const talked = held !== undefined;
    held = undefined;
    if (talked) act.talk(false);
  };
  const up = (event: KeyboardEvent) => {
    if (held && letsGo(event, held)) release();
  };
  addEventListener('keydown', down);
  addEventListener('keyup', up);
  // A window that loses the focus never hears the key come up.
  addEventListener('blur', release);
  onCleanup(() => {
    removeEventListener('keydown', down);
    removeEventListener('keyup', up);
    removeEventListener('blur', release);
  });
}

function writes(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=radio], [type=checkbox]), textarea, select'))
  );
}
