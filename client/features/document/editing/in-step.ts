import type { Node } from '@tiptap/pm/model';
import { Plugin, type PluginView } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** An editor and its text, which is another once something went wrong between the two. */
export type Step = {
  /** Nothing is written from then on. */
  readonly isLost: () => boolean;
  readonly plugins: readonly Plugin[];
};

/**
 * Keeps the editor in step with its text. The library writes what is on the screen over the text, paragraph by paragraph: an
 * editor that has missed others' words, because anything at all threw while they came in, would write them away with its
 * next key. So it is drawn anew from the text at once; when not even that can be done, it writes nothing any more, and says so.
 */
export function keepInStep(sync: Plugin, onLost: () => void): Step {
  let lost = false;
  let guarded = false;

  function lose(error: unknown): void {
    if (lost) return;
    lost = true;
    reportError(error);
    onLost();
  }

  function guard(binding: ProsemirrorBinding): void {
    guarded = true;
    const { beforeAllTransactions } = binding;
    const hear: typeof binding._observeFunction = binding._observeFunction;
    // What throws here would leave the whole text in a transaction that never ends.
    binding.beforeAllTransactions = () => {
      try {
        beforeAllTransactions();
      } catch {
        binding.afterAllTransactions();
      }
    };
    binding._observeFunction = (events: Y.YEvent<Y.XmlText>[], transaction: Y.Transaction) => {
      if (lost) return;
      const isOwn = transaction.origin === ySyncPluginKey;
      let failed: unknown;
      try {
        // The library would take out all the letters beside such a thing.
        if (!isOwn) dropEmbedded(events.map(({ target }) => target));
        if (takes(binding, () => hear(events, transaction)) || isOwn) return;
      } catch (error) {
        failed = error;
      }
      try {
        if (!dropUnreadable(binding.type)) reportError(failed ?? new Error('words not taken'));
        const isTaken = takes(binding, () => drawAnew(binding));
        if (!isTaken) throw new Error('the text cannot be drawn');
      } catch (error) {
        lose(error);
      }
    };
  }

  const { spec } = sync;
  const makeView = spec.view;
  spec.view = (view) => {
    const { binding } = ySyncPluginKey.getState(view.state);
    if (!guarded) guard(binding);
    let made: PluginView = {};
    try {
      dropUnreadable(binding.type);
      made = makeView?.(view) ?? {};
    } catch (error) {
      lose(error);
    }
    return {
      ...made,
      update(now, before) {
        if (lost || isBlank(binding.type, now.state.doc)) return;
        try {
          made.update?.(now, before);
        } catch (error) {
          lose(error);
        }
      },
    };
  };
  const holding = new Plugin({ filterTransaction: ({ docChanged }) => !lost || !docChanged });
  return { isLost: () => lost, plugins: [holding] };
}

/**
 * An empty text is shown as an empty paragraph, which is nobody's and is not written: when undoing had taken back the first
 * words, it was, and redoing put the words under it.
 */
function isBlank(text: Y.XmlFragment, shown: Node): boolean {
  return text.length === 0 && shown.eq(shown.type.createAndFill() ?? shown);
}

/** @returns whether the editor is another after it; one that is gone has nothing to take */
function takes(binding: ProsemirrorBinding, draw: () => void): boolean {
  const view: EditorView | null = binding.prosemirrorView;
  const before = view?.state;
  draw();
  return !view || view.isDestroyed || view.state !== before;
}

function drawAnew(binding: ProsemirrorBinding): void {
  binding.afterAllTransactions();
  binding._forceRerender();
}

/**
 * Takes out what no editor can show, such as bare letters among the paragraphs: here alone, as if this device had always
 * known it so. Nobody who may only read is said to have written.
 * @returns whether there was any
 */
function dropUnreadable(text: Y.XmlFragment): boolean {
  return text.doc?.transact(() => dropIn(text), 'device') ?? false;
}

function dropEmbedded(changed: readonly Y.XmlText[]): void {
  for (const words of changed) {
    if (words instanceof Y.XmlText) words.doc?.transact(() => dropEmbeds(words), 'device');
  }
}

function dropIn(parent: Y.XmlFragment): boolean {
  let dropped = false;
  const children: unknown[] = parent.toArray();
  for (const [nth, child] of [...children.entries()].reverse()) {
    if (child instanceof Y.XmlElement) dropped = dropIn(child) || dropped;
    else if (child instanceof Y.XmlText && parent instanceof Y.XmlElement)
      dropped = dropEmbeds(child) || dropped;
    else {
      parent.delete(nth);
      dropped = true;
    }
  }
  return dropped;
}

function dropEmbeds(words: Y.XmlText): boolean {
  const { length } = words;
  let at = 0;
  for (const { insert } of words.toDelta() as { insert: unknown }[]) {
    if (typeof insert === 'string') at += insert.length;
    else words.delete(at, 1);
  }
  return at < length;
}
