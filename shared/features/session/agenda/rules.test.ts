import { expect, test } from 'vitest';
import type { AgendaItemId, PersonId } from '#shared/kernel/ids.ts';
import type { Agenda } from './model.ts';
import { evolveAgenda, stepAgenda } from './rules.ts';

const anne = 'anne' as PersonId;
const [one, two] = ['one', 'two'] as AgendaItemId[] as [AgendaItemId, AgendaItemId];
const agenda: Agenda = {
  startsAt: 0,
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
