import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { classNames } from '../../../ui/class-names.ts';
import { hueClass } from '../../../ui/Portrait.tsx';
import styles from './Carets.module.css';
import { type CaretMoves, makeCaretMoves } from './caret-moves.ts';
import { asPerson } from './people-here.ts';
import { roomAround } from './placing.ts';

/** So long a pennant stands unfolded. */
const UNFOLDED_MS = 3_000;

/** The others' carets: a pole and a pennant with the name that the server stamped, in the person's own hue. */
export const carets = (awareness: Awareness) => {
  const moves = makeCaretMoves(awareness);
  return Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: unknown, clientId: number) => {
          const caret = drawCaret(user, clientId);
          foldAfter(caret, UNFOLDED_MS - moves.restedMs(clientId));
          requestAnimationFrame(() => keepInside(caret));
          return caret;
        },
        selectionBuilder: (user: unknown) => {
          const person = asPerson(user);
          return { class: person ? classNames(styles.selected, hueClass(person.personId)) : '' };
        },
      }),
      new Plugin({ view: (view) => unfoldMoved(awareness, moves, view) }),
    ],
  });
};

function drawCaret(user: unknown, clientId: number): HTMLElement {
  const caret = document.createElement('span');
  const person = asPerson(user);
  // A line whose sign-in the server has not named yet has no caret.
  if (!person) return caret;
  caret.className = classNames(styles.caret, hueClass(person.personId));
  caret.dataset.client = String(clientId);
  caret.title = person.name;
  // Whose caret stands where changes with every key: a screen reader hears who is here from the list above.
  caret.setAttribute('aria-hidden', 'true');
  const pennant = document.createElement('span');
  pennant.className = styles.pennant ?? '';
  const [first = '', ...others] = person.name.split(' ');
  const rest = document.createElement('span');
  rest.className = 'visually-hidden';
  rest.textContent = others.length > 0 ? ` ${others.join(' ')}` : '';
  pennant.append(first, rest);
  caret.append(pennant);
  return caret;
}

const pennantOf = (caret: Element | null) => caret?.querySelector<HTMLElement>(':scope > *');

/** A caret is drawn anew whenever the text around it is: its pennant goes on folding where it was. */
function foldAfter(caret: HTMLElement, delayMs: number): void {
  const pennant = pennantOf(caret);
  if (pennant) pennant.style.animationDelay = `${delayMs}ms`;
}

/** A pennant at the edge of what is seen hangs to the other side. */
function keepInside(caret: HTMLElement): void {
  const pennant = pennantOf(caret);
  const text = caret.closest<HTMLElement>('.ProseMirror');
  if (!pennant || !text) return;
  const room = roomAround(text);
  const pole = caret.getBoundingClientRect();
  const { right } = text.getBoundingClientRect();
  caret.toggleAttribute('data-left', pole.left + pennant.offsetWidth > Math.min(right, room.right));
  caret.toggleAttribute('data-under', pole.top - pennant.offsetHeight < room.top);
}

/** A pennant folds away after three seconds at rest, and unfolds when its own person moves. */
function unfoldMoved(
  awareness: Awareness,
  moves: CaretMoves,
  view: EditorView,
): { destroy: () => void } {
  const changed = ({ added, updated, removed }: Record<Told, readonly number[]>) => {
    for (const client of removed) moves.forget(client);
    for (const client of [...added, ...updated]) {
      if (client === awareness.clientID || !moves.hasMoved(client)) continue;
      const caret = view.dom.querySelector<HTMLElement>(`[data-client="${client}"]`);
      const pennant = pennantOf(caret);
      if (!caret || !pennant) continue;
      pennant.style.removeProperty('animation-delay');
      for (const animation of pennant.getAnimations()) animation.currentTime = 0;
      requestAnimationFrame(() => keepInside(caret));
    }
  };
  awareness.on('change', changed);
  return { destroy: () => awareness.off('change', changed) };
}

type Told = 'added' | 'updated' | 'removed';
