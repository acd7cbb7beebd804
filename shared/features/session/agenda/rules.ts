import { assertNever } from '#shared/kernel/assert-never.ts';
import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import { type Instant, MINUTE_MS } from '#shared/kernel/duration.ts';
import type { AgendaItemId, PersonId } from '#shared/kernel/ids.ts';
import type { AgendaFact } from './facts.ts';
import {
  AGENDA_ITEMS_MAX,
  type Agenda,
  type AgendaEdit,
  type AgendaItem,
  type PlannedItem,
} from './model.ts';

/** Makes another item the current one. `from` is what the screen showed, so that two presses make one step. */
export function stepAgenda(
  agenda: Agenda,
  step: { readonly from: AgendaItemId | null; readonly to: AgendaItemId },
  by: PersonId,
  at: Instant,
): Decision<AgendaFact, 'unknown-item' | 'already-stepped'> {
  if (!agenda.items.some((item) => item.id === step.to)) return refuse('unknown-item');
  if (agenda.currentId !== step.from) return refuse('already-stepped');
  if (agenda.currentId === step.to) return accept();
  return accept({ type: 'agenda-stepped', to: step.to, by, at });
}

/** By how many minutes what is planned is longer than the session; 0 when there is time for all of it. */
export function minutesTooLong(
  { startsAt, items }: Pick<Agenda, 'startsAt' | 'items'>,
  endsAt: Instant,
): number {
  const planned = items.reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.max(0, planned - Math.floor((endsAt - startsAt) / MINUTE_MS));
}

/** The pause that comes next, when the minutes of what is on are over: whoever begins one now means that. */
export function duePause(
  { items, currentId, since }: Agenda,
  now: Instant,
): AgendaItem | undefined {
  const current = items.findIndex(({ id }) => id === currentId);
  const item = items[current];
  if (!item || since === null || now < since + item.minutes * MINUTE_MS) return undefined;
  const next = items[current + 1];
  return item.kind !== 'pause' && next?.kind === 'pause' ? next : undefined;
}

/** A change of the items, with the version that the screen showed, and an id for an item that comes with it. */
export type Editing = {
  readonly seen: number;
  readonly edit: AgendaEdit;
  readonly newId: AgendaItemId;
};

/**
 * Changes the items. What somebody else has changed since is never overwritten unseen: the change is refused, and the
 * screen shows how it is by then. The item that is on is never taken away.
 */
export function editAgenda(
  agenda: Agenda,
  { seen, edit, newId }: Editing,
  by: PersonId,
  at: Instant,
): Decision<AgendaFact, 'agenda-changed' | 'unknown-item' | 'current-item' | 'too-many-items'> {
  const { items, currentId, version } = agenda;
  if (seen !== version) return refuse('agenda-changed');
  if (edit.do === 'add') {
    if (items.length >= AGENDA_ITEMS_MAX) return refuse('too-many-items');
    const place = Math.min(edit.place, items.length);
    const item = { id: newId, ...edit.item };
    return accept({ type: 'agenda-item-added', item, place, by, at });
  }
  const { itemId } = edit;
  const before = items.findIndex((item) => item.id === itemId);
  const item = items[before];
  if (!item) return refuse('unknown-item');
  switch (edit.do) {
    case 'change':
      if (isSamePlan(item, edit.item)) return accept();
      return accept({ type: 'agenda-item-changed', item: { id: itemId, ...edit.item }, by, at });
    case 'move': {
      const place = Math.min(edit.place, items.length - 1);
      if (place === before) return accept();
      return accept({ type: 'agenda-item-moved', itemId, place, by, at });
    }
    case 'remove':
      if (itemId === currentId) return refuse('current-item');
      return accept({ type: 'agenda-item-removed', itemId, by, at });
    default:
      return assertNever(edit);
  }
}

/** Begins from items that are there already, in place of what is planned, as long as nothing of it has begun. */
export function fillAgenda(
  agenda: Agenda,
  { seen, items }: { readonly seen: number; readonly items: readonly AgendaItem[] },
  by: PersonId,
  at: Instant,
): Decision<AgendaFact, 'agenda-changed' | 'agenda-begun'> {
  if (seen !== agenda.version) return refuse('agenda-changed');
  if (agenda.currentId !== null) return refuse('agenda-begun');
  return accept({ type: 'agenda-filled', items: [...items], by, at });
}

/** Whether two items say the same, whatever they are called by. */
export function isSamePlan(one: PlannedItem, other: PlannedItem): boolean {
  return (
    one.title === other.title &&
    one.about === other.about &&
    one.minutes === other.minutes &&
    one.kind === other.kind
  );
}

/** Carries the agenda one fact forward. */
export function evolveAgenda(agenda: Agenda, fact: AgendaFact): Agenda {
  if (fact.type === 'agenda-stepped') return { ...agenda, currentId: fact.to, since: fact.at };
  return { ...agenda, items: itemsAfter(agenda.items, fact), version: agenda.version + 1 };
}

function itemsAfter(
  items: readonly AgendaItem[],
  fact: Exclude<AgendaFact, { type: 'agenda-stepped' }>,
): AgendaItem[] {
  switch (fact.type) {
    case 'agenda-item-added':
      return items.toSpliced(fact.place, 0, fact.item);
    case 'agenda-item-changed':
      return items.map((item) => (item.id === fact.item.id ? fact.item : item));
    case 'agenda-item-removed':
      return items.filter((item) => item.id !== fact.itemId);
    case 'agenda-item-moved': {
      const moved = items.filter((item) => item.id === fact.itemId);
      return items.filter((item) => item.id !== fact.itemId).toSpliced(fact.place, 0, ...moved);
    }
    case 'agenda-filled':
      return fact.items;
    default:
      return assertNever(fact);
  }
}
