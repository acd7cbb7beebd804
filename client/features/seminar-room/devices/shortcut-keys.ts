export type Shortcut =
  | 'microphone'
  | 'camera'
  | 'talk'
  | 'hand'
  | 'chat'
  | 'people'
  | 'controls'
  | 'list';

/** Keys pressed together. ⌘ does as Ctrl does. */
export type Chord = { readonly key: string; readonly ctrl: boolean; readonly shift: boolean };

export type ShortcutKeys = Readonly<Record<Shortcut, Chord>>;

const plain = (key: string): Chord => ({ key, ctrl: false, shift: false });
const ctrl = (key: string): Chord => ({ key, ctrl: true, shift: false });
const ctrlShift = (key: string): Chord => ({ key, ctrl: true, shift: true });

/** The keys that people know from other rooms. Never Space, which scrolls and presses (docs/promises.md §8). */
export const USUAL_KEYS: ShortcutKeys = {
  microphone: ctrl('d'),
  camera: ctrl('e'),
  talk: plain('v'),
  hand: ctrlShift('h'),
  chat: ctrlShift('m'),
  people: ctrlShift('p'),
  controls: plain('f2'),
  list: ctrlShift('/'),
};

export const SHORTCUTS = Object.keys(USUAL_KEYS) as Shortcut[];

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

const MODIFIERS = ['control', 'shift', 'meta', 'alt', 'altgraph', 'capslock', 'dead', 'process'];

/** Whether a key was pressed with Alt, which is no chord of ours. */
export const isWithAlt = (event: Pressed): boolean =>
  event.altKey && !MODIFIERS.includes(event.key.toLowerCase());

/** What was pressed, once more than Ctrl and Shift alone. Alt makes letters in many languages, and is left to them. */
export function chordOf(event: Pressed): Chord | undefined {
  if (event.altKey || MODIFIERS.includes(event.key.toLowerCase())) return undefined;
  return {
    key: keyOf(event),
    ctrl: event.ctrlKey || event.metaKey,
    shift: event.shiftKey,
  };
}

/** On a Norwegian keyboard Shift and 7 make the stroke, on an American one Shift makes it a question mark. */
function keyOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  return key === '?' || code === 'Slash' ? '/' : key.toLowerCase();
}

const alike = (one: Chord, other: Chord): boolean =>
  one.key === other.key && one.ctrl === other.ctrl && one.shift === other.shift;

/** Which shortcut was pressed, if any. */
export function shortcutOf(event: Pressed, keys: ShortcutKeys): Shortcut | undefined {
  const chord = chordOf(event);
  return chord && SHORTCUTS.find((name) => alike(keys[name], chord));
}

/** Whether letting go of this key lets go of the chord. */
export function letsGo(event: Pressed, { key, ctrl, shift }: Chord): boolean {
  const released = event.key.toLowerCase();
  if (released === 'control' || released === 'meta') return ctrl;
  return released === 'shift' ? shift : keyOf(event) === key;
}

/** Why a chord cannot be a shortcut's. */
export type ChordRefusal =
  /** It presses, scrolls or moves about on every page. */
  | { readonly why: 'moves' }
  /** It would fire while somebody writes. */
  | { readonly why: 'writes' }
  /** The browser keeps it, or it copies and pastes. */
  | { readonly why: 'taken' }
  /** Alt makes letters and signs, or opens the browser's menus. */
  | { readonly why: 'alt' }
  | { readonly why: 'in-use'; readonly by: Shortcut };

const MOVING =
  /^( |enter|tab|escape|backspace|delete|insert|home|end|pageup|pagedown|arrow\w+|contextmenu)$/;
/** Closing, opening, copying, undoing, reloading, finding, zooming: people lose something when these do something else. */
const KEPT_WITH_CTRL = [...'acfjlnopqrstuvwxyz0123456789+-=,'];
const KEPT_WITH_CTRL_SHIFT = [...'bcijkntorqwvz+-='];
const KEPT_ALONE = ['f1', 'f3', 'f5', 'f6', 'f7', 'f10', 'f11', 'f12'];

/** Whether these keys may be this shortcut's. Only talking is held down, and so may be a letter alone. */
export function judgeChord(
  name: Shortcut,
  chord: Chord,
  keys: ShortcutKeys,
): ChordRefusal | undefined {
  if (MOVING.test(chord.key)) return { why: 'moves' };
  const isFunction = /^f\d+$/.test(chord.key);
  if (!chord.ctrl && !isFunction) {
    const held = name === 'talk' && !chord.shift && /^\p{L}$/u.test(chord.key);
    if (!held) return { why: 'writes' };
  }
  if (isKept(chord)) return { why: 'taken' };
  const by = SHORTCUTS.find((other) => other !== name && alike(keys[other], chord));
  return by && { why: 'in-use', by };
}

function isKept({ key, ctrl, shift }: Chord): boolean {
  if (!ctrl) return KEPT_ALONE.includes(key);
  return (shift ? KEPT_WITH_CTRL_SHIFT : KEPT_WITH_CTRL).includes(key);
}

/** The keys as they are printed on a keyboard. */
export function printed({ key, ctrl, shift }: Chord): string {
  const cap = key.charAt(0).toUpperCase() + key.slice(1);
  return [ctrl && 'Ctrl', shift && 'Shift', cap].filter(Boolean).join(' ');
}

/** For keeping: `ctrl+shift+h`. */
export function writeChord({ key, ctrl, shift }: Chord): string {
  return [ctrl && 'ctrl', shift && 'shift', key].filter(Boolean).join('+');
}

/** Reads what was kept. What could not have been chosen is not believed. */
export function readChord(name: Shortcut, text: string, keys: ShortcutKeys): Chord | undefined {
  const [, ctrl, shift, key] = /^(ctrl\+)?(shift\+)?(.+)$/.exec(text) ?? [];
  if (!key) return undefined;
  const chord = { key, ctrl: ctrl !== undefined, shift: shift !== undefined };
  const refusal = judgeChord(name, chord, keys);
  return refusal && refusal.why !== 'in-use' ? undefined : chord;
}
