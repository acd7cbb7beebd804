import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import * as lobby from '#shared/features/session/lobby/commands.ts';
import { writeNotes } from '#shared/features/session/notes/commands.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import type { AnyChannel } from '#shared/wire/contract.ts';
import { enter, planSession } from '../../../testing/planned-session.ts';
import { createSchool, type School } from '../../../testing/school.ts';
import { createWorld, type Somebody, type World } from '../../../testing/world.ts';

let world: World;
let school: School;
beforeAll(async () => {
  world = await createWorld();
  school = await createSchool(world.test.database, world.clock.now());
});
afterAll(() => world.close());

/** A screen's first reading; later, what was missed carries it to what a fresh one reads. */
async function follow<C extends AnyChannel>(somebody: Somebody, channel: C, id: string) {
  const open = world.line(somebody);
  const first = await open.subscribe(channel, id);
  if (!first.ok || !('snapshot' in first)) throw new Error('nothing was read');
  return {
    line: open,
    async isTheSame() {
      const line = world.line(somebody);
      const missed = await line.subscribe(channel, id, first.revision);
      const fresh = await world.line(somebody).subscribe(channel, id);
      if (!missed.ok || !fresh.ok || !('snapshot' in fresh)) throw new Error('nothing was read');
      const carried =
        'snapshot' in missed
          ? channel.state.parse(missed.snapshot)
          : missed.revisions
              .flatMap(({ facts }) => facts.map((fact) => channel.fact.parse(fact)))
              .reduce(channel.evolve, channel.state.parse(first.snapshot));
      expect(carried).toEqual(channel.state.parse(fresh.snapshot));
    },
  };
}

const action = fc.record({
  do: fc.constantFrom('wait', 'again', 'leave', 'admit', 'decline', 'back', 'lead', 'notes'),
  nth: fc.nat(2),
  host: fc.constantFrom('anne' as const, 'bjorn' as const),
  passes: fc.constantFrom(0, 400, 2_000, 61_000),
});

test('F3 LOBBY old state and facts make the state that is read anew, for hosts and for each who waits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 20 }), async (story) => {
      const planned = await planSession(world);
      const { sessionId, anne, bjorn } = planned;
      await enter(world, sessionId, anne);
      const people: Somebody[] = [];
      for (const role of ['guest', 'studyAdviser', 'practiceSupervisor'] as const) {
        const somebody = await world.person({ role });
        await school.invite(somebody, sessionId);
        people.push(somebody);
      }
      await world.test.database.execute(sql`
        update session_invitation set guest_as = 'captioner'
        where session_id = ${sessionId} and person_id = ${people[0]?.personId}`);
      const places = new Map<Somebody, string>();
      for (const one of people) {
        const reply = await world.call(one, lobby.waitInLobby, { sessionId });
        if (reply.ok && reply.value.lineId) places.set(one, reply.value.lineId);
      }
      const open = new Map<Somebody, ReturnType<World['line']>>();
      const screens = [
        await follow(anne, lobbyChannel, sessionId),
        await follow(bjorn, lobbyChannel, sessionId),
      ];
      for (const [one, lineId] of places) {
        const screen = await follow(one, lobbyPlaceChannel, lineId);
        screens.push(screen);
        open.set(one, screen.line);
      }
      let seen = 0;
      for (const each of story) {
        const who = people[each.nth] as Somebody;
        const { personId } = who;
        const host = planned[each.host];
        switch (each.do) {
          case 'wait':
          case 'again':
            await world.call(who, lobby.waitInLobby, { sessionId, again: each.do === 'again' });
            break;
          case 'leave':
            open.get(who)?.drop();
            break;
          case 'admit':
            await world.call(host, lobby.admitFromLobby, { sessionId, people: [personId] });
            await world.call(who, joinSession, { sessionId });
            break;
          case 'decline':
            await world.call(host, lobby.declineFromLobby, { sessionId, personId, words: 'Nei' });
            break;
          case 'back':
            await world.call(host, lobby.sendToLobby, { sessionId, personId });
            break;
          case 'lead':
            await world.call(host, joinSession, { sessionId });
            break;
          default: {
            const notes = {
              topics: `Tema ${each.passes}`,
              workingForm: '',
              voluntary: '',
              alternatives: '',
            };
            const reply = await world.call(host, writeNotes, { sessionId, seen, notes });
            if (reply.ok) seen = reply.value.notes.version;
          }
        }
        world.clock.advance(each.passes);
        await world.slices.session.tick();
      }
      for (const screen of screens) await screen.isTheSame();
    }),
    { numRuns: 12 },
  );
}, 120_000);
