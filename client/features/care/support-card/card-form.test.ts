import { expect, test } from 'vitest';
import { cardIn } from './card.ts';
import { createCardForm } from './card-form.ts';

const entry = (name: string) => ({ name, number: '73 00 00 00', open: '', about: '' });
const names = (form: ReturnType<typeof createCardForm>) => form.entries().map(({ name }) => name);

test('SUPPORT-5 rows are added, moved and taken away', () => {
  const form = createCardForm({ version: 3, entries: [entry('Tone'), entry('Bjørg')] });
  expect(form.isChanged()).toBe(false);
  form.move(1, -1);
  expect(names(form)).toEqual(['Bjørg', 'Tone']);
  form.move(0, -1);
  expect(names(form)).toEqual(['Bjørg', 'Tone']);
  form.remove(0);
  form.add();
  expect(names(form)).toEqual(['Tone', '']);
  expect(form.isChanged()).toBe(true);
  expect(form.isWhole()).toBe(false);
});

test('SUPPORT-6 what is missing is said of its own row, and spaces around words are no words', () => {
  const form = createCardForm({ version: 1, entries: [entry('Tone'), entry('   ')] });
  form.write(0, 'number', 'to og tjue');
  expect(form.faults()).toEqual([
    { name: false, number: true },
    { name: true, number: false },
  ]);
  form.write(0, 'number', ' 22 40 00 40 ');
  form.write(1, 'name', ' Bjørg ');
  expect(form.isWhole()).toBe(true);
  expect(form.trimmed()).toMatchObject([{ number: '22 40 00 40' }, { name: 'Bjørg' }]);
});

test('SUPPORT-4 what is written stays when another version is to be changed', () => {
  const form = createCardForm({ version: 1, entries: [entry('Tone')] });
  form.write(0, 'about', 'Om studiet');
  form.standOn(2);
  expect(form.from()).toBe(2);
  expect(form.entries()).toMatchObject([{ name: 'Tone', about: 'Om studiet' }]);
});

test('SUPPORT-7 what lies on the device and is no card is left alone', () => {
  const card = { version: 2, entries: [entry('Tone')] };
  expect(cardIn(JSON.stringify(card))).toEqual(card);
  const bad = ['', '{', 'null', '[]', '{"version":1}', '{"version":1,"entries":[{"name":"x"}]}'];
  for (const text of bad) expect(cardIn(text), text).toBeUndefined();
  const evil = JSON.stringify({ version: 1, entries: [{ ...entry('x'), number: 'javascript:1' }] });
  expect(cardIn(evil)).toBeUndefined();
});
