import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, PersonId } from '#shared/kernel/ids.ts';
import { AGENDA_ITEMS_MAX, type Agenda, type AgendaEdit, agendaEdit } from './model.ts';
import { duePause, editAgenda, evolveAgenda, fillAgenda, stepAgenda } from './rules.ts';

const anne = 'anne' as PersonId;
const [one, two] = ['one', 'two'] as AgendaItemId[] as [AgendaItemId, AgendaItemId];
const agenda: Agenda = {
  startsAt: 0,
  version: 0,
  items: [one, two].map((id) => ({ id, title: id, about: '', minutes: 10, kind: 'item' })),
  currentId: one,
  since: 100,
};

test('AGENDA-1 the item that is stepped to is current from then on', () => {
  const decision = stepAgenda(agenda, { from: one, to: two }, anne, 900);
  expect(decision).toEqual({
    ok: true,
    facts: [{ type: 'agenda-stepped', to: two, by: anne, at: 900 }],
  });
  const next = decision.ok ? decision.facts.reduce(evolveAgenda, agenda) : agenda;
  expect(next).toEqual({ ...agenda, currentId: two, since: 900 });
});

test('AGENDA-2 a step from what is no longer current is refused, and one to where it is changes nothing', () => {
  const refused = { ok: false, refusal: 'already-stepped' };
  expect(stepAgenda(agenda, { from: null, to: two }, anne, 1)).toEqual(refused);
  expect(stepAgenda(agenda, { from: two, to: one }, anne, 1)).toEqual(refused);
  expect(stepAgenda(agenda, { from: one, to: one }, anne, 1)).toEqual({ ok: true, facts: [] });
});

test('AGENDA-3 an item that the session does not have is unknown', () => {
  const to = 'three' as AgendaItemId;
  expect(stepAgenda(agenda, { from: one, to }, anne, 1)).toEqual({
    ok: false,
    refusal: 'unknown-item',
  });
});

test('BREAK-9 a pause is due when it comes next and the minutes of what is on are over', () => {
  const begun = (currentId: AgendaItemId | null, kinds: readonly ('item' | 'pause')[]): Agenda => ({
    ...agenda,
    items: kinds.map((kind, nth) => ({
      ...{ id: nth === 0 ? one : two, title: 'Noe', about: '' },
      ...{ minutes: 10, kind },
    })),
    currentId,
    since: currentId && 0,
  });
  const over = 10 * MINUTE_MS;
  expect(duePause(begun(one, ['item', 'pause']), over)?.id).toBe(two);
  expect(duePause(begun(one, ['item', 'pause']), over - 1), 'in the midst').toBeUndefined();
  expect(duePause(begun(one, ['item', 'item']), over)).toBeUndefined();
  expect(duePause(begun(one, ['pause', 'pause']), over), 'in a pause').toBeUndefined();
  expect(duePause(begun(two, ['item', 'pause']), over)).toBeUndefined();
  expect(duePause(begun(null, ['pause', 'item']), over), 'not begun').toBeUndefined();
});

const written = { title: 'Runde', about: '', minutes: 30, kind: 'item' } as const;
const newId = 'new' as AgendaItemId;
const edited = (from: Agenda, edit: AgendaEdit, seen = from.version) => {
  const decision = editAgenda(from, { seen, edit, newId }, anne, 900);
  return decision.ok ? decision.facts.reduce(evolveAgenda, from) : decision.refusal;
};
const titles = (from: Agenda | string) =>
  typeof from === 'string' ? from : from.items.map(({ title }) => title);

test('F9 AGENDA-5 an item is added where it is asked for, changed, moved and removed', () => {
  expect(titles(edited(agenda, { do: 'add', item: written, place: 1 }))).toEqual([
    'one',
    'Runde',
    'two',
  ]);
  expect(titles(edited(agenda, { do: 'add', item: written, place: 40 }))).toEqual([
    'one',
    'two',
    'Runde',
  ]);
  expect(edited(agenda, { do: 'change', itemId: two, item: written })).toMatchObject({
    items: [{ id: one }, { id: two, ...written }],
  });
  expect(titles(edited(agenda, { do: 'move', itemId: one, place: 1 }))).toEqual(['two', 'one']);
  expect(titles(edited(agenda, { do: 'remove', itemId: two }))).toEqual(['one']);
});

test('AGENDA-6 a change of what has been changed since it was seen is refused, and one that changes nothing keeps the version', () => {
  const changed = { ...agenda, version: 3 };
  expect(edited(changed, { do: 'move', itemId: one, place: 1 }, 2)).toBe('agenda-changed');
  expect(edited(changed, { do: 'move', itemId: one, place: 1 })).toMatchObject({ version: 4 });
  expect(edited(changed, { do: 'move', itemId: one, place: 0 })).toBe(changed);
  const { id: _, ...same } = agenda.items[0] as Agenda['items'][number];
  expect(edited(changed, { do: 'change', itemId: one, item: same })).toBe(changed);
});

