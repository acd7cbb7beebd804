import { expect, test } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PersonId } from '#shared/kernel/ids.ts';
import { newId } from '../../../platform/new-id.ts';
import { makePresence } from './presence.ts';

const somebody = (name: string) => ({
  ...{ personId: newId<'person'>() as PersonId, name, hue: 210 },
});

/** A browser's own awareness, without a clock that would end it by itself. */
function browser(): Awareness {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState({ cursor: 1 });
  return awareness;
}

test('DOC-11 what we tell is what y-protocols understands, with the name that we know', () => {
  const presence = makePresence();
  const [kari, ola] = [browser(), browser()];
  const [line, shown] = [{}, somebody('Kari Nordmann')];
  kari.setLocalStateField('user', { name: 'Rektor' });
  expect(presence.take(line, shown, encodeAwarenessUpdate(kari, [kari.clientID]))).toBe(true);
  applyAwarenessUpdate(ola, presence.takeChanges()?.bytes ?? new Uint8Array(), 'line');
  expect(ola.getStates().get(kari.clientID)).toEqual({ cursor: 1, user: shown });
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
  expect(ola.getStates().get(kari.clientID)).toMatchObject({ cursor: 1 });
  for (const cursor of [2, 3]) {
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
