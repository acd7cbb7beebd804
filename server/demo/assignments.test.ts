import { expect, test } from 'vitest';
import { ASSIGNMENTS } from './assignments.ts';
import { DOCUMENTS } from './documents.ts';
import { PEOPLE, type PersonContent } from './people.ts';
import { COHORTS, COURSES } from './programme.ts';

test('DEMO-9 assignments are answered by groups of their cohort, and written and confirmed by who is in them', () => {
  expect(new Set(ASSIGNMENTS.map(({ key }) => key)).size).toBe(ASSIGNMENTS.length);
  for (const { cohort, course, by, template, papers } of ASSIGNMENTS) {
    expect(COURSES.map(({ code }) => code)).toContain(course);
    expect(PEOPLE[by].role).toBe('teacher');
    if (template) expect(DOCUMENTS.map(({ key }) => key)).toContain(template);
    const groups = COHORTS.find(({ key }) => key === cohort)?.groups ?? [];
    for (const { group, document, confirmed } of papers) {
      expect(groups).toContain(group);
      const written =
        typeof document === 'string'
          ? DOCUMENTS.find(({ key }) => key === document)?.blocks
          : document;
      const writers = (written ?? []).flatMap((block) => (block.by ? [block.by] : []));
      for (const member of [...writers, ...confirmed.map((each) => each.by)]) {
        const person: PersonContent = PEOPLE[member];
        expect(person.group, member).toBe(group);
      }
    }
  }
});

test('DEMO-9 one is under way with one yes; of the other some is handed in, and some late', () => {
  const [underWay, done] = ASSIGNMENTS;
  expect(underWay?.papers.map(({ confirmed }) => confirmed.length)).toEqual([1]);
  const hours = done?.papers.map(({ handedInHoursBefore }) => handedInHoursBefore ?? 0) ?? [];
  expect(hours.some((before) => before > 0)).toBe(true);
  expect(hours.some((before) => before < 0)).toBe(true);
});
