import { type Editor, mergeAttributes, Node } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { imageAddress } from '#shared/features/document/images/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import styles from './Image.module.css';
import { isImageId } from './image-id.ts';

/** What a picture is in the text: which, how large, and in words. Without words it is decoration. */
export type ImageAttributes = {
  readonly imageId: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
};

type ImageOptions = {
  readonly documentId: DocumentId;
  readonly words: {
    /** On the button under a picture that is being written around. */
    readonly shows: (alt: string) => string;
    readonly notShown: string;
  };
  /** Somebody wants to change its words: `at` is where it stands. */
  readonly onOpen: (at: number) => void;
};

/** A picture between two blocks. What it looks like lies on the server, and is asked for by whoever reads the text. */
export const Image = Node.create<ImageOptions>({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addOptions: () => ({
    // Always configured: a picture belongs to a document.
    documentId: '' as DocumentId,
    words: { shows: String, notShown: '' },
    onOpen: () => undefined,
  }),
  addAttributes: () => ({
    imageId: attribute('data-image'),
    alt: { default: '', parseHTML: (element) => element.getAttribute('alt') ?? '' },
    width: attribute('width', Number),
    height: attribute('height', Number),
  }),
  parseHTML() {
    // From this text alone: another document's picture may be shown to others than this one is.
    return [{ tag: `img[data-image][data-document="${this.options.documentId}"]` }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const { documentId } = this.options;
    const src = addressOf(documentId, node.attrs.imageId);
    return [
      'img',
      mergeAttributes(HTMLAttributes, { 'data-document': documentId, ...(src && { src }) }),
    ];
  },
  renderText: ({ node }) => (node.attrs.alt === '' ? '' : `[${node.attrs.alt}]`),
  addNodeView() {
    const { documentId, words, onOpen } = this.options;
    return ({ node, getPos }) => {
      let attributes = node.attrs as ImageAttributes;
      const figure = document.createElement('figure');
      figure.className = styles.figure ?? '';
      const picture = document.createElement('img');
      picture.decoding = 'async';
      picture.loading = 'lazy';
      const missing = document.createElement('p');
      missing.className = styles.missing ?? '';
      const about = document.createElement('button');
      about.type = 'button';
      about.className = styles.about ?? '';
      about.contentEditable = 'false';

      const load = () => {
        const src = addressOf(documentId, attributes.imageId);
        figure.toggleAttribute('data-missing', src === undefined);
        if (src) picture.src = src;
      };
      const draw = () => {
        picture.alt = attributes.alt;
        if (attributes.width) picture.width = attributes.width;
        if (attributes.height) picture.height = attributes.height;
        about.textContent = words.shows(attributes.alt);
        missing.textContent =
          attributes.alt === '' ? words.notShown : `${attributes.alt}. ${words.notShown}`;
      };
      const loadAgain = () => figure.hasAttribute('data-missing') && load();
      picture.addEventListener('error', () => figure.setAttribute('data-missing', ''));
      picture.addEventListener('load', () => figure.removeAttribute('data-missing'));
      about.addEventListener('click', () => onOpen(getPos() ?? 0));
      addEventListener('online', loadAgain);
      draw();
      load();
      figure.append(picture, missing, about);
      return {
        dom: figure,
        update(next) {
          if (next.type.name !== 'image') return false;
          const other = next.attrs.imageId !== attributes.imageId;
          attributes = next.attrs as ImageAttributes;
          draw();
          if (other) load();
          return true;
        },
        stopEvent: (event) => event.target === about && !event.type.startsWith('drag'),
        ignoreMutation: () => true,
        destroy: () => removeEventListener('online', loadAgain),
      };
    };
  },
});

/** Puts a picture in where one writes, and goes on writing under it: selected, it would be replaced by the next key. */
export function putIn(editor: Editor, attrs: ImageAttributes): void {
  editor
    .chain()
    .insertContent({ type: 'image', attrs })
    .command(({ tr, state }) => {
      let end: number | undefined;
      tr.doc.descendants((node, at) => {
        if (node.type.name === 'image' && node.attrs.imageId === attrs.imageId) {
          end = at + node.nodeSize;
        }
      });
      if (end === undefined) return true;
      const paragraph = state.schema.nodes.paragraph?.create();
      if (!tr.doc.resolve(end).nodeAfter && paragraph) tr.insert(end, paragraph);
      tr.setSelection(Selection.near(tr.doc.resolve(end), 1));
      return true;
    })
    .run();
}

function attribute(name: string, read: (text: string) => unknown = String) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(name);
      return text === null ? null : read(text);
    },
    renderHTML: (attributes: Record<string, unknown>) => {
      const value = attributes[name.replace('data-image', 'imageId')];
      return value == null ? {} : { [name]: value };
    },
  };
}

function addressOf(documentId: DocumentId, imageId: unknown): string | undefined {
  return isImageId(imageId) ? imageAddress(documentId, imageId) : undefined;
}
