import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { saveProfile } from '#shared/features/identity/profile/commands.ts';
import { SESSION_KINDS } from '#shared/features/programme/calendar/model.ts';
import {
  editAgenda,
  fillAgenda,
  keepTemplate,
  stepAgenda,
} from '#shared/features/session/agenda/commands.ts';
import type { AgendaEdit, AgendaItem } from '#shared/features/session/agenda/model.ts';
import * as breakouts from '#shared/features/session/breakout/commands.ts';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import { MESSAGE_REACTIONS } from '#shared/features/session/chat/model.ts';
import { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { closeChat, lockSession } from '#shared/features/session/order/commands.ts';
import * as pause from '#shared/features/session/pause/commands.ts';
import * as all from '#shared/features/session/pause-for-all/commands.ts';
import * as polls from '#shared/features/session/poll/commands.ts';
import * as quizzes from '#shared/features/session/quiz/commands.ts';
import { choosePlace, joinSession } from '#shared/features/session/roster/commands.ts';
import { PLACES } from '#shared/features/session/roster/model.ts';
import * as rounds from '#shared/features/session/round/commands.ts';
import type {
  BreakoutId,
  MessageId,
  PollId,
  QuizId,
  RoundId,
  SessionId,
} from '#shared/kernel/ids.ts';
import { newId } from '../../platform/new-id.ts';
import type { Heard } from '../../platform/unit-of-work.ts';
import type { Tx } from '../../storage/database.ts';
import { enter, type PlannedSession, planSession, read } from '../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../testing/world.ts';
import { sessionStanding } from '../programme/public.ts';
import { keepPart } from './round/voice-notes/repository.ts';
import { BEEP } from './round/voice-notes/testing/made-sound.ts';
import { readSession } from './snapshot.ts';

/** Zulip's check: whatever happens, the old state carried by its facts is what a fresh screen reads. */
let world: World;
/** All that was told, as a listener in the process hears it: not all of it is kept. */
const told: Heard[] = [];
beforeAll(async () => {
  world = await createWorld();
  const { hear } = world.channels;
  vi.spyOn(world.channels, 'hear').mockImplementation((heard) => {
    told.push(heard);
    hear(heard);
  });
});
afterAll(() => world.close());

const NAMES = ['anne', 'bjorn', 'kari', 'ola', 'siri'] as const;
const name = fc.constantFrom(...NAMES);

const action = fc.oneof(
  fc.record({ do: fc.constant('join' as const), who: name, place: fc.constantFrom(...PLACES) }),
  fc.record({ do: fc.constant('line' as const), who: name, how: fc.nat(2) }),
  fc.record({ do: fc.constant('place' as const), who: name, place: fc.constantFrom(...PLACES) }),
  fc.record({ do: fc.constant('hand' as const), who: name, how: fc.nat(2) }),
  fc.record({ do: fc.constant('call' as const), who: name, of: name, how: fc.nat(5) }),
  fc.record({ do: fc.constant('step' as const), who: name, to: fc.nat(2) }),
  fc.record({ do: fc.constant('plan' as const), who: name, how: fc.nat(4), place: fc.nat(4) }),
  fc.record({ do: fc.constant('notes' as const), who: name, text: fc.constantFrom('ord', 'mål') }),
  fc.record({ do: fc.constant('say' as const), who: name, how: fc.nat(8), nth: fc.nat(20) }),
  fc.record({ do: fc.constant('pause' as const), who: name, how: fc.nat(8) }),
  fc.record({ do: fc.constant('order' as const), who: name, how: fc.nat(3) }),
  fc.record({ do: fc.constant('round' as const), who: name, of: name, how: fc.nat(9) }),
  fc.record({ do: fc.constant('poll' as const), who: name, how: fc.nat(9) }),
  fc.record({ do: fc.constant('split' as const), who: name, of: name, how: fc.nat(12) }),
  fc.record({ do: fc.constant('quiz' as const), who: name, how: fc.nat(5) }),
  fc.record({ do: fc.constant('name' as const), who: name, how: fc.nat(3) }),
  fc.record({ do: fc.constant('end' as const), who: name, how: fc.nat(2) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(400, 1_600, 11_000, 61_000) }),
);
const kind = fc.constantFrom(...SESSION_KINDS);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

class Run {
  readonly lines = new Map<string, TestLine[]>();
  readonly said: MessageId[] = [];
  readonly planned: PlannedSession;
  current: PlannedSession['agenda'][number] | null = null;
  /** As the last change left it. */
  items: readonly AgendaItem[] = [];
  version = 0;
  notesVersion = 0;

  constructor(planned: PlannedSession) {
    this.planned = planned;
  }

  async act(action: Action): Promise<void> {
    if (action.do === 'wait') {
      world.clock.advance(action.ms);
      return world.slices.session.tick();
    }
    const who = this.planned[action.who];
    const { sessionId } = this.planned;
    switch (action.do) {
      case 'join':
        await world.call(who, joinSession, { sessionId, place: action.place });
        return;
      case 'line':
        return this.line(action.who, who, action.how);
      case 'place':
        await world.call(who, choosePlace, { sessionId, place: action.place });
        return;
      case 'hand': {
        const own = [hands.raiseHand, hands.lowerHand, hands.endWord][action.how];
        if (own) await world.call(who, own, { sessionId });
        return;
      }
      case 'call':
        return this.call(who, this.planned[action.of], action.how);
      case 'step':
        return this.step(who, action.to);
      case 'notes':
        return this.write(who, action.text);
      case 'plan':
        return this.plan(who, action.how, action.place);
      case 'pause':
        return this.pause(who, action.how);
      case 'order': {
        const on = action.how % 2 === 0;
        if (action.how < 2) await world.call(who, lockSession, { sessionId, locked: on });
        else await world.call(who, closeChat, { sessionId, closed: on });
        return;
      }
      case 'round':
        return this.round(who, this.planned[action.of], action.how);
      case 'split':
        return this.split(who, this.planned[action.of], action.how);
      case 'poll':
        return this.poll(who, action.how);
      case 'quiz':
        return this.quiz(who, action.how);
      case 'name':
        return this.name(who, action.how);
      case 'end': {
        // Mostly taken back: nothing more happens in a session that has ended.
        const ends = action.how === 0 ? endSession : undoEnding;
        await world.call(who, ends, { sessionId });
        return;
      }
      case 'say':
        return this.say(who, action.how, action.nth);
    }
  }

  private async line(name: string, who: Somebody, how: number): Promise<void> {
    const { sessionId } = this.planned;
    const lines = this.lines.get(name) ?? [];
    this.lines.set(name, lines);
    if (how === 0) {
      const line = world.line(who);
      const subscribed = await line.subscribe(sessionChannel, sessionId);
      if (subscribed.ok) lines.push(line);
    } else {
      const line = lines.pop();
      if (how === 1) line?.drop();
      else line?.letGo(sessionChannel, sessionId);
    }
  }

  private async call(who: Somebody, { personId }: Somebody, how: number): Promise<void> {
    const of = { sessionId: this.planned.sessionId, personId };
    const { sessionId } = of;
    if (how === 0) await world.call(who, hands.lowerHandOf, of);
    if (how === 1) await world.call(who, hands.giveWord, of);
    if (how === 2) await world.call(who, hands.endWordOf, of);
    if (how === 3) await world.call(who, hands.callNext, { sessionId, expected: personId });
    if (how >= 4) await world.call(who, hands.setQueueOpen, { sessionId, open: how === 4 });
  }

  /** First names that others have too, so that a circle has to tell them apart. */
  /** When the session is over nobody is left to hear of it: the page afterwards asks anew. */
  private async name(who: Somebody, how: number): Promise<void> {
    const { rows } = await world.test.database.execute(sql`
      select from session where id = ${this.planned.sessionId} and ended_at is not null`);
    if (rows.length > 0) return;
    const givenName = how > 1 ? 'Kari' : 'Ola';
    const name = `${givenName} ${who.personId.replace(/[^a-f]/gu, '')}x`;
    const pronouns = how % 2 === 1 ? 'hen' : '';
    await world.call(who, saveProfile, { name, givenName, pronouns });
  }

  private async pause(who: Somebody, how: number): Promise<void> {
    const { sessionId } = this.planned;
    if (how <= 1) await world.call(who, pause.startPause, { sessionId });
    if (how === 2) await world.call(who, pause.endPause, { sessionId });
    if (how === 4) await world.call(who, all.startPauseForAll, { sessionId, minutes: 1 });
    if (how === 5) await world.call(who, all.endPauseForAll, { sessionId });
    if (how >= 6) await world.call(who, all.sayReady, { sessionId, ready: how > 6 });
    if (how === 3) await world.call(who, pause.choosePauseChoice, { sessionId, choice: 'fine' });
  }

  private async split(who: Somebody, of: Somebody, how: number): Promise<void> {
    const { sessionId, kari, ola, siri } = this.planned;
    const { rows } = await world.test.database.execute<{ id: BreakoutId }>(sql`
      select id from breakout where session_id = ${sessionId} and closed_at is null order by place`);
    const breakoutId = rows[how % 2]?.id;
    if (!breakoutId) {
      const members = [[kari.personId], [ola.personId, siri.personId]];
      const rooms = members.map((each, nth) => ({ name: `${nth}`, members: each, after: null }));
      const plan = { task: '', minutes: how > 6 ? 1 : null, choice: how % 2 === 0, rooms };
      await world.call(who, breakouts.openBreakouts, { sessionId, plan });
      return;
    }
    const it = { sessionId, breakoutId };
    if (how < 3) await world.call(who, breakouts.goTo, it);
    if (how === 3) await world.call(who, breakouts.goTo, { sessionId, breakoutId: null });
    if (how === 4) await world.call(who, breakouts.placePerson, { ...it, personId: of.personId });
    if (how === 5) await world.call(who, breakouts.letChoose, { sessionId, personId: of.personId });
    if (how === 6) await world.call(who, breakouts.callTeachers, { ...it, wanted: true });
    if (how === 7) await world.call(who, breakouts.askForMinute, it);
    if (how === 8) await world.call(who, breakouts.knockAt, it);
    const answered = { ...it, teacherId: of.personId, letIn: how === 9 };
    if (how === 9 || how === 10) await world.call(who, breakouts.answerKnock, answered);
    if (how === 11) await world.call(who, breakouts.lengthenBreakouts, { sessionId, minutes: 1 });
    if (how === 12) await world.call(who, breakouts.bringBack, { sessionId, atOnce: true });
  }

  private async round(who: Somebody, of: Somebody, how: number): Promise<void> {
    const { sessionId } = this.planned;
    const { rows } = await world.test.database.execute<{ roundId: RoundId }>(sql`
      select round ->> 'id' as "roundId" from round where session_id = ${sessionId}`);
    const roundId = rows[0]?.roundId;
    if (!roundId) {
      const ring = [of.personId, who.personId];
      const asked = { prompt: 'Ett ord?', about: '', minutes: 2 };
      await world.call(who, rounds.startRound, { sessionId, ...asked, ring });
      return;
    }
    const it = { sessionId, roundId };
    if (how <= 3) await world.call(who, rounds.giveOn, { ...it, again: how === 3 });
    if (how === 4) await world.call(who, rounds.writeTurn, { ...it, text: 'ord', lang: 'nb' });
    if (how === 5) await this.voiceNote(who, it);
    if (how <= 6) await world.call(who, rounds.moveTurnOn, { ...it, from: of.personId });
    if (how === 7 || how === 8)
      await world.call(who, rounds.setNextTurn, { ...it, personId: of.personId });
    if (how === 9) await world.call(who, rounds.endRound, it);
  }

  private async voiceNote(
    who: Somebody,
    it: { readonly sessionId: SessionId; readonly roundId: RoundId },
  ): Promise<void> {
    const note = { ...it, noteId: newId<'voice-note'>(), personId: who.personId };
    await world.test.database.transaction((tx) => keepPart(tx, note, 0, BEEP));
    await world.call(who, rounds.giveVoiceNote, {
      ...{ ...it, noteId: note.noteId },
      bytes: BEEP.length,
    });
  }

  private async poll(who: Somebody, how: number): Promise<void> {
    const { sessionId } = this.planned;
    const { rows } = await world.test.database.execute<{ pollId: PollId }>(sql`
      select id as "pollId" from poll where session_id = ${sessionId} and not put_away`);
    const pollId = rows[0]?.pollId;
    if (!pollId) {
      const asked = { occasion: 'poll', question: 'Passer det?', named: how % 2 === 0 } as const;
      const form = { kind: 'many' as const, options: ['Ja', 'Nei'] };
      await world.call(who, polls.openPoll, { sessionId, ...asked, form, prepared: null });
      return;
    }
    const it = { sessionId, pollId };
    if (how <= 6) await world.call(who, polls.answerPoll, { ...it, choices: [how % 2], text: '' });
    if (how === 7 || how === 8) await world.call(who, polls.closePoll, it);
    if (how === 9) await world.call(who, polls.putPollAway, it);
  }

  private async quiz(who: Somebody, how: number): Promise<void> {
    const { sessionId } = this.planned;
    const { rows } = await world.test.database.execute<{ quizId: QuizId; open: boolean }>(sql`
      select id as "quizId", opened_at is not null and closed_at is null as open
      from quiz where session_id = ${sessionId} order by nth desc limit 1`);
    const [quiz] = rows;
    if (!quiz) {
      const question = { question: 'Hva?', options: ['Ja', 'Nei'], right: [1], explanation: '' };
      const asked = { title: 'Makt', questions: [question] };
      await world.call(who, quizzes.prepareQuiz, { sessionId, change: null, ...asked });
      return;
    }
    const it = { sessionId, quizId: quiz.quizId };
    if (!quiz.open || how === 0) await world.call(who, quizzes.openQuiz, it);
    else if (how < 4) await world.call(who, quizzes.answerQuiz, { ...it, nth: 0, choices: [0] });
    else await world.call(who, quizzes.closeQuiz, it);
  }

  private async step(who: Somebody, nth: number): Promise<void> {
    const { sessionId, agenda } = this.planned;
    const to = agenda[nth] ?? agenda[0];
    const stepped = await world.call(who, stepAgenda, { sessionId, from: this.current, to });
    if (stepped.ok) this.current = to;
  }

  /** Sometimes an item of the first plan that is gone by now. */
  private async plan(who: Somebody, how: number, place: number): Promise<void> {
    const { sessionId, agenda } = this.planned;
    const itemId = this.items[place]?.id ?? agenda[place % 3] ?? agenda[0];
    const item = { title: 'Runde', about: 'ord', minutes: 1 + place, kind: 'item' } as const;
    const edits: readonly AgendaEdit[] = [
      { do: 'add', item, place },
      { do: 'change', itemId, item },
      { do: 'move', itemId, place },
      { do: 'remove', itemId },
    ];
    const edit = edits[how];
    const edited = edit
      ? await world.call(who, editAgenda, { sessionId, seen: this.version, edit })
      : await this.fill(who);
    if (!edited.ok) return;
    this.items = edited.value.agenda.items;
    this.version = edited.value.agenda.version;
  }

  /** From what it is itself: the items get new names. */
  private async fill(who: Somebody) {
    const { sessionId } = this.planned;
    const name = `Mal ${this.version}`;
    const kept = await world.call(who, keepTemplate, { sessionId, name, ofCourse: true });
    if (!kept.ok) return kept;
    const from = { kind: 'template', ...kept.value } as const;
    return world.call(who, fillAgenda, { sessionId, seen: this.version, from });
  }

  private async write(who: Somebody, text: string): Promise<void> {
    const { sessionId } = this.planned;
    const notes = { topics: text, workingForm: '', voluntary: '', alternatives: '' };
    const written = await world.call(who, writeNotes, {
      sessionId,
      seen: this.notesVersion,
      notes,
    });
    if (written.ok) this.notesVersion = written.value.notes.version;
  }

  private async say(who: Somebody, how: number, nth: number): Promise<void> {
    const { sessionId } = this.planned;
    const messageId = this.said[nth % Math.max(1, this.said.length)];
    if (how <= 1) {
      const replyTo = how === 1 && messageId ? { replyTo: messageId } : {};
      const said = await world.call(who, chat.postMessage, { sessionId, text: 'ord', ...replyTo });
      if (said.ok) this.said.push(said.value.messageId);
    } else if (messageId && how === 2) {
      await world.call(who, chat.editMessage, { sessionId, messageId, text: `nye ${nth}` });
    } else if (messageId && how >= 7) {
      const act = how === 7 ? chat.hideMessage : chat.unhideMessage;
      await world.call(who, act, { sessionId, messageId });
    } else if (messageId && how >= 5) {
      const reaction = how === 5 ? null : (MESSAGE_REACTIONS[nth % 6] ?? null);
      await world.call(who, chat.reactToMessage, { sessionId, messageId, reaction });
    } else if (messageId) {
      const ask = { sessionId, messageId, undoKey: '0'.repeat(32) };
      if (how === 3) await world.call(who, chat.deleteMessage, ask);
      else await world.call(who, chat.restoreMessage, { ...ask, text: 'ord' });
    }
  }
}

test('old state and facts make the state that is read anew, for teacher and student', async () => {
  await fc.assert(
    fc.asyncProperty(
      kind,
      fc.array(action, { minLength: 20, maxLength: 60 }),
      async (kind, actions) => {
        const planned = await planSession(world, { kind });
        const run = new Run(planned);
        const { sessionId, anne, kari } = planned;
        const screens = await Promise.all(
          [anne, kari].map(async (somebody) => {
            const line = await enter(world, sessionId, somebody);
            return { somebody, ...(await read(line, sessionId)) };
          }),
        );

        for (const each of actions) await run.act(each);
        await world.slices.session.tick();

        for (const { somebody, state, revision } of screens) {
          const missed = await whatWasMissed(sessionId, somebody, revision);
          expect(missed.revisions.map((batch) => batch.revision)).toEqual(
            Array.from({ length: missed.revision - revision }, (_, nth) => revision + 1 + nth),
          );
          const carried = missed.revisions
            .flatMap((batch) => batch.facts)
            .map((fact) => sessionChannel.fact.parse(fact))
            .reduce<SessionState>((at, fact: SessionFact) => evolveSession(at, fact), state);
          const { fresh } = missed;
          expect(fresh.revision).toBe(missed.revision);
          expect(carried).toEqual(fresh.state);
          holdsTogether(fresh.state);
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

/** What a screen has missed since a revision and, beside it, everything anew. */
async function whatWasMissed(sessionId: SessionId, somebody: Somebody, revision: number) {
  const { database } = world.test;
  const subject = { personId: somebody.personId, active: true, roles: [] };
  const standing = (tx: Tx) => sessionStanding(tx, subject, sessionId, world.clock.now());
  if ((await database.transaction(standing))?.endedAt === null) {
    // Back in with a line of its own.
    const line = await enter(world, sessionId, somebody);
    const missed = await line.subscribe(sessionChannel, sessionId, revision);
    if (!missed.ok) throw new Error('nothing to catch up with');
    const fresh = await read(line, sessionId);
    if ('revisions' in missed) return { ...missed, fresh };
    // Where something was told and not kept, the state is read anew.
    expect(sessionChannel.state.parse(missed.snapshot)).toEqual(fresh.state);
    return { revisions: toldSince(sessionId, revision), revision: missed.revision, fresh };
  }
  // Nobody is let in any more: what was told, and what a screen would be shown, from the rows.
  return database.transaction(async (tx) => {
    const planned = await standing(tx);
    if (!planned) throw new Error('the session is gone');
    const state = sessionChannel.state.parse(
      await readSession(tx, planned, world.clock.now(), 'host'),
    );
    const revisions = toldSince(sessionId, revision);
    const last = revisions.at(-1)?.revision ?? revision;
    return { revisions, revision: last, fresh: { state, revision: last } };
  });
}

function toldSince(sessionId: SessionId, revision: number) {
  return told
    .filter(({ channel, id }) => channel === sessionChannel && id === sessionId)
    .filter((heard) => heard.revision > revision)
    .sort((a, b) => a.revision - b.revision)
    .map(({ revision, facts }) => ({ revision, facts: JSON.parse(JSON.stringify(facts)) }));
}

/** What must be true of every state that is ever read. */
function holdsTogether(state: SessionState): void {
  const { roster, agenda, handQueue, ending, quietPauses, pauseForAll, round, poll, quizzes } =
    state;
  const { breakouts: split } = state;
  const items = agenda.items.map(({ id }) => id);
  expect(new Set(items).size).toBe(items.length);
  if (agenda.currentId) expect(items).toContain(agenda.currentId);
  const paused = quietPauses.map(({ personId }) => personId);
  expect(new Set(paused).size).toBe(paused.length);
  expect(paused).not.toContain(handQueue.word?.personId);
  if (ending.status === 'ended') expect(paused).toEqual([]);
  if (ending.status === 'ended') expect(state.order).toEqual({ locked: false, chatClosed: false });
  const inQueue = handQueue.hands.map((hand) => hand.personId);
  const seated = roster.entries
    .filter(({ presence }) => presence.status === 'present' || presence.status === 'lost')
    .map((entry) => entry.personId);
  expect(pauseForAll?.ready ?? 0).toBeLessThanOrEqual(
    seated.filter((one) => !paused.includes(one)).length,
  );
  expect(new Set(inQueue).size).toBe(inQueue.length);
  expect(inQueue).not.toContain(handQueue.word?.personId);
  for (const personId of inQueue) expect(seated).toContain(personId);
  if (handQueue.word) expect(seated).toContain(handQueue.word.personId);
  const canHaveTheWord = seated.filter((one) => !paused.includes(one));
  for (const one of [round?.turn?.personId, round?.next])
    if (one) expect(canHaveTheWord).toContain(one);
  // Nobody who is here is left out of the ring, nor is it left when nobody is.
  if (round) expect(round.ring).toEqual(expect.arrayContaining(canHaveTheWord));
  if (round) expect(canHaveTheWord).not.toEqual([]);
  // Nobody is in two rooms, nor in one without a seat; when it is over all are back.
  const inRooms = split?.rooms.flatMap(({ inside }) => inside) ?? [];
  expect(new Set(inRooms).size).toBe(inRooms.length);
  for (const personId of inRooms) expect(seated).toContain(personId);
  if (ending.status === 'ended') expect(split).toBeNull();
  if (poll) expect(poll.answers).toBeGreaterThanOrEqual(poll.totals?.answers ?? 0);
  if (poll?.closedAt === null) expect(poll.totals).toBeNull();
  const openQuizzes = quizzes.filter(({ closedAt }) => closedAt === null);
  expect(openQuizzes.length).toBeLessThanOrEqual(ending.status === 'ended' ? 0 : 1);
  if (ending.status === 'ended' && poll) expect(poll.closedAt).not.toBeNull();
  if (roster.leadId) expect(seated).toContain(roster.leadId);
  if (ending.status === 'ended')
    expect([...seated, roster.leadId, handQueue.word]).toEqual([null, null]);
  const lead = roster.entries.find((entry) => entry.personId === roster.leadId);
  expect(lead?.part ?? 'teacher').toBe('teacher');
}
