import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { classNames } from '../../../ui/class-names.ts';
import { hueClass } from '../../../ui/Portrait.tsx';
import styles from './Carets.module.css';
import { asPerson } from './people-here.ts';

/** The others' carets: a pole and a pennant with the name that the server stamped, in the person's own hue. */
export const carets = (awareness: Awareness) =>
  Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, {
        cursorBuilder: (user: unknown, clientId: number) => drawCaret(user, clientId),
        selectionBuilder: (user: unknown) => {
          const person = asPerson(user);
          return { class: person ? classNames(styles.selected, hueClass(person.personId)) : '' };
        },
      }),
      new Plugin({ view: (view) => unfoldMoved(awareness, view.dom) }),
    ],
  });

function drawCaret(user: unknown, clientId: number): HTMLElement {
  const caret = document.createElement('span');
  const person = asPerson(user);
  // A line whose sign-in the server has not named yet has no caret.
  if (!person) return caret;
  caret.className = classNames(styles.caret, hueClass(person.personId));
  caret.dataset.client = String(clientId);
  // Whose caret stands where changes with every key: a screen reader hears who is here from the list above.
  caret.setAttribute('aria-hidden', 'true');
  const pennant = document.createElement('span');
  pennant.className = styles.pennant ?? '';
  pennant.textContent = person.name;
  caret.append(pennant);
  return caret;
}

/** A pennant folds away after three seconds at rest. One that moves is drawn anew, and begins again. */
function unfoldMoved(awareness: Awareness, text: HTMLElement): { destroy: () => void } {
  const unfold = ({ updated }: { updated: number[] }) => {
    for (const client of updated) {
      const pennant = text.querySelector(`[data-client="${client}"] > *`);
      for (const animation of pennant?.getAnimations() ?? []) animation.currentTime = 0;
    }
  };
  awareness.on('change', unfold);
  return { destroy: () => awareness.off('change', unfold) };
}
