import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postMessage } from '#shared/features/session/chat/commands.ts';
import { removeParticipant } from '#shared/features/session/moderation/commands.ts';
import { choosePauseChoice, startPause } from '#shared/features/session/pause/commands.ts';
import type { PauseChoice } from '#shared/features/session/pause/model.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import {
  answerOnTeamLine,
  readTeamLine,
  writeToTeam,
} from '#shared/features/session/team-line/commands.ts';
import type { TeamMessageId } from '#shared/features/session/team-line/model.ts';
import { ownTeamLine, teamLinesOfSession } from '#shared/features/session/team-line/queries.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type { SessionId, TeamLineId } from '#shared/kernel/ids.ts';
import type { AnyChannel, StateOf } from '#shared/wire/contract.ts';
import { newId } from '../../../platform/new-id.ts';
import { enter, type PlannedSession, planSession } from '../../../testing/planned-session.ts';
import { createWorld, type Somebody, type TestLine, type World } from '../../../testing/world.ts';
import { erasePersonalData, exportPersonalData } from '../personal-data.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const notFound = { ok: false, refusal: 'not-found' };

async function lineOf(somebody: Somebody, sessionId: SessionId): Promise<TeamLineId> {
  const asked = await world.ask(somebody, ownTeamLine, { sessionId });
  if (!asked.ok) throw new Error(`no line: ${asked.refusal}`);
  return asked.value.lineId;
}

async function stateOf<C extends AnyChannel>(
  somebody: Somebody,
  channel: C,
  id: string,
): Promise<StateOf<C>> {
  const read = await world.line(somebody).subscribe(channel, id);
  if (!read.ok || !('snapshot' in read)) throw new Error('nothing was read');
  return channel.state.parse(read.snapshot) as StateOf<C>;
}

/** Everybody sits. */
async function open() {
  const planned = await planSession(world);
  const lines = new Map<string, TestLine>();
  for (const who of ['anne', 'bjorn', 'kari', 'ola'] as const)
    lines.set(who, await enter(world, planned.sessionId, planned[who]));
  return { ...planned, lines };
}

function write(by: Somebody, sessionId: SessionId, text = 'Kan jeg dele etter pausen?') {
  return world.call(by, writeToTeam, { sessionId, text });
}

