import { Schema } from '@tiptap/pm/model';
import { EditorState, Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPlugin } from '@tiptap/y-tiptap';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { keepInStep } from './in-step.ts';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*' },
    text: {},
  },
});

const reported = vi.fn();
beforeEach(() => vi.stubGlobal('reportError', reported));
afterEach(() => {
  vi.unstubAllGlobals();
  reported.mockReset();
});

/** One editor with nothing drawn: state, plugins and binding are the real ones. `fails`: throws while words come in. */
function editor(doc: Y.Doc, fails: () => boolean = () => false) {
  const onLost = vi.fn();
  const sync: Plugin = ySyncPlugin(doc.getXmlFragment(TEXT_FIELD));
  const step = keepInStep(sync, onLost);
  const failing = new Plugin({
    state: {
      init: () => 0,
      apply: (tr) => {
        if (tr.docChanged && fails()) throw new Error('a plugin failed');
        return 0;
      },
    },
  });
  let state = EditorState.create({ schema, plugins: [sync, failing, ...step.plugins] });
  const view = {
    ...{ hasFocus: () => false, isDestroyed: false },
    get state() {
      return state;
    },
    dispatch(tr: EditorState['tr']) {
      const before = state;
      state = state.apply(tr);
      made?.update?.(view, before);
    },
  } as unknown as EditorView;
  let made: ReturnType<NonNullable<Plugin['spec']['view']>> | undefined;
  made = sync.spec.view?.(view);
  return {
    ...{ step, onLost },
    shown: () => state.doc.textBetween(0, state.doc.content.size, '|'),
    /** As a person does, in the first paragraph. */
    type: (words: string) => view.dispatch(state.tr.insertText(words, 1)),
  };
}

/** Two people's texts, joined by a line that is never cut. */
function two(): [Y.Doc, Y.Doc] {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const follow = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'line' && origin !== 'device') Y.applyUpdate(to, update, 'line');
    });
  follow(one, other);
  follow(other, one);
  return [one, other];
}

const stored = (doc: Y.Doc) => doc.getXmlFragment(TEXT_FIELD).toString();

it('F43 DOC-48 an editor in which something failed once while others’ words came in has them all the same, and writes none away', () => {
  const [one, other] = two();
  let failing = 0;
  const kari = editor(one);
  const ola = editor(other, () => failing-- > 0);
  kari.type('Start. ');
  failing = 1;
  kari.type('Kari. ');
  expect(ola.shown()).toBe('Kari. Start. ');
  expect(reported).toHaveBeenCalledTimes(1);
  ola.type('Ola. ');
  expect(kari.shown()).toBe('Ola. Kari. Start. ');
  expect(ola.onLost).not.toHaveBeenCalled();
});

it('F43 DOC-48 an editor that cannot follow any more says so, and writes nothing over the others', () => {
  const [one, other] = two();
  let fails = false;
  const kari = editor(one);
  const ola = editor(other, () => fails);
  kari.type('Start. ');
  fails = true;
  kari.type('Kari. ');
  expect(ola.onLost).toHaveBeenCalledTimes(1);
  expect(ola.step.isLost()).toBe(true);
  fails = false;
  ola.type('Ola. ');
  kari.type('Mer. ');
  ola.type('Ola igjen. ');
  expect(stored(one)).toBe('<paragraph>Mer. Kari. Start. </paragraph>');
  expect(stored(other)).toBe(stored(one));
  expect(ola.onLost).toHaveBeenCalledTimes(1);
});

it('F43 DOC-48 with failures at any time, whatever was written is there for everybody who still writes', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const [one, other] = two();
    let now = seed;
    const dice = (below: number) => {
      now = (now * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((now / 2 ** 31) * below);
    };
    let others = false;
    const fails = () => others && dice(4) === 0;
    const people = [editor(one, fails), editor(other, fails)];
    const written: string[] = [];
    for (let nth = 0; nth < 12; nth++) {
      const who = people[dice(2)];
      if (!who || who.step.isLost()) continue;
      const words = `<${seed}.${nth}>`;
      // One's own key may fail too: then one sees that nothing was written.
      others = true;
      try {
        who.type(words);
        written.push(words);
      } catch {
        // Not taken.
      }
      others = false;
    }
    expect(stored(one), `seed ${seed}`).toBe(stored(other));
    const text = new Y.Doc();
    Y.applyUpdate(text, Y.encodeStateAsUpdate(one));
    const kept = text.getXmlFragment(TEXT_FIELD).toJSON();
    for (const words of written) expect(kept, `seed ${seed}`).toContain(words);
    for (const each of people) {
      if (!each.step.isLost()) expect(each.shown(), `seed ${seed}`).toContain(written.at(-1) ?? '');
    }
  }
});

it.each<[string, (text: Y.XmlFragment) => void]>([
  ['bare letters under the root', (text) => text.insert(0, [new Y.XmlText('bart')])],
  ['a hook under the root', (text) => text.insert(0, [new Y.XmlHook('krok') as never])],
  ['a value among the paragraphs', (text) => text.insert(0, ['x' as never])],
  [
    'a map in a paragraph',
    (text) => (text.get(0) as Y.XmlElement).insert(0, [new Y.Map() as never]),
  ],
  [
    'a thing among letters',
    (text) => ((text.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { a: 1 }),
  ],
])('F43 DOC-48 %s keeps no words of others out, and no editor from opening', (_, poison) => {
  const [one, other] = two();
  const kari = editor(one);
  const ola = editor(other);
  kari.type('Start. ');
  const third = new Y.Doc();
  Y.applyUpdate(third, Y.encodeStateAsUpdate(one));
  poison(third.getXmlFragment(TEXT_FIELD));
  for (const doc of [one, other]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(third), 'line');
  kari.type('Kari. ');
  expect(ola.shown()).toBe('Kari. Start. ');
  ola.type('Ola. ');
  expect(kari.shown()).toBe('Ola. Kari. Start. ');
  const late = new Y.Doc();
  Y.applyUpdate(late, Y.encodeStateAsUpdate(third), 'line');
  expect(editor(late).shown()).toBe('Start. ');
  expect(reported).not.toHaveBeenCalled();
});
