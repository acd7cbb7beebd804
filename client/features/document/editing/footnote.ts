import { isNodeSelection, mergeAttributes, Node } from '@tiptap/core';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    footnote: {
      /** Puts a footnote after what is selected. */
      addFootnote: (text: string) => ReturnType;
      /** Gives the footnote at the place another text. */
      changeFootnote: (at: number, text: string) => ReturnType;
    };
  }
}

type FootnoteOptions = {
  readonly label: (number: number) => string;
  /** Somebody pressed it: `at` is where it stands. */
  readonly onOpen: (at: number) => void;
};

/** A mark in the text that carries its own note. Its number is its place among the others, counted when drawn. */
export const Footnote = Node.create<FootnoteOptions>({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ label: String, onOpen: () => undefined }),
  addAttributes: () => ({
    text: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-footnote') ?? '',
      renderHTML: ({ text }) => ({ 'data-footnote': text }),
    },
  }),
  parseHTML: () => [{ tag: 'sup[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['sup', mergeAttributes(HTMLAttributes)],
  renderText: ({ node }) => ` [${node.attrs.text}]`,
  addCommands: () => ({
    addFootnote:
      (text) =>
      ({ chain, state }) =>
        chain().insertContentAt(state.selection.to, { type: 'footnote', attrs: { text } }).run(),
    changeFootnote:
      (at, text) =>
      ({ tr, state, dispatch }) => {
        if (state.doc.nodeAt(at)?.type.name !== 'footnote') return false;
        dispatch?.(text === '' ? tr.delete(at, at + 1) : tr.setNodeAttribute(at, 'text', text));
        return true;
      },
  }),
  /** Selected, it is opened by the key that else would break the line in its place. */
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { selection } = this.editor.state;
        if (!isNodeSelection(selection) || selection.node.type !== this.type) return false;
        this.options.onOpen(selection.from);
        return true;
      },
    };
  },
  addNodeView() {
    const { label, onOpen } = this.options;
    return ({ editor, getPos }) => {
      const place = document.createElement('sup');
      const mark = document.createElement('button');
      mark.type = 'button';
      const number = () => footnoteNumber(editor.state.doc, getPos() ?? 0);
      const draw = () => {
        mark.textContent = String(number());
        mark.setAttribute('aria-label', label(number()));
      };
      draw();
      // One that is put in before this one moves the numbers of all that follow.
      editor.on('update', draw);
      mark.addEventListener('click', () => onOpen(getPos() ?? 0));
      place.append(mark);
      return {
        dom: place,
        stopEvent: (event) =>
          ['mousedown', 'click'].includes(event.type) || (event.target === mark && presses(event)),
        ignoreMutation: () => true,
        destroy: () => editor.off('update', draw),
      };
    };
  },
});

/** A key that presses a button: in the text it would write. */
const presses = (event: Event) =>
  event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ');

type Tree = {
  descendants: (visit: (node: { type: { name: string } }, at: number) => void) => void;
};

/** 1 for the first of the text. */
export function footnoteNumber(doc: Tree, at: number): number {
  let number = 1;
  doc.descendants((node, place) => {
    if (node.type.name === 'footnote' && place < at) number += 1;
  });
  return number;
}