describe('the two sides', () => {
  test('TEAM-1, TEAM-2 F14 a student writes to the team, any teacher reads and answers by name', async () => {
    const { sessionId, anne, bjorn, kari } = await open();
    await world.call(kari, writeToTeam, { sessionId, text: 'Hei dere', lang: 'nn' });
    const { personId } = kari;
    await world.call(bjorn, answerOnTeamLine, { sessionId, personId, text: 'Ja, gjerne' });

    const said = [
      { text: 'Hei dere', lang: 'nn', fromTeam: false, byName: 'Kari Nordmann' },
      { text: 'Ja, gjerne', lang: null, fromTeam: true, byName: 'Bjørn Dahl' },
    ];
    const own = await stateOf(kari, teamLineChannel, await lineOf(kari, sessionId));
    expect(own.messages).toMatchObject(said);
    for (const teacher of [anne, bjorn]) {
      const desk = await stateOf(teacher, teamDeskChannel, sessionId);
      expect(desk.threads).toMatchObject([{ personId, readTo: null, messages: said }]);
    }
  });

  test('TEAM-2 PAUSE-4 F37 whoever wishes for it on pause is written to first, and nobody else is', async () => {
    const { sessionId, anne, bjorn, kari, ola } = await open();
    const begin = (by: Somebody, to: Somebody) =>
      world.call(by, answerOnTeamLine, { sessionId, personId: to.personId, text: 'Her er jeg' });
    const choose = (choice: PauseChoice | null) =>
      world.call(kari, choosePauseChoice, { sessionId, choice });
    await world.call(kari, startPause, { sessionId });
    const refused = { ok: false, refusal: 'nothing-written' };
    for (const choice of [null, 'fine'] as const) {
      await choose(choice);
      expect(await begin(anne, kari)).toMatchObject(refused);
    }
    await choose('want-to-talk');
    expect(await begin(ola, kari)).toEqual(notFound);
    expect(await begin(anne, ola)).toMatchObject(refused);
    expect(await begin(anne, kari)).toMatchObject({ ok: true });
    const own = await stateOf(kari, teamLineChannel, await lineOf(kari, sessionId));
    expect(own.messages).toMatchObject([{ fromTeam: true, byName: anne.displayName }]);
    // Begun, it goes on, whatever comes of the wish.
    await choose(null);
    expect(await begin(bjorn, kari)).toMatchObject({ ok: true });
  });

  test('TEAM-1 who reads it is said before anything is written', async () => {
    const { sessionId, kari } = await open();
    expect(await world.ask(kari, ownTeamLine, { sessionId })).toMatchObject({
      value: { begun: false, teachers: ['Anne Moen', 'Bjørn Dahl'] },
    });
    // NAMES-1
    const circle = await planSession(world, { kind: 'circle' });
    await enter(world, circle.sessionId, circle.kari);
    const asked = await world.ask(circle.kari, ownTeamLine, { sessionId: circle.sessionId });
    expect(asked).toMatchObject({ value: { teachers: ['Anne', 'Bjørn'] } });
  });

  test('TEAM-3 the same call again is said once', async () => {
    const { sessionId, anne, kari } = await open();
    const callId = newId<'call'>();
    const ask = { sessionId, text: 'én gang' };
    const first = await world.call(kari, writeToTeam, ask, callId);
    expect(await world.call(kari, writeToTeam, ask, callId)).toEqual(first);
    const { threads } = await stateOf(anne, teamDeskChannel, sessionId);
    expect(threads[0]?.messages).toHaveLength(1);
  });

  test('TEAM-5 the mark that it is read is the team’s', async () => {
    const { sessionId, anne, bjorn, kari } = await open();
    const { personId } = kari;
    const said = await write(kari, sessionId);
    if (!said.ok) throw new Error('refused');
    const readTo = said.value.messageId;
    await world.call(anne, readTeamLine, { sessionId, personId, readTo });
    const { threads } = await stateOf(bjorn, teamDeskChannel, sessionId);
    expect(threads).toMatchObject([{ readTo }]);
    const unknown = { sessionId, personId, readTo: newId<'team-message'>() };
    expect(await world.call(bjorn, readTeamLine, unknown)).toMatchObject({ ok: true });
    expect((await stateOf(bjorn, teamDeskChannel, sessionId)).threads).toMatchObject([{ readTo }]);
  });

  test('TEAM-2 nobody begins a line for another, and a teacher has none', async () => {
    const { sessionId, anne, bjorn, kari } = await open();
    const nothing = { ok: false, refusal: 'nothing-written' };
    for (const { personId } of [kari, bjorn, { personId: newId<'person'>() }])
      expect(
        await world.call(anne, answerOnTeamLine, {
          ...{ sessionId, text: 'Hei', personId: personId as never },
        }),
      ).toMatchObject(nothing);
    expect(await write(anne, sessionId)).toMatchObject(notFound);
    expect(await world.ask(anne, ownTeamLine, { sessionId })).toMatchObject(notFound);
  });

  test('TEAM-6 bad words are refused: none, too many, control characters, half a letter', async () => {
    const { sessionId, kari } = await open();
    for (const text of ['', '  \n ', 'a'.repeat(4001), 'a\u0000b', '\ud83d'])
      expect(await write(kari, sessionId, text)).toMatchObject({ refusal: 'bad-input' });
    expect(await write(kari, sessionId, 'å'.repeat(4000))).toMatchObject({ ok: true });
  });

  test('TEAM-4 only whoever sits in it writes and answers, and not after its door has closed', async () => {
    const { sessionId, anne, kari, siri } = await open();
    expect(await write(siri, sessionId)).toMatchObject({ refusal: 'not-joined' });
    await write(kari, sessionId);
    world.clock.advance(3 * HOUR_MS);
    expect(await write(kari, sessionId)).toMatchObject({ refusal: 'session-over' });
    const { personId } = kari;
    expect(
      await world.call(anne, answerOnTeamLine, { sessionId, personId, text: 'sent' }),
    ).toMatchObject({ refusal: 'session-over' });
    // Both still read it, live or not, and nobody else.
    const read = async (who: Somebody) => {
      const asked = await world.ask(who, teamLinesOfSession, { sessionId });
      return asked.ok ? asked.value : null;
    };
    expect(await read(kari)).toMatchObject({ own: { messages: [{}] }, all: null });
    expect(await read(anne)).toMatchObject({ own: null, all: { threads: [{ personId }] } });
    expect(await read(siri)).toEqual({ own: { messages: [] }, all: null });
    const own = await stateOf(kari, teamLineChannel, await lineOf(kari, sessionId));
    expect(own.messages).toHaveLength(1);
    expect((await stateOf(anne, teamDeskChannel, sessionId)).threads).toHaveLength(1);
  });
});

