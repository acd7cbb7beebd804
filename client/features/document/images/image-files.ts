import { Extension } from '@tiptap/core';
import { Plugin, Selection } from '@tiptap/pm/state';
import { inertDocument } from '../../../platform/inert-html.ts';

/** Pictures that are pasted or dropped as files go to whoever asks for their words, and into the text only then. */
export const imageFiles = (onFiles: (files: readonly File[]) => void) =>
  Extension.create({
    name: 'imageFiles',
    // Before what reads pasted HTML.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste(view, { clipboardData }) {
            const files = view.editable ? picturesIn(clipboardData) : [];
            if (files.length > 0) onFiles(files);
            return files.length > 0;
          },
          handleDrop(view, event, _slice, moved) {
            const files = view.editable && !moved ? picturesIn(event.dataTransfer) : [];
            if (files.length === 0) return false;
            event.preventDefault();
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at) {
              const place = Selection.near(view.state.doc.resolve(at.pos));
              view.dispatch(view.state.tr.setSelection(place));
            }
            onFiles(files);
            return true;
          },
        },
      }),
    ],
  });

/** None where words came along: a text processor sends a picture of them too. */
function picturesIn(given: DataTransfer | null): readonly File[] {
  const files = [...(given?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
  if (files.length === 0) return [];
  const html = given?.getData('text/html') ?? '';
  const words = html === '' ? '' : (inertDocument(html).body.textContent ?? '');
  return words.trim() === '' ? files : [];
}
