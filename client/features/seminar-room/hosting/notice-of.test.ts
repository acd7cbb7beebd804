import { expect, test } from 'vitest';
import type { RoomFact } from '#shared/features/seminar-room/facts.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { mutes, noticeOf } from './notice-of.ts';
import { words } from './words.ts';

const [me, anne] = ['me', 'anne'] as [PersonId, PersonId];
const now = {
  me,
  teaches: false,
  microphoneOn: true,
  canShare: true,
  done: words.nb.done,
  nameOf: (personId: PersonId) => (personId === anne ? 'Anne' : personId),
};
const about = { personId: me, by: anne, at: 0 };
const facts: readonly RoomFact[] = [
  { type: 'participant-muted', ...about },
  { type: 'everyone-muted', by: anne, at: 0 },
  { type: 'microphones-locked', by: anne, at: 0 },
  { type: 'microphones-unlocked', by: anne, at: 0 },
  { type: 'source-stopped', source: 'camera', ...about },
  { type: 'source-stopped', source: 'screen', ...about },
  { type: 'unmute-asked', ...about },
  { type: 'spotlight-set', ...about },
  { type: 'screen-allowed', ...about },
];

test.each(facts)('ROOM-10 $type $source names who did it, in every language', (fact) => {
  for (const { youAre, done } of Object.values(words)) {
    const told = noticeOf(fact, { ...now, said: youAre, done });
    expect(told?.notice?.title ?? told?.aloud).toContain('Anne');
  }
});

test('ROOM-10 what was done to somebody else is not told', () => {
  const said = words.nb.youAre;
  for (const fact of facts) {
    if (!('personId' in fact)) continue;
    const other = { ...fact, personId: 'ola' as PersonId };
    expect([fact.type, noticeOf(other, { ...now, said })]).toEqual([fact.type, undefined]);
  }
});

test.each([
  ['on', /^Anne har slått på mikrofonen/],
  ['declined', /^Anne vil ikke/],
  ['failed', /^Anne ville slå på mikrofonen, men det gikk ikke/],
] as const)('ROOM-8 the teacher who asked hears what came of it: %s', (answer, title) => {
  const answered = { type: 'unmute-answered', personId: anne, by: me, answer, at: 0 } as const;
  const said = words.nb.youAre;
  const told = noticeOf(answered, { ...now, teaches: true, said });
  expect(told?.notice?.title).toMatch(title);
  expect(told?.takesBack, 'the answer takes the place of the question').toBe(
    'Anne er bedt om å slå på mikrofonen.',
  );
  expect(told?.notice?.about, 'what is in the way is said').toBe(
    answer === 'failed' ? said.failedAbout : '',
  );
  expect(noticeOf({ ...answered, by: anne }, { ...now, teaches: true, said })).toBeUndefined();
});

test('F30 that somebody has switched on is no news when a teacher mutes them, or all', () => {
  expect(facts.filter((fact) => mutes(fact, me)).map(({ type }) => type)).toEqual([
    'participant-muted',
    'everyone-muted',
    'microphones-locked',
  ]);
  expect(facts.filter((fact) => mutes(fact, anne)).map(({ type }) => type)).toEqual([
    'everyone-muted',
    'microphones-locked',
  ]);
});

test('STAGE-5 leave to share a screen is told with the way to it, and where no screen can be shared, with that', () => {
  const fact: RoomFact = { type: 'screen-allowed', ...about };
  for (const { youAre: said, done } of Object.values(words)) {
    const aboutIt = (canShare: boolean) =>
      noticeOf(fact, { ...now, canShare, said, done })?.notice?.about;
    expect(aboutIt(true)).toBe(said.screenAllowedAbout);
    expect(aboutIt(false)).toBe(said.screenAllowedElsewhere);
  }
});