describe('nobody else', () => {
  test('TEAM-8 F14 no frame, reply or number of others holds or counts anything of a line', async () => {
    const { sessionId, anne, kari, ola, lines } = await open();
    const olasLine = lines.get('ola');
    await olasLine?.subscribe(teamLineChannel, await lineOf(ola, sessionId));
    await new Promise((done) => setTimeout(done, 150));
    const before = JSON.stringify(olasLine?.heard);
    const { personId } = kari;
    await write(kari, sessionId, 'hemmelig-fra-kari');
    await world.call(anne, answerOnTeamLine, { sessionId, personId, text: 'hemmelig-fra-anne' });
    await new Promise((done) => setTimeout(done, 150));
    // Not even an empty revision, whose moment would say that somebody wrote.
    expect(JSON.stringify(olasLine?.heard)).toBe(before);

    const own = await write(ola, sessionId, 'Olas eget');
    expect(own).toMatchObject({ ok: true, revisions: [{ channel: 'team-line', revision: 1 }] });
    if (own.ok) expect(own.revisions).toHaveLength(1);
    expect(await world.line(ola).subscribe(teamDeskChannel, sessionId)).toMatchObject(notFound);
    const karis = await lineOf(kari, sessionId);
    const unknown = await world.line(ola).subscribe(teamLineChannel, newId());
    expect(await world.line(ola).subscribe(teamLineChannel, karis)).toEqual(unknown);
    expect(await world.line(anne).subscribe(teamLineChannel, karis)).toEqual(unknown);
    const { messageId } = own.ok ? own.value : { messageId: newId<'team-message'>() };
    const aboutKari = { sessionId, personId, text: 'Jeg svarer', readTo: messageId };
    expect(await world.call(ola, answerOnTeamLine, aboutKari)).toMatchObject(notFound);
    expect(await world.call(ola, readTeamLine, aboutKari)).toMatchObject(notFound);
  });

  test('TEAM-8 the frames of a whole session hold a line’s words on its own two channels alone', async () => {
    const { sessionId, kari, ola, lines } = await open();
    await lines.get('kari')?.subscribe(teamLineChannel, await lineOf(kari, sessionId));
    await lines.get('ola')?.subscribe(teamLineChannel, await lineOf(ola, sessionId));
    for (const who of ['anne', 'bjorn'])
      await lines.get(who)?.subscribe(teamDeskChannel, sessionId);
    await write(kari, sessionId, 'hemmelig');
    await world.call(ola, postMessage, { sessionId, text: 'til alle' });
    await expect
      .poll(() => JSON.stringify(lines.get('bjorn')?.heard))
      .toMatch(/hemmelig.*til alle|til alle.*hemmelig/su);
    const heard = (who: string) => JSON.stringify(lines.get(who)?.heard);
    for (const who of ['anne', 'bjorn', 'kari']) expect(heard(who)).toContain('hemmelig');
    expect(heard('ola')).toContain('til alle');
    expect(heard('ola')).not.toMatch(/hemmelig|team-/u);
    expect(heard('kari')).not.toContain('team-desk');
    const { rows } = await world.test.database.execute<{ kept: string }>(sql`
      select coalesce(string_agg(kept, ' '), '') as kept from (
        select facts::text as kept from fact where channel = 'session'
        union all select reply::text from call
        union all select l::text from session_log l
        union all select m::text from chat_message m) as elsewhere`);
    expect(rows[0]?.kept).not.toContain('hemmelig');
    expect(rows[0]?.kept).not.toContain('team-desk');
  });

  test('TEAM-8 whoever is taken out of the session has no way to the line any more', async () => {
    const { sessionId, anne, kari } = await open();
    const line = await lineOf(kari, sessionId);
    await world.call(anne, removeParticipant, { sessionId, personId: kari.personId });
    expect(await world.line(kari).subscribe(teamLineChannel, line)).toMatchObject(notFound);
    expect(await write(kari, sessionId)).toMatchObject(notFound);
  });
});

