import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';

/**
 * The very stores of the room, in Solid as a browser runs it: under Node Solid is another build, in which nothing follows.
 * One is away for 60 and 61 seconds, hears then that the server only lost the line, and is back.
 */
const AWAY_AND_BACK = `
  import { createRoot, createSignal } from 'solid-js';
  import { evolveSession } from '#shared/features/session/channel.ts';
  import { createHandQueue } from './hand-queue/hand-queue-store.ts';
  import { createRoster } from './roster/roster-store.ts';
  import { seenWhileAway } from './while-away.ts';

  const [me, other] = ['me', 'other'];
  const entry = (personId) => ({
    personId, displayName: personId, part: 'teacher', expected: true,
    presence: { status: 'present', place: 'home', since: 0 },
  });
  const heard = {
    roster: { entries: [entry(me), entry(other)], leadId: me },
    ending: { status: 'none' },
    handQueue: { open: true, hands: [{ personId: other, at: 1 }], word: { personId: me, at: 1 } },
  };
  const [session, show] = createSignal(heard);
  createRoot(() => {
    const room = { me, session, sends: () => false };
    const roster = createRoster(room);
    const queue = createHandQueue(room);
    const now = () => [roster.mine().presence.status, roster.leads(), roster.steers(), queue.iHaveTheWord()];
    const seen = [now()];
    for (const away of [60_000, 61_000]) {
      show(seenWhileAway(heard, me, { since: 0, now: away }));
      seen.push(now());
    }
    const lost = evolveSession(heard, { type: 'line-lost', personId: me, at: 0 });
    show(lost);
    seen.push(now());
    show(evolveSession(lost, { type: 'line-back', personId: me, at: 62_000 }));
    seen.push(now());
    console.log(JSON.stringify(seen));
  });
`;

test('ROSTER-6 what is only seen while away is not written into what was heard', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', AWAY_AND_BACK],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  const held = ['present', true, true, true];
  const given = ['left', false, false, false];
  expect(JSON.parse(printed)).toEqual([held, given, given, ['lost', true, true, true], held]);
});

/** The last teacher goes: of a session that goes on, of one that is being ended, and of one that has ended. */
const WITHOUT_TEACHER = `
  import { createRoot, createSignal } from 'solid-js';
  import { spokenPolitely } from '../../ui/announcer.ts';
  import { createRoster } from './roster/roster-store.ts';

  const heard = (ending) => ({
    ending,
    roster: {
      entries: [{ personId: 'anne', displayName: 'Anne', part: 'teacher', expected: true, presence: { status: 'left', at: 1 } }],
      leadId: null,
    },
  });
  const live = { connection: { state: () => ({ status: 'online' }) } };
  const seen = [];
  for (const ending of [
    { status: 'none' },
    { status: 'begun', by: 'anne', endsAt: 2 },
    { status: 'ended', at: 2 },
  ])
    await createRoot(async (leave) => {
      const [session] = createSignal(heard(ending));
      const before = spokenPolitely();
      const roster = createRoster({ me: 'kari', session, live });
      await new Promise((done) => setTimeout(done));
      seen.push([roster.withoutTeacher(), spokenPolitely() !== before]);
      leave();
    });
  console.log(JSON.stringify(seen));
  process.exit();
`;

test('F23 F30 END-8 nobody is told that a session goes on without a teacher when it is ended for everybody', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', WITHOUT_TEACHER],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    [true, true],
    [false, false],
    [false, false],
  ]);
});

/** The only teacher's line drops, and twenty seconds later nobody knows more than that. */
const TEACHER_LOST = `
  import { createRoot, createSignal } from 'solid-js';
  import { spokenPolitely } from '../../ui/announcer.ts';
  import { createRoster } from './roster/roster-store.ts';

  const anne = { personId: 'anne', displayName: 'Anne Moen', calledName: 'Anne', part: 'teacher', expected: true };
  const [session] = createSignal({
    ending: { status: 'none' },
    roster: { entries: [{ ...anne, presence: { status: 'lost', place: 'home', since: 0, lostAt: 1 } }], leadId: 'anne' },
  });
  const live = { connection: { state: () => ({ status: 'online' }) } };
  await createRoot(async () => {
    const roster = createRoster({ me: 'kari', session, live });
    await new Promise((done) => setTimeout(done));
    console.log(JSON.stringify([roster.withoutTeacher(), roster.teachersLost(), spokenPolitely().replace('\u200b', '')]));
  });
  process.exit();
`;

test('ROSTER-19 of a teacher whose seat is held it is not said that nobody is in, but that the line is lost', () => {
  const printed = execFileSync(
    process.execPath,
    ['--conditions=browser', '--no-warnings', '--input-type=module', '--eval', TEACHER_LOST],
    { cwd: import.meta.dirname, encoding: 'utf8' },
  );
  expect(JSON.parse(printed)).toEqual([
    true,
    ['Anne'],
    'The line to Anne is lost, and no other teacher is in. The session goes on.',
  ]);
});
