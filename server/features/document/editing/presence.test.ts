import { expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { makePresence } from './presence.ts';

const somebody = (name: string) => ({
  ...{ personId: newId<'person'>() as PersonId, name, hue: 210 },
});

/** At the so-many-th place of the text. */
const place = (clock: number) => ({
  type: null,
  tname: null,
  item: { client: 7, clock },
  assoc: 0,
});
const cursorAt = (clock: number) => ({ anchor: place(clock), head: place(clock) });

/** A browser's own awareness, without a clock that would end it by itself. */
function browser(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ cursor: cursorAt(1) });
  return awareness;
}

test('DOC-11 what we tell is what y-protocols understands, with the name that we know', () => {
  const presence = makePresence();
  const [kari, ola] = [browser(), browser()];
  const [line, shown] = [{}, somebody('Kari Nordmann')];
  kari.setLocalStateField('user', { name: 'Rektor' });
  expect(presence.take(line, shown, encodeAwarenessUpdate(kari, [kari.clientID]))).toBe(true);
  applyAwarenessUpdate(ola, presence.takeChanges()?.bytes ?? new Uint8Array(), 'line');
  expect(ola.getStates().get(kari.clientID)).toEqual({ cursor: cursorAt(1), user: shown });
  presence.leaveAll(line);
  applyAwarenessUpdate(ola, presence.takeChanges()?.bytes ?? new Uint8Array(), 'line');
  expect(ola.getStates().has(kari.clientID)).toBe(false);
  for (const each of [kari, ola]) each.destroy();
});

test('DOC-11 whoever comes back without having moved is seen again, and when they move after that', () => {
  const presence = makePresence();
  const [kari, ola] = [browser(), browser()];
  const shown = somebody('Kari Nordmann');
  const tell = () =>
    applyAwarenessUpdate(ola, presence.takeChanges()?.bytes ?? new Uint8Array([0]), 'line');
  const first = {};
  presence.take(first, shown, encodeAwarenessUpdate(kari, [kari.clientID]));
  tell();
  presence.leaveAll(first);
  tell();
  const second = {};
  presence.take(second, shown, encodeAwarenessUpdate(kari, [kari.clientID]));
  tell();
  expect(ola.getStates().get(kari.clientID)).toMatchObject({ cursor: cursorAt(1) });
  for (const cursor of [cursorAt(2), cursorAt(3)]) {
    kari.setLocalStateField('cursor', cursor);
    presence.take(second, shown, encodeAwarenessUpdate(kari, [kari.clientID]));
    tell();
    expect(ola.getStates().get(kari.clientID)).toMatchObject({ cursor });
  }
  for (const each of [kari, ola]) each.destroy();
});

test('DOC-11 a state too large, a list, and bytes that end too early change nothing', () => {
  const presence = makePresence();
  const kari = browser();
  const shown = somebody('Kari Nordmann');
  kari.setLocalState({ text: 'x'.repeat(5_000) });
  presence.take({}, shown, encodeAwarenessUpdate(kari, [kari.clientID]));
  expect(presence.all()).toBeNull();
  expect(presence.take({}, shown, new Uint8Array([3, 1]))).toBe(false);
  expect(presence.take({}, shown, new Uint8Array([0xff, 0xff, 0x7f]))).toBe(false);
  expect(presence.takeChanges()).toBeNull();
  kari.destroy();
});

test('DOC-11 what an editor could not read is told to nobody: a caret has one shape, and nothing comes beside it', () => {
  const presence = makePresence();
  const line = {};
  const shown = somebody('Anne Moen');
  const kari = browser();
  const tell = (state: Record<string, unknown>) => {
    kari.setLocalState(state);
    presence.take(line, shown, encodeAwarenessUpdate(kari, [kari.clientID]));
    const heard = browser();
    applyAwarenessUpdate(heard, presence.all() ?? new Uint8Array([0]), 'line');
    const told = heard.getStates().get(kari.clientID);
    heard.destroy();
    return told;
  };
  const good = cursorAt(5);
  expect(tell({ cursor: good, renamed: 2 })).toEqual({ cursor: good, renamed: 2, user: shown });
  expect(tell({ cursor: null })).toEqual({ cursor: null, user: shown });
  // As Yjs writes a place in short, and one in an element.
  const short = { item: { client: 7, clock: 5 } };
  expect(tell({ cursor: { anchor: short, head: place(5) } })).toEqual({
    cursor: good,
    user: shown,
  });
  const inside = { type: { client: 7, clock: 3 }, tname: null, item: null, assoc: -1 };
  const ends = { ...inside, type: null, tname: 'text' };
  expect(tell({ cursor: { anchor: inside, head: ends } })).toEqual({
    ...{ cursor: { anchor: inside, head: ends }, user: shown },
  });
  const more = { ...place(5), more: 'x' };
  expect(tell({ cursor: { anchor: more, head: more, more }, scroll: 1, color: 'red' })).toEqual({
    ...{ cursor: good, user: shown },
  });
  const bad = [
    ...[{}, [], 1, 'x', true, { anchor: place(1) }, { anchor: null, head: null }],
    ...[
      ...[
        {},
        { item: {} },
        { item: { client: 1, clock: -1 } },
        { item: { client: 1.5, clock: 1 } },
      ],
      ...[{ item: { client: '1', clock: 1 } }, { item: 7 }, { type: [] }, { tname: 'another' }],
      ...[{ tname: 7 }, { tname: 'text', assoc: 9 }, { tname: 'text', assoc: '0' }],
    ].map((each) => ({ anchor: place(1), head: each })),
  ];
  for (const cursor of bad) {
    expect(tell({ cursor, renamed: -1 }), JSON.stringify(cursor)).toEqual({ user: shown });
  }
  kari.destroy();
});
