import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap';
import { expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { TEXT_FIELD } from '#shared/wire/document-line.ts';
import { caretPlugin } from './caret-plugin.ts';

const schema = new Schema({
  nodes: { doc: { content: 'paragraph+' }, paragraph: { content: 'text*' }, text: {} },
});

/** An editor's state over a text of three paragraphs, and whatever others say of their carets. */
function open() {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const awareness = new Awareness(doc);
  const text = doc.getXmlFragment(TEXT_FIELD);
  for (const words of ['En', 'To', 'Tre']) {
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(words)]);
    text.push([paragraph]);
  }
  const sync = ySyncPlugin(text);
  const carets = caretPlugin(awareness, {
    cursorBuilder: () => {
      throw new Error('nothing is drawn here');
    },
    selectionBuilder: () => ({}),
  });
  let state = EditorState.create({ schema, plugins: [sync, carets] });
  const { binding } = ySyncPluginKey.getState(state);
  const view = {
    ...{ hasFocus: () => false, isDestroyed: false },
    get state() {
      return state;
    },
    dispatch(tr: EditorState['tr']) {
      state = state.apply(tr);
    },
  };
  binding.initView(view);
  binding._forceRerender();
  return {
    type: (words: string) => (text.get(0) as Y.XmlElement).insert(0, [new Y.XmlText(words)]),
    shown: () => state.doc.textContent,
    say: (said: object) => awareness.getStates().set(2, said as Record<string, unknown>),
    caretsShown: () => carets.getState(state)?.find().length ?? 0,
    place: (nth: number) =>
      JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text.get(nth), 1))) as object,
    end: () => awareness.destroy(),
  };
}

const VALUES = [
  ...[null, undefined, 0, 1, -1, 1.5, 2 ** 31, 2 ** 53, Number.NaN, '', 'text', 'x', true, false],
  ...[
    {},
    [],
    [1],
    { client: 1 },
    { client: 1, clock: -1 },
    { client: 1, clock: 4 },
    'x'.repeat(500),
  ],
  ...[
    { client: 1, clock: 2 ** 40 },
    { client: 'x', clock: {} },
    { anchor: {}, head: {} },
  ],
];

/** A small generator, so that a failure can be had again. */
function random(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((now / 2 ** 31) * below);
  };
}

/** Puts something else at one place in what is said. */
function mutate(said: object, dice: (below: number) => number): object {
  const copy = structuredClone(said);
  let at = copy as Record<string, unknown>;
  for (;;) {
    const keys = [...Object.keys(at), 'more'];
    const key = keys[dice(keys.length)] ?? 'more';
    const inside = at[key];
    if (typeof inside === 'object' && inside !== null && dice(4) > 0) {
      at = inside as Record<string, unknown>;
      continue;
    }
    if (dice(5) === 0) delete at[key];
    else at[key] = VALUES[dice(VALUES.length)];
    return copy;
  }
}

it('F44 others’ words come in whatever somebody says of their caret: 2,000 mutated states', () => {
  const editor = open();
  const dice = random(20_261_126);
  const good = { cursor: { anchor: editor.place(0), head: editor.place(2) } };
  editor.say(good);
  editor.type('.');
  expect(editor.caretsShown(), 'the pole, and what is selected').toBe(2);
  let drawn = 0;
  for (let nth = 0; nth < 2_000; nth++) {
    let said: object = good;
    for (let times = dice(3); times >= 0; times--) said = mutate(said, dice);
    editor.say(said);
    const before = editor.shown();
    editor.type(String(nth % 10));
    expect(editor.shown(), JSON.stringify(said)).toBe(`${nth % 10}${before}`);
    if (editor.caretsShown() > 0) drawn++;
  }
  expect(drawn, 'what is still a caret is drawn').toBeGreaterThan(50);
  expect(drawn).toBeLessThan(1_950);
  editor.end();
});

it('F44 a caret that is none does not take the others’ with it', () => {
  const editor = open();
  editor.say({ cursor: {} });
  editor.type('a');
  expect(editor.caretsShown()).toBe(0);
  editor.say({ cursor: { anchor: editor.place(1), head: editor.place(1) } });
  editor.type('b');
  expect(editor.caretsShown()).toBeGreaterThan(0);
  editor.end();
});