test('AGENDA-7 the item that is on can be changed and moved, and is never removed', () => {
  expect(edited(agenda, { do: 'remove', itemId: one })).toBe('current-item');
  expect(edited(agenda, { do: 'move', itemId: one, place: 1 })).toMatchObject({ currentId: one });
  expect(edited(agenda, { do: 'change', itemId: one, item: written })).toMatchObject({
    currentId: one,
    since: 100,
  });
});

test('AGENDA-8 there are forty items at most, and what the session does not have is unknown', () => {
  const items = Array.from({ length: AGENDA_ITEMS_MAX }, (_, nth) => ({
    ...{ id: `${nth}` as AgendaItemId, ...written },
  }));
  const full = { ...agenda, items };
  expect(edited(full, { do: 'add', item: written, place: 0 })).toBe('too-many-items');
  expect(edited(agenda, { do: 'remove', itemId: newId })).toBe('unknown-item');
});

test.each([
  ['an empty title', { ...written, title: ' ' }],
  ['a title of 121 characters', { ...written, title: 'a'.repeat(121) }],
  ['a title in two lines', { ...written, title: 'a\nb' }],
  ['half an emoji', { ...written, title: '\ud83d' }],
  ['a text of 1001 characters', { ...written, about: 'a'.repeat(1001) }],
  ['a null in the text', { ...written, about: 'a\0b' }],
  ['no minutes', { ...written, minutes: 0 }],
  ['half a minute', { ...written, minutes: 0.5 }],
  ['481 minutes', { ...written, minutes: 481 }],
  ['another kind', { ...written, kind: 'lunch' }],
])('AGENDA-8 %s is bad input', (_, item) => {
  expect(agendaEdit.safeParse({ do: 'add', item, place: 0 }).success).toBe(false);
});

test('AGENDA-9 what is planned is replaced as long as nothing has begun, and as it was seen', () => {
  const items = [{ id: newId, ...written }];
  const ahead = { ...agenda, currentId: null, since: null };
  const filled = fillAgenda(ahead, { seen: 0, items }, anne, 900);
  expect(filled.ok && filled.facts.reduce(evolveAgenda, ahead)).toEqual({
    ...ahead,
    ...{ items, version: 1 },
  });
  expect(fillAgenda(ahead, { seen: 1, items }, anne, 900)).toEqual({
    ...{ ok: false, refusal: 'agenda-changed' },
  });
  expect(fillAgenda(agenda, { seen: 0, items }, anne, 900)).toEqual({
    ...{ ok: false, refusal: 'agenda-begun' },
  });
});

const place = fc.nat(12);
const nth = fc.nat(12);
const anyEdit = fc.oneof(
  fc.record({ do: fc.constant('add' as const), place }),
  fc.record({ do: fc.constant('change' as const), nth, minutes: fc.integer({ min: 1, max: 480 }) }),
  fc.record({ do: fc.constant('move' as const), nth, place }),
  fc.record({ do: fc.constant('remove' as const), nth }),
  fc.record({ do: fc.constant('step' as const), nth }),
);

test('AGENDA-6 AGENDA-7 whatever two teachers do from whatever they last saw, no item is lost or doubled, and the one that is on stays', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ teacher: fc.nat(1), looks: fc.boolean(), what: anyEdit }), {
        maxLength: 60,
      }),
      (acts) => {
        let now: Agenda = agenda;
        const screens: [Agenda, Agenda] = [agenda, agenda];
        const expected = new Set<string>([one, two]);
        for (const [turn, { teacher, looks, what }] of acts.entries()) {
          if (looks) screens[teacher as 0 | 1] = now;
          const screen = screens[teacher as 0 | 1];
          const itemId = screen.items[('nth' in what ? what.nth : 0) % screen.items.length]?.id;
          if (!itemId) continue;
          if (what.do === 'step') {
            const stepped = stepAgenda(now, { from: screen.currentId, to: itemId }, anne, turn);
            if (stepped.ok) now = stepped.facts.reduce(evolveAgenda, now);
            continue;
          }
          const edit: AgendaEdit =
            what.do === 'add'
              ? { ...what, item: written }
              : what.do === 'change'
                ? { do: 'change', itemId, item: { ...written, minutes: what.minutes } }
                : { ...what, itemId };
          const added = `new ${turn}` as AgendaItemId;
          const editing = { seen: screen.version, edit, newId: added };
          const decision = editAgenda(now, editing, anne, turn);
          expect(decision.ok || screen.version !== now.version || edit.do === 'remove').toBe(true);
          if (!decision.ok) continue;
          if (edit.do === 'add') expected.add(added);
          if (edit.do === 'remove') expected.delete(itemId);
          now = decision.facts.reduce(evolveAgenda, now);
          // A screen hears what came of its own press.
          screens[teacher as 0 | 1] = now;
        }
        expect(now.items.map(({ id }) => id).sort()).toEqual([...expected].sort());
        expect(now.items.map(({ id }) => id)).toContain(now.currentId);
      },
    ),
  );
});
