import { type Editor, mergeAttributes, Node } from '@tiptap/core';
import { Selection } from '@tiptap/pm/state';
import { imageAddress } from '#shared/features/document/images/model.ts';
import type { DocumentId } from '#shared/kernel/ids.ts';
import styles from './Image.module.css';
import { isImageId } from './image-id.ts';
import type { KeptPictures } from './kept-pictures.ts';
import { makeShownPicture } from './shown-picture.ts';

/** What a picture is in the text: which, how large, and in words. Without words it is decoration. */
export type ImageAttributes = {
  readonly imageId: string;
  readonly alt: string;
  readonly width: number | null;
  readonly height: number | null;
};

type ImageOptions = {
  readonly documentId: DocumentId;
  readonly kept: KeptPictures;
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
    kept: { keep: () => undefined, find: async () => undefined, forget: () => undefined },
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
    const { documentId, kept, words, onOpen } = this.options;
    return ({ node, getPos }) => {
      let attributes = node.attrs as ImageAttributes;
      const figure = document.createElement('figure');
      figure.className = styles.figure ?? '';
      const picture = makeShownPicture({
        addressOf: (imageId) => imageAddress(documentId, imageId),
        kept,
        onMissing: (isMissing) => figure.toggleAttribute('data-missing', isMissing),
      });
      const missing = document.createElement('p');
      missing.className = styles.missing ?? '';
      const about = document.createElement('button');
      about.type = 'button';
      about.className = styles.about ?? '';
      about.contentEditable = 'false';

      const load = () =>
        picture.show(isImageId(attributes.imageId) ? attributes.imageId : undefined);
      const draw = () => {
        const { element } = picture;
        element.alt = attributes.alt;
        if (attributes.width) element.width = attributes.width;
        if (attributes.height) element.height = attributes.height;
        about.textContent = words.shows(attributes.alt);
        missing.textContent =
          attributes.alt === '' ? words.notShown : `${attributes.alt}. ${words.notShown}`;
      };
      about.addEventListener('click', () => onOpen(getPos() ?? 0));
      draw();
      load();
      figure.append(picture.element, missing, about);
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
        destroy: picture.end,
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