test('TEAM-9 erased, a person’s line is gone whole, and what they answered has neither words nor name', async () => {
  const { sessionId, anne, kari, ola } = await open();
  await write(kari, sessionId, 'skal-bort');
  await write(ola, sessionId, 'Olas ord');
  await world.call(anne, answerOnTeamLine, {
    ...{ sessionId, personId: kari.personId, text: 'svar-til-kari' },
  });
  await world.call(anne, answerOnTeamLine, {
    ...{ sessionId, personId: ola.personId, text: 'svar-til-ola' },
  });
  const { database } = world.test;
  const held = await database.transaction((tx) => exportPersonalData(tx, kari.personId));
  expect(held.teamLines).toMatchObject([{ text: 'skal-bort' }, { text: 'svar-til-kari' }]);

  const everything = async () => {
    const { rows } = await database.execute<{ kept: string }>(sql`
      select coalesce(string_agg(kept, ' '), '') as kept from (
        select facts::text as kept from fact where id = ${sessionId}
          or id in (select line_id from seat where session_id = ${sessionId})
        union all select m::text from team_message m where session_id = ${sessionId}) as all_`);
    return rows[0]?.kept ?? '';
  };
  await database.transaction((tx) => erasePersonalData(tx, kari.personId));
  expect(await everything()).not.toMatch(/skal-bort|svar-til-kari/u);
  expect(await everything()).toContain('svar-til-ola');
  await database.transaction((tx) => erasePersonalData(tx, anne.personId));
  expect(await everything()).not.toMatch(/svar-til/u);
  const { messages } = await stateOf(ola, teamLineChannel, await lineOf(ola, sessionId));
  expect(messages).toMatchObject([{ text: 'Olas ord' }, { text: '', byName: '' }]);
});

test('TEAM old state and facts make the state that is read anew, for each role', async () => {
  const who = fc.constantFrom('kari', 'ola');
  const teacher = fc.constantFrom('anne', 'bjorn');
  const act = fc.record({ do: fc.nat(2), who, teacher, nth: fc.nat(6) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
      const planned: PlannedSession = await planSession(world);
      const { sessionId, anne, bjorn, kari, ola } = planned;
      for (const each of [anne, bjorn, kari, ola])
        await world.call(each, joinSession, { sessionId });
      const screens = await Promise.all([
        follow(anne, teamDeskChannel, sessionId),
        follow(bjorn, teamDeskChannel, sessionId),
        follow(kari, teamLineChannel, await lineOf(kari, sessionId)),
        follow(ola, teamLineChannel, await lineOf(ola, sessionId)),
      ]);
      const said: TeamMessageId[] = [];
      for (const each of acts) {
        const { personId } = planned[each.who as 'kari'];
        const by = planned[each.teacher as 'anne'];
        if (each.do === 0) {
          const answered = await write(planned[each.who as 'kari'], sessionId, `ord ${each.nth}`);
          if (answered.ok) said.push(answered.value.messageId);
        } else if (each.do === 1) {
          await world.call(by, answerOnTeamLine, { sessionId, personId, text: `svar ${each.nth}` });
        } else {
          const readTo = said[each.nth % Math.max(1, said.length)];
          if (readTo) await world.call(by, readTeamLine, { sessionId, personId, readTo });
        }
      }
      for (const screen of screens) await screen.isTheSame();
    }),
    { numRuns: 15 },
  );
}, 120_000);

/** A screen's first reading; later, what was missed carries it to what a fresh one reads. */
async function follow<C extends AnyChannel>(somebody: Somebody, channel: C, id: string) {
  const first = await world.line(somebody).subscribe(channel, id);
  if (!first.ok || !('snapshot' in first)) throw new Error('nothing was read');
  return {
    async isTheSame(): Promise<void> {
      const missed = await world.line(somebody).subscribe(channel, id, first.revision);
      if (!missed.ok || !('revisions' in missed)) throw new Error('nothing to catch up with');
      const carried = missed.revisions
        .flatMap(({ facts }) => facts)
        .map((fact) => channel.fact.parse(fact))
        .reduce(channel.evolve, channel.state.parse(first.snapshot));
      expect(carried).toEqual(await stateOf(somebody, channel, id));
    },
  };
}
