import { expect, test } from 'vitest';
import type { AgendaItem } from '#shared/features/session/agenda/model.ts';
import type { AgendaItemId } from '#shared/kernel/ids.ts';
import type { PlannedItem } from './agenda-time.ts';
import { spokenItem } from './spoken-item.ts';
import { words } from './words.ts';

const planned = (title: string, kind: AgendaItem['kind'] = 'item'): PlannedItem => ({
  item: { id: title as AgendaItemId, title, about: '', minutes: 10, kind },
  startsAt: 0,
  phase: 'now',
});
const spoken = (current: PlannedItem | undefined, next: PlannedItem | null) =>
  spokenItem(words.nb, {
    current: () => current,
    next: () => next,
    pauseUntil: () => (current?.item.kind === 'pause' ? Date.UTC(2026, 8, 29, 8, 40) : null),
  });

test('F9 a screen reader is told what is on, what comes after it, and when a pause is over', () => {
  expect(spoken(planned('Innsjekk'), planned('Lesing'))).toBe(
    'Nå: Innsjekk. 10 minutter. Etterpå: Lesing.',
  );
  expect(spoken(planned('Kaffe', 'pause'), planned('Runde'))).toBe(
    'Nå: Kaffe (pause). 10 minutter, til klokka 10:40. Etterpå: Runde.',
  );
  expect(spoken(planned('Utsjekk'), null)).toBe('Nå: Utsjekk. 10 minutter. Dette er siste punkt.');
  expect(spoken(undefined, planned('Innsjekk'))).toBeUndefined();
});
