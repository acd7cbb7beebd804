import { createRoot } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { expect, test } from 'vitest';
import type { Agenda, AgendaEdit } from '#shared/features/session/agenda/model.ts';
import { editAgenda, evolveAgenda } from '#shared/features/session/agenda/rules.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, PersonId, SessionId } from '#shared/kernel/ids.ts';
import { language } from '../../../platform/language.ts';
import { lengthOfMinutes } from '../../../platform/length-of-time.ts';
import { createAgendaEditing } from './agenda-editing.ts';
import { words } from './editing-words.ts';

const titles = ['Innsjekk', 'Lesing', 'Runde', 'Utsjekk'];
const planned: Agenda = {
  ...{ startsAt: 0, version: 0, currentId: null, since: null },
  items: titles.map((title) => ({
    ...{ id: title as AgendaItemId, title, about: '', minutes: 10, kind: 'item' },
  })),
};

/** A server that decides by the rules, and a screen that hears of what others do when it is told to. */
function screenOf() {
  let kept = planned;
  const [agenda, setAgenda] = createStore<Agenda>(structuredClone(planned));
  const hear = () => setAgenda(reconcile(structuredClone(kept), { key: 'id' }));
  let made = 0;
  const decide = (seen: number, edit: AgendaEdit) => {
    made += 1;
    const editing = { seen, edit, newId: `new ${made}` as AgendaItemId };
    const decision = editAgenda(kept, editing, 'somebody' as PersonId, made);
    if (!decision.ok) return decision;
    kept = decision.facts.reduce(evolveAgenda, kept);
    return { ok: true as const, value: { agenda: structuredClone(kept) } };
  };
  const editing = createRoot(() =>
    createAgendaEditing({
      sessionId: 'session' as SessionId,
      agenda,
      endsAt: () => 50 * MINUTE_MS,
      waits: () => undefined,
      send: async (_, input) => {
        await Promise.resolve();
        const outcome = decide(input.seen, input.edit);
        hear();
        return outcome as never;
      },
    }),
  );
  const other = (edit: AgendaEdit) => decide(kept.version, edit);
  return { editing, other, hear, titles: () => kept.items.map(({ title }) => title) };
}
const id = (title: string) => title as AgendaItemId;

test('AGENDA-6 pressed twice in a row, an item moves two places', async () => {
  const { editing, titles: now } = screenOf();
  await Promise.all([editing.move(id('Innsjekk'), 1), editing.move(id('Innsjekk'), 1)]);
  expect(now()).toEqual(['Lesing', 'Runde', 'Innsjekk', 'Utsjekk']);
  expect(editing.problem()).toBeUndefined();
});

test('AGENDA-6 a press on what somebody else has changed is refused in words, with what was pressed after it', async () => {
  const { editing, other, titles: now } = screenOf();
  other({ do: 'move', itemId: id('Utsjekk'), place: 0 });
  const before = now();
  await Promise.all([editing.move(id('Runde'), -1), editing.move(id('Runde'), -1)]);
  expect(now()).toEqual(before);
  expect(editing.problem()).toBe(words[language()].refusals['agenda-changed']);
  expect(editing.agenda.items.map(({ title }) => title)).toEqual(before);
  await editing.move(id('Runde'), -1);
  expect(editing.problem()).toBeUndefined();
  expect(now()).toEqual(['Utsjekk', 'Innsjekk', 'Runde', 'Lesing']);
});

test('AGENDA-6 what is being written stays when somebody else was first, and can be saved over it', async () => {
  const { editing, other, hear, titles: now } = screenOf();
  const [first] = planned.items;
  if (!first) throw new Error('no item');
  editing.openItem(first);
  editing.setDraft({ title: 'Velkommen' });
  other({ do: 'change', itemId: first.id, item: { ...first, title: 'Hei' } });
  hear();
  expect(editing.changedMeanwhile()).toMatchObject({ title: 'Hei' });
  expect(await editing.save()).toBeUndefined();
  expect(editing.draft().title).toBe('Velkommen');
  // The form lies over the agenda: it says no "now you see how it is" of what it hides.
  expect(editing.problem()).toBe(words[language()].changedWhileWriting);
  expect(editing.isChanged()).toBe(true);
  expect(now()[0]).toBe('Hei');
  expect(await editing.save()).toBe(first.id);
  expect(now()[0]).toBe('Velkommen');
});

test('AGENDA-5 an item that is gone by then is added again when it is saved', async () => {
  const { editing, other, hear, titles: now } = screenOf();
  const [first] = planned.items;
  if (!first) throw new Error('no item');
  editing.openItem(first);
  other({ do: 'remove', itemId: first.id });
  hear();
  expect(editing.changedMeanwhile(), 'the form says so').toBeNull();
  await editing.save();
  expect(editing.problem()).toBeUndefined();
  expect(now()).toEqual(titles);
});

test('AGENDA-5 an item that goes after the press is added again when it is saved once more', async () => {
  const { editing, other, titles: now } = screenOf();
  const [first] = planned.items;
  if (!first) throw new Error('no item');
  editing.openItem(first);
  other({ do: 'remove', itemId: first.id });
  await editing.save();
  expect(editing.problem(), 'one message, about this item').toBe(
    words[language()].goneWhileWriting,
  );
  await editing.save();
  expect(now()).toEqual(titles);
});

test('AGENDA-5 what was removed comes back where it stood', async () => {
  const { editing, titles: now } = screenOf();
  await editing.remove(id('Runde'));
  expect(now()).toEqual(['Innsjekk', 'Lesing', 'Utsjekk']);
  await editing.undo();
  expect(now()).toEqual(titles);
  expect(editing.removed()).toBeUndefined();
});

test('AGENDA-5 an item that another teacher removed and brought back is the one that is saved', async () => {
  const { editing, other, hear, titles: now } = screenOf();
  const [first] = planned.items;
  if (!first) throw new Error('no item');
  editing.openItem(first);
  editing.setDraft({ title: 'Velkommen' });
  other({ do: 'remove', itemId: first.id });
  hear();
  expect(editing.changedMeanwhile()).toBeNull();
  const { id: _, ...item } = first;
  other({ do: 'add', item, place: 0 });
  hear();
  expect(editing.changedMeanwhile(), 'it is as it was found').toBeUndefined();
  expect(await editing.save()).toBeDefined();
  expect(now()).toEqual(['Velkommen', 'Lesing', 'Runde', 'Utsjekk']);
});

test('AGENDA-12 an agenda that has become longer than its session says by how much, and is saved', async () => {
  const { editing, titles: now } = screenOf();
  expect(editing.tooLong()).toBeUndefined();
  editing.openItem(null, 'pause');
  editing.setDraft({ title: 'Pause', minutes: '10' });
  await editing.save();
  expect(editing.tooLong(), 'as long as the session').toBeUndefined();
  editing.openItem(null);
  editing.setDraft({ title: 'Mer', minutes: '90' });
  await editing.save();
  expect(now()).toContain('Mer');
  const by = lengthOfMinutes(language(), 90);
  expect(editing.tooLong()).toBe(words[language()].tooLong(by));
});
