import { createSignal, onCleanup } from 'solid-js';
import { keep, kept } from '../../../platform/kept.ts';

export type Shortcut =
  | 'microphone'
  | 'camera'
  | 'talk'
  | 'hand'
  | 'chat'
  | 'people'
  | 'controls'
  | 'list';

/** The keys as they are printed in the list. Never Space, which scrolls and presses (promises.md §8). */
export const SHORTCUT_KEYS: Readonly<Record<Shortcut, string>> = {
  microphone: 'Ctrl D',
  camera: 'Ctrl E',
  talk: 'V',
  hand: 'Ctrl Shift H',
  chat: 'Ctrl Shift M',
  people: 'Ctrl Shift P',
  controls: 'F2',
  list: 'Ctrl Shift /',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Which shortcut was pressed, if any. ⌘ does as Ctrl does. */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  if (event.altKey) return undefined;
  const command = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (!command) {
    if (event.shiftKey) return undefined;
    return key === 'v' ? 'talk' : key === 'f2' ? 'controls' : undefined;
  }
  if (!event.shiftKey) return key === 'd' ? 'microphone' : key === 'e' ? 'camera' : undefined;
  // On a Norwegian keyboard Shift and 7 make the stroke.
  if (key === '/' || key === '?' || event.code === 'Slash') return 'list';
  return { h: 'hand', m: 'chat', p: 'people' }[key] as Shortcut | undefined;
}

const isOff = (value: unknown): value is 'off' => value === 'off';
const [on, setOn] = createSignal(kept('shortcuts', isOff) === undefined);

/** Whether this device wants shortcuts at all (WCAG 2.1.4). */
export const shortcutsOn = on;

export function turnShortcuts(wanted: boolean): void {
  setOn(wanted);
  keep('shortcuts', wanted ? undefined : 'off');
}

/** Hears the shortcuts until Solid cleans up: never while somebody writes, and V only while it is held. */
export function listenForShortcuts(
  act: Readonly<Record<Exclude<Shortcut, 'talk'>, () => void>> & {
    readonly talk: (held: boolean) => void;
  },
): void {
  let held = false;
  const down = (event: KeyboardEvent) => {
    const shortcut = shortcutOf(event);
    if (!shortcut || !on() || writes(event.target)) return;
    // A button with focus is pressed by Space and Enter alone, so none of ours takes a key from it.
    event.preventDefault();
    if (event.repeat) return;
    if (shortcut !== 'talk') return act[shortcut]();
    held = true;
    act.talk(true);
  };
  const release = () => {
    if (held) act.talk(false);
    held = false;
  };
  const up = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'v') release();
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
