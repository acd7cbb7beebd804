import { expect, test } from 'vitest';
import { type BlockContent, DOCUMENTS, RUNNING_NOTE } from './documents.ts';
import { PEOPLE, type PersonContent, type PersonKey } from './people.ts';
import { COURSES } from './programme.ts';
import { RUNNING_SESSION } from './sessions.ts';

const writers = (blocks: readonly BlockContent[]): PersonKey[] =>
  blocks.flatMap(({ by }) => (by ? [by] : []));

test('DEMO-8 a text is written by those who may: the group, the owner, the course’s teachers', () => {
  expect(new Set(DOCUMENTS.map(({ key }) => key)).size).toBe(DOCUMENTS.length);
  for (const { kind, of, key, blocks } of DOCUMENTS) {
    for (const by of writers(blocks)) {
      const person: PersonContent = PEOPLE[by];
      if (kind === 'group') expect(person.group, key).toBe(of);
      if (kind === 'personal') expect(by, key).toBe(of);
      if (kind === 'course') expect(person.role, key).toBe('teacher');
    }
    if (kind === 'template') expect(writers(blocks), key).toEqual([]);
    if (kind === 'course') expect(COURSES.map(({ code }) => code)).toContain(of);
  }
});

test('DEMO-8 the running session’s note is written by those who are in it', () => {
  for (const by of writers(RUNNING_NOTE.blocks)) {
    const person: PersonContent = PEOPLE[by];
    expect(person.cohort === RUNNING_SESSION.cohort || RUNNING_SESSION.teachers.includes(by)).toBe(
      true,
    );
  }
});

test('DEMO-8 there is a group’s text, course material, a personal one and the four templates', () => {
  const kinds = DOCUMENTS.map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['group', 'course', 'personal', 'template']));
  expect(kinds.filter((kind) => kind === 'template')).toHaveLength(4);
});
