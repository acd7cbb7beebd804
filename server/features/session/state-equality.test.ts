import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stepAgenda } from '#shared/features/session/agenda/commands.ts';
import {
  evolveSession,
  type SessionFact,
  type SessionState,
  sessionChannel,
} from '#shared/features/session/channel.ts';
import * as chat from '#shared/features/session/chat/commands.ts';
import { endSession, undoEnding } from '#shared/features/session/ending/commands.ts';
import * as hands from '#shared/features/session/hand-queue/commands.ts';
import { choosePlace, joinSession } from '#shared/features/session/roster/commands.ts';
import { PLACES } from '#shared/features/session/roster/model.ts';
import type { MessageId, SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../storage/database.ts';
import { enter, type PlannedSession, planSession, read } from '../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../testing/world.ts';
import { sessionStanding } from '../programme/public.ts';
import { readSession } from './snapshot.ts';

/** Zulip's check: whatever happens, the old state carried by its facts is what a fresh screen reads. */
let world: World;
beforeAll(async () => {
  world = await createWorld();
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
  fc.record({ do: fc.constant('say' as const), who: name, how: fc.nat(4), nth: fc.nat(20) }),
  fc.record({ do: fc.constant('end' as const), who: name, how: fc.nat(2) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(400, 1_600, 11_000, 61_000) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

class Run {
  readonly lines = new Map<string, TestLine[]>();
  readonly said: MessageId[] = [];
  readonly planned: PlannedSession;
  current: PlannedSession['agenda'][number] | null = null;

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

  private async step(who: Somebody, nth: number): Promise<void> {
    const { sessionId, agenda } = this.planned;
    const to = agenda[nth] ?? agenda[0];
    const stepped = await world.call(who, stepAgenda, { sessionId, from: this.current, to });
    if (stepped.ok) this.current = to;
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
    } else if (messageId) {
      const ask = { sessionId, messageId, undoKey: '0'.repeat(32) };
      if (how === 3) await world.call(who, chat.deleteMessage, ask);
      else await world.call(who, chat.restoreMessage, { ...ask, text: 'ord' });
    }
  }
}

test('old state and facts make the state that is read anew, for teacher and student', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 20, maxLength: 60 }), async (actions) => {
      const planned = await planSession(world);
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
    }),
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
    if (!missed.ok || !('revisions' in missed)) throw new Error('nothing to catch up with');
    return { ...missed, fresh: await read(line, sessionId) };
  }
  // Nobody is let in any more: what was told, and what a screen would be shown, from the rows.
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ revision: number; facts: object[] }>(sql`
      select revision::int as revision, facts from fact
      where channel = 'session' and id = ${sessionId} and revision > ${revision} order by revision`);
    const planned = await standing(tx);
    if (!planned) throw new Error('the session is gone');
    const state = sessionChannel.state.parse(await readSession(tx, planned, world.clock.now()));
    const last = rows.at(-1)?.revision ?? revision;
    return { revisions: rows, revision: last, fresh: { state, revision: last } };
  });
}

/** What must be true of every state that is ever read. */
function holdsTogether({ roster, handQueue, ending }: SessionState): void {
  const inQueue = handQueue.hands.map((hand) => hand.personId);
  const seated = roster.entries
    .filter(({ presence }) => presence.status === 'present' || presence.status === 'lost')
    .map((entry) => entry.personId);
  expect(new Set(inQueue).size).toBe(inQueue.length);
  expect(inQueue).not.toContain(handQueue.word?.personId);
  for (const personId of inQueue) expect(seated).toContain(personId);
  if (handQueue.word) expect(seated).toContain(handQueue.word.personId);
  if (roster.leadId) expect(seated).toContain(roster.leadId);
  if (ending.status === 'ended')
    expect([...seated, roster.leadId, handQueue.word]).toEqual([null, null]);
  const lead = roster.entries.find((entry) => entry.personId === roster.leadId);
  expect(lead?.part ?? 'teacher').toBe('teacher');
}
