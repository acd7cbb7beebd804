import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import { withoutIsolation } from '#shared/kernel/isolated.ts';
import { classNames } from '../../../ui/class-names.ts';
import { hueClass } from '../../../ui/Portrait.tsx';
import styles from './Carets.module.css';
import { type CaretMoves, makeCaretMoves } from './caret-moves.ts';
import { caretPlugin } from './caret-plugin.ts';
import { boxAt, nameSpot } from './name-spot.ts';
import { asPerson } from './people-here.ts';
import { type Box, roomAround } from './placing.ts';

/** So long a pennant stands unfolded. */
const UNFOLDED_MS = 3_000;

/** The others' carets: a pole and a pennant with the name that the server stamped, in the person's own hue. */
export const carets = (awareness: Awareness) => {
  const moves = makeCaretMoves(awareness);
  return Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      caretPlugin(awareness, {
        cursorBuilder: (user, clientId) => {
          const caret = drawCaret(user, clientId);
          foldAfter(caret, UNFOLDED_MS - moves.restedMs(clientId));
          return caret;
        },
        selectionBuilder: (user) => {
          const person = asPerson(user);
          return { class: person ? classNames(styles.selected, hueClass(person.personId)) : '' };
        },
      }),
      new Plugin({ view: (view) => unfoldMoved(awareness, moves, view) }),
      new Plugin({ view: (view) => placeWhatIsUnfolded(awareness, view) }),
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
  // The caret stands beside text of either direction: the name keeps its own.
  pennant.dir = 'auto';
  const [first = '', ...others] = withoutIsolation(person.name).split(' ');
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

/** How far from its caret a name may stand, in lines. */
const LINES_AWAY = 5;
/** Past the edge of the text, where its own margin is. */
const INTO_MARGIN_PX = 40;
/** So many pieces of text in a row that are out of reach: what comes after them is so too. */
const OUT_OF_REACH = 12;

/** Names stand where they cover nothing, and are placed anew whenever the text or a caret moves. */
function placeWhatIsUnfolded(
  awareness: Awareness,
  view: EditorView,
): { update: () => void; destroy: () => void } {
  let frame = 0;
  const soon = () => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      placeNames(view.dom);
    });
  };
  awareness.on('change', soon);
  return {
    update: soon,
    destroy: () => {
      cancelAnimationFrame(frame);
      awareness.off('change', soon);
    },
  };
}

function placeNames(text: HTMLElement): void {
  const placed: Box[] = [];
  for (const caret of text.querySelectorAll<HTMLElement>('[data-client]')) {
    const pennant = pennantOf(caret);
    if (!pennant?.getAnimations().some(({ playState }) => playState === 'running')) continue;
    const pole = caret.getBoundingClientRect();
    const size = { width: pennant.offsetWidth, height: pennant.offsetHeight };
    const seen = roomAround(text);
    const edge = text.getBoundingClientRect().right + INTO_MARGIN_PX;
    const reach = pole.height * LINES_AWAY;
    const room = {
      left: seen.left,
      top: Math.max(seen.top, pole.top - reach),
      right: Math.min(seen.right, edge),
      bottom: Math.min(seen.bottom, pole.bottom + reach),
    };
    const spot = nameSpot(pole, size, [...lettersAround(caret, text, room), ...placed], room);
    pennant.toggleAttribute('data-placed', spot !== undefined);
    if (!spot) continue;
    placed.push(boxAt(spot, size));
    pennant.style.left = `${spot.left - pole.left - caret.clientLeft}px`;
    pennant.style.top = `${spot.top - pole.top}px`;
  }
}

/** The boxes of what is written around a caret, as far up and down as is asked for. */
function lettersAround(caret: HTMLElement, text: HTMLElement, { top, bottom }: Box): Box[] {
  const boxes: Box[] = [];
  const range = document.createRange();
  const isNear = (box: Box) => box.bottom > top && box.top < bottom;
  for (const way of ['previousNode', 'nextNode'] as const) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    walker.currentNode = caret;
    let outOfReach = 0;
    while (outOfReach < OUT_OF_REACH && walker[way]()) {
      if (walker.currentNode.parentElement?.closest('[data-client]')) continue;
      range.selectNodeContents(walker.currentNode);
      if (isNear(range.getBoundingClientRect()))
        boxes.push(...[...range.getClientRects()].filter(isNear));
      else outOfReach++;
    }
  }
  return boxes;
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
      const pennant = pennantOf(view.dom.querySelector(`[data-client="${client}"]`));
      if (!pennant) continue;
      pennant.style.removeProperty('animation-delay');
      for (const animation of pennant.getAnimations()) animation.currentTime = 0;
    }
  };
  awareness.on('change', changed);
  return { destroy: () => awareness.off('change', changed) };
}

type Told = 'added' | 'updated' | 'removed';
