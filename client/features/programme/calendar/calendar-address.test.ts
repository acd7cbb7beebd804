import { expect, test } from 'vitest';
import { calendarPath, VIEWS, viewIn } from './calendar-address.ts';

test('F74 an address leads back to its view and day, and a broken one to the list', () => {
  for (const view of VIEWS.filter((one) => one !== 'list')) {
    const [, asked] = calendarPath(view, '2026-10-05').split('?');
    expect(viewIn(Object.fromEntries(new URLSearchParams(asked)))).toEqual({
      ...{ view, day: '2026-10-05' },
    });
  }
  expect(calendarPath('list')).toBe('/kalender');
  for (const broken of [{}, { visning: 'år', dag: '2026-02-30' }, { dag: ['2026-10-05'] }])
    expect(viewIn(broken)).toEqual({ view: 'list', day: null });
});
