import { Extension } from '@tiptap/core';
import { DOMParser as ModelParser, Slice } from '@tiptap/pm/model';
import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { inertDocument } from '../../../platform/inert-html.ts';
import { levelsHere } from './pasted-headings.ts';
import { keepWordMarks, readWordLists, readWordNotes } from './pasted-word.ts';

/**
 * Pastes and drops what comes as HTML. ProseMirror would write it into an element, which the Trusted Types policy
 * refuses; here it is read in a document that runs and loads nothing, and only what the schema knows goes on.
 */
export const pasting = (onLeftOut: () => void) =>
  Extension.create({
    name: 'pasting',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handlePaste: (view, event) => pasteHtml(view, event.clipboardData, onLeftOut),
          handleDrop: (view, event, _slice, moved) => {
            // What was taken from this very text is moved by ProseMirror itself, as a tree.
            if (moved || view.dragging) return false;
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (at) {
              const place = Selection.near(view.state.doc.resolve(at.pos));
              view.dispatch(view.state.tr.setSelection(place));
            }
            return pasteHtml(view, event.dataTransfer, onLeftOut);
          },
        },
      }),
    ],
  });

/** What the schema never takes, and the policy would report each time, though nothing of it runs or shows. */
const quiet = (html: string): string =>
  keepWordMarks(html)
    .replace(/<style\b.*?<\/style>/gisu, '')
    .replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/giu, '');

/** The schema knows two levels, and would make a paragraph of any other. */
function setLevels(body: HTMLElement): void {
  const headings = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const levels = levelsHere(headings.map(({ tagName }) => Number(tagName[1])));
  for (const [nth, heading] of headings.entries()) {
    const here = body.ownerDocument.createElement(`h${levels[nth]}`);
    here.append(...heading.childNodes);
    heading.replaceWith(here);
  }
}

function pasteHtml(view: EditorView, given: DataTransfer | null, onLeftOut: () => void): boolean {
  const html = given?.getData('text/html');
  if (!html) return false;
  const { state } = view;
  const parser = ModelParser.fromSchema(state.schema);
  const { body } = inertDocument(quiet(html));
  setLevels(body);
  readWordLists(body);
  readWordNotes(body);
  const hasPicture = body.querySelector('img[src]:not([data-image])') !== null;
  const read = parser.parseSlice(body, {
    preserveWhitespace: false,
    context: state.selection.$from,
  });
  const slice = Slice.maxOpen(read.content, true);
  if (hasPicture) onLeftOut();
  if (slice.content.size === 0) return hasPicture;
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'));
  return true;
}
