import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { TeamDeskFact } from './facts.ts';
import { TEAM_LINE_MESSAGES_MAX, type TeamDesk, type TeamMessageId } from './model.ts';
import {
  answerOnTeamLine,
  evolveTeamDesk,
  evolveTeamLine,
  inWaitingOrder,
  readTeamLine,
  unreadOn,
  waitsForAnswer,
  writeToTeam,
} from './rules.ts';

const kari = 'kari' as PersonId;
const NOBODY_YET: TeamDesk = { threads: [] };
const line = { personId: kari, name: 'Kari', count: 0, wishes: false };

function draft(id: string, by: PersonId) {
  return { id: id as TeamMessageId, by, byName: by, text: 'ord', lang: null };
}

/** What was said and read, by letters: k and o are students, T is a teacher who answers Kari, r reads all of Kari's. */
function play(acts: string): TeamDesk {
  return [...acts].reduce<TeamDesk>((desk, act, nth) => {
    const personId = (act === 'o' ? 'ola' : 'kari') as PersonId;
    const thread = desk.threads.find((one) => one.personId === personId);
    const of = { personId, name: personId, count: thread?.messages.length ?? 0, wishes: false };
    const words = draft(`m${nth}`, act === 'T' ? ('anne' as PersonId) : personId);
    const facts = (): readonly TeamDeskFact[] => {
      if (act === 'r') {
        const last = thread?.messages.findLast((one) => !one.fromTeam)?.id;
        return thread && last ? readTeamLine(thread, last).facts : [];
      }
      const decided = act === 'T' ? answerOnTeamLine(of, words, nth) : writeToTeam(of, words, nth);
      return decided.ok ? decided.facts : [];
    };
    return facts().reduce(evolveTeamDesk, desk);
  }, NOBODY_YET);
}

const threadOf = (desk: TeamDesk) => desk.threads.find((one) => one.personId === kari);

test('TEAM-2 an answer is a teacher’s, with the name of then, and stands where the person has written', () => {
  expect(answerOnTeamLine(line, draft('a', 'anne' as PersonId), 1)).toEqual({
    ok: false,
    refusal: 'nothing-written',
  });
  const answered = answerOnTeamLine({ ...line, count: 1 }, draft('a', 'anne' as PersonId), 1);
  expect(answered).toMatchObject({
    facts: [{ personId: kari, message: { fromTeam: true, byName: 'anne', at: 1 } }],
  });
});

test('TEAM-2 PAUSE-4 whoever wishes for it on pause is written to first, and owes no answer', () => {
  const begun = answerOnTeamLine({ ...line, wishes: true }, draft('a', 'anne' as PersonId), 1);
  if (!begun.ok) throw new Error('refused');
  const desk = begun.facts.reduce(evolveTeamDesk, NOBODY_YET);
  const thread = threadOf(desk);
  expect(thread && [unreadOn(thread), waitsForAnswer(thread)]).toEqual([0, false]);
});

test('TEAM-6 a line is full at its last message, for both', () => {
  const full = { ...line, count: TEAM_LINE_MESSAGES_MAX };
  const refused = { ok: false, refusal: 'line-full' };
  expect(writeToTeam(full, draft('a', kari), 1)).toEqual(refused);
  expect(answerOnTeamLine(full, draft('a', 'anne' as PersonId), 1)).toEqual(refused);
  expect(writeToTeam({ ...full, count: full.count - 1 }, draft('a', kari), 1).ok).toBe(true);
});

test('TEAM-5 what one teacher has read the team has read, and no reading goes back', () => {
  const desk = play('kk');
  const thread = threadOf(desk);
  if (!thread) throw new Error('nothing was written');
  expect(unreadOn(thread)).toBe(2);
  const first = evolveTeamDesk(desk, {
    ...{ type: 'team-line-read', personId: kari },
    readTo: 'm0' as TeamMessageId,
  });
  expect(unreadOn(threadOf(first) ?? thread)).toBe(1);
  const all = threadOf(play('kkr'));
  if (!all) throw new Error('nothing was written');
  expect(unreadOn(all)).toBe(0);
  expect(readTeamLine(all, 'm0' as TeamMessageId).facts).toEqual([]);
  expect(readTeamLine(all, 'unknown' as TeamMessageId).facts).toEqual([]);
});

test('TEAM-5 an answer alone reads nothing: words that came while it was on its way are still new', () => {
  const thread = threadOf(play('kT'));
  expect(thread && unreadOn(thread)).toBe(1);
});

test('TEAM-7 whoever has the last word waits, and those who wait stand first, the newest on top', () => {
  expect(inWaitingOrder(play('kTo').threads).map((one) => one.personId)).toEqual(['ola', 'kari']);
  expect(inWaitingOrder(play('okT').threads).map((one) => one.personId)).toEqual(['ola', 'kari']);
  expect(inWaitingOrder(play('ok').threads).map((one) => one.personId)).toEqual(['kari', 'ola']);
});

test('TEAM whatever is said, unread is never more than the person has said, and order loses nobody', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('k', 'o', 'T', 'r'), { maxLength: 40 }).map((all) => all.join('')),
      (acts) => {
        const { threads } = play(acts);
        for (const thread of threads) {
          const said = thread.messages.filter((message) => !message.fromTeam).length;
          expect(unreadOn(thread)).toBeLessThanOrEqual(said);
          expect(said).toBeGreaterThan(0);
          expect(waitsForAnswer(thread)).toBe(!thread.messages.at(-1)?.fromTeam);
        }
        expect(new Set(inWaitingOrder(threads))).toEqual(new Set(threads));
        const waiting = inWaitingOrder(threads).map(waitsForAnswer);
        expect([...waiting].sort((a, b) => Number(b) - Number(a))).toEqual(waiting);
      },
    ),
  );
});

test('TEAM-1 one’s own line is one’s words and the answers, and nothing else', () => {
  const decided = writeToTeam(line, draft('a', kari), 1);
  if (!decided.ok) throw new Error('refused');
  const told = decided.facts.map(({ type, message }) => ({ type, message }));
  expect(told.reduce(evolveTeamLine, { messages: [] }).messages).toMatchObject([{ id: 'a' }]);
});

test('F5 GUEST-6 a line keeps that it is a guest’s, and as what', () => {
  const guests = { ...line, guest: { as: 'captioner' as const } };
  const first = writeToTeam(guests, draft('a', kari), 1);
  const next = writeToTeam({ ...guests, count: 1 }, draft('b', kari), 2);
  const other = writeToTeam({ ...line, personId: 'ola' as PersonId }, draft('c', kari), 3);
  const desk = [first, next, other]
    .flatMap((decided): readonly TeamDeskFact[] => (decided.ok ? decided.facts : []))
    .reduce(evolveTeamDesk, NOBODY_YET);
  expect(desk.threads.map(({ guest }) => guest)).toEqual([{ as: 'captioner' }, undefined]);
});
