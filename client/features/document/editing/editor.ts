import { Editor, Extension } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import type { DocumentId } from '#shared/kernel/ids.ts';
import type { DocumentProvider } from '../../../platform/document-provider.ts';
import { imageFiles } from '../images/image-files.ts';
import { Image } from '../images/image-node.ts';
import type { KeptPictures } from '../images/kept-pictures.ts';
import { carets } from './carets.ts';
import { collaboration } from './collaboration.ts';
import { Footnote } from './footnote.ts';
import { freshSelection } from './fresh-selection.ts';
import { linkAddress } from './link-address.ts';
import { longWords } from './long-words.ts';
import { HEADING_LEVELS } from './pasted-headings.ts';
import { pasting } from './pasting.ts';
import { tableCells } from './table-cells.ts';
import { tableFrames } from './table-frames.ts';
import { tableRoom } from './table-room.ts';
import { taskKeys } from './task-keys.ts';
import { textEnds } from './text-ends.ts';

export type EditorParts = {
  readonly element: HTMLElement;
  readonly documentId: DocumentId;
  readonly provider: DocumentProvider;
  readonly pictures: KeptPictures;
  readonly editable: () => boolean;
  readonly words: {
    readonly label: () => string;
    readonly placeholder: string;
    readonly done: (task: string) => string;
    readonly footnote: (number: number) => string;
    readonly table: string;
    readonly imageShows: (alt: string) => string;
    readonly imageNotShown: string;
  };
  /** How much of each side of the window is under something: the line one writes in is kept clear of it. */
  readonly covered: Record<'top' | 'right' | 'bottom' | 'left', number>;
  /** Of the sentence that says how one gets out again. */
  readonly describedBy: string;
  /** Esc: out of the text, to where the page's own controls are. */
  readonly onLeave: () => void;
  /** Ctrl K, and the toolbar. */
  readonly onLink: () => void;
  readonly onToolbar: () => void;
  readonly onFootnote: (at: number) => void;
  /** It has fallen out of step with the text, and writes nothing any more. */
  readonly onLost: () => void;
  /** A picture of another page did not come along. */
  readonly onLeftOut: () => void;
  /** Files that were pasted or dropped, or a picture whose words are to be changed. */
  readonly onImage: (of: { readonly files: readonly File[]; readonly at?: number }) => void;
};

/** What can stand in a document, and how it is written. The content lives in the Yjs document and nowhere else. */
export function makeEditor(parts: EditorParts): Editor {
  const { provider, words } = parts;
  return new Editor({
    element: parts.element,
    editable: parts.editable(),
    // The policy refuses styles in a page: ProseMirror's own rules stand in DocumentText.module.css.
    injectCSS: false,
    // Given as a tree: text would be parsed as HTML, which the Trusted Types policy refuses.
    content: { type: 'doc', content: [{ type: 'paragraph' }] },
    extensions: [
      StarterKit.configure({
        // Undo belongs to the collaboration: it takes back one's own changes and nobody else's.
        undoRedo: false,
        // It would write into the document of whoever only reads.
        trailingNode: false,
        code: false,
        codeBlock: false,
        heading: { levels: [...HEADING_LEVELS] },
        link: {
          openOnClick: false,
          defaultProtocol: 'https',
          // What is pasted too: by itself the library lets telephones and more through.
          isAllowedUri: (address) => linkAddress(address) !== undefined,
          HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
        },
      }),
      TaskList,
      TaskItem.configure({
        nested: true,
        a11y: { checkboxLabel: (node) => words.done(node.firstChild?.textContent ?? '') },
      }),
      // In a frame of its own: a table too wide for a phone scrolls sideways in it.
      TableKit.configure({
        ...{ tableCell: false, tableHeader: false },
        table: { resizable: false, renderWrapper: true },
      }),
      ...tableCells,
      tableFrames({ editable: parts.editable, label: words.table }),
      tableRoom,
      Footnote.configure({ label: words.footnote, onOpen: parts.onFootnote }),
      Image.configure({
        documentId: parts.documentId,
        kept: parts.pictures,
        words: { shows: words.imageShows, notShown: words.imageNotShown },
        onOpen: (at) => parts.onImage({ files: [], at }),
      }),
      imageFiles((files) => parts.onImage({ files })),
      Placeholder.configure({ placeholder: words.placeholder, showOnlyWhenEditable: true }),
      collaboration(provider.doc, parts.onLost),
      carets(provider.awareness),
      pasting(parts.onLeftOut),
      freshSelection(provider.doc),
      longWords,
      textEnds,
      taskKeys,
      redoing,
      keys(parts),
    ],
    editorProps: {
      attributes: attributesOf(parts),
      scrollThreshold: parts.covered,
      scrollMargin: parts.covered,
    },
  });
}

/**
 * What the text is to a screen reader. Whoever reads walks through headings and lists; in a textbox they would be
 * read letters. Set anew when that or the name changes: Tiptap takes no function here.
 */
export function attributesOf(parts: EditorParts): Record<string, string> {
  return {
    'aria-label': parts.words.label(),
    'aria-describedby': parts.describedBy,
    ...(parts.editable()
      ? { role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' }
      : { role: 'article' }),
  };
}

/**
 * Redo ends with redo. With nothing to redo the keymap would go on from Shift Mod z to Mod z, where the letter is a small
 * one (on a Mac, or with Caps Lock), and take away what one has written.
 */
const redoing = Extension.create({
  name: 'redoing',
  // Before the collaboration's own, which is at 1,000.
  priority: 1_100,
  addKeyboardShortcuts() {
    const redo = () => {
      this.editor.commands.redo();
      return true;
    };
    return { 'Shift-Mod-z': redo, 'Mod-y': redo };
  },
});

/** The keys that lead out of the text and to its tools. The rest are Tiptap's own (Ctrl B, Ctrl Alt 2, Ctrl Shift 8 …). */
const keys = (parts: EditorParts) =>
  Extension.create({
    name: 'keys',
    addKeyboardShortcuts: () => ({
      Escape: () => {
        parts.onLeave();
        return true;
      },
      'Mod-k': () => {
        parts.onLink();
        return true;
      },
      'Alt-F10': () => {
        parts.onToolbar();
        return true;
      },
    }),
  });
