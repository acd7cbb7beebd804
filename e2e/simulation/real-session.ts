import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { makeGuestLink, withdrawGuestLink } from '#shared/features/session/guest/commands.ts';
import { lobbyChannel, lobbyPlaceChannel } from '#shared/features/session/lobby/channels.ts';
import { waitInLobby } from '#shared/features/session/lobby/commands.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import { joinSession } from '#shared/features/session/roster/commands.ts';
import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import { HOUR_MS } from '#shared/kernel/duration.ts';
import type { GuestLinkId, PersonId, TeamLineId } from '#shared/kernel/ids.ts';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import { hashOfToken } from '../../server/features/identity/public.ts';
import { openSignInByLink } from '../../server/features/identity/sign-in/sign-ins.ts';
import { enterAsGuest, lookAtDoor } from '../../server/features/session/guest/door.ts';
import { newId } from '../../server/platform/new-id.ts';
import { momentOf } from '../../server/storage/moment.ts';
import { inTransaction } from '../../server/storage/transaction.ts';
import { type PlannedSession, planSession } from '../../server/testing/planned-session.ts';
import type { Somebody, World } from '../../server/testing/world.ts';
import { Screens } from './screens.ts';
import { EVERYBODY, type Kind, WHOLE_NAMES, type Who } from './session-people.ts';
import { look } from './session-snapshot.ts';
import { Whispers } from './whispers.ts';

const TICK_MS = 100;
/** Nobody is named so with these told apart by the whole name. */
const LAST_NAMES = /Moen|Dahl|Hansen|Berg|Lie|Vik/u;

/** The session that is compared with the model: the core as it runs, on a real database, with a clock that stands. */
export class RealSession {
  world: World;
  readonly planned: PlannedSession;
  readonly kind: Kind;
  readonly screens = new Screens();
  readonly whispers = new Whispers();
  /** A call whose answer nobody has heard, and how to make it again. */
  lost: (() => Promise<string>) | null = null;
  readonly #people: Map<Who, Somebody | null>;
  readonly startedAt: number;
  #steps = 0;
  #linkId: GuestLinkId | null = null;
  readonly #link = { token: secret(), browser: secret() };

  constructor(
    world: World,
    kind: Kind,
    planned: PlannedSession,
    people: Record<'tone' | 'per', Somebody>,
  ) {
    this.world = world;
    this.kind = kind;
    this.planned = planned;
    const { anne, bjorn, kari, ola, siri } = planned;
    const known = { anne, bjorn, kari, ola, siri, ...people };
    this.#people = new Map(Object.entries(known) as [Who, Somebody][]);
    this.startedAt = world.clock.now();
  }

  /** A session with its two who are invited, and a link that nobody has opened. */
  static async plan(world: World, kind: Kind): Promise<RealSession> {
    const planned = await planSession(world, { kind });
    const { sessionId } = planned;
    const tone = await world.person({ role: 'studyAdviser', name: WHOLE_NAMES.tone });
    const per = await world.person({ role: 'practiceSupervisor', name: WHOLE_NAMES.per });
    for (const { personId } of [tone, per])
      await world.test.database.execute(sql`
        insert into session_invitation (session_id, person_id, until_at)
        values (${sessionId}, ${personId}, ${momentOf(world.clock.now() + 3 * HOUR_MS)})`);
    return new RealSession(world, kind, planned, { tone, per }).withLink();
  }

  async withLink(): Promise<this> {
    const made = await this.world.call(this.planned.anne, makeGuestLink, {
      ...{ sessionId: this.planned.sessionId, tokenHash: hashOfToken(this.#link.token) },
      ...{ note: '', as: 'lecturer', untilAt: null },
    });
    if (!made.ok) throw new Error(made.refusal);
    this.#linkId = made.value.link.id;
    return this;
  }

  /** `ok`, or the refusal. */
  async call<C extends AnyCommand>(
    who: Who,
    command: C,
    input: Omit<InputOf<C>, 'sessionId'>,
    callId?: string,
  ) {
    const { sessionId } = this.planned;
    const asked = { sessionId, ...input } as never;
    const reply = await this.world.call(this.callerOf(who), command, asked, callId);
    return reply.ok ? 'ok' : (reply.refusal as string);
  }

  /** The server dies when it has done it and has not answered yet. */
  async callLost<C extends AnyCommand>(
    who: Who,
    command: C,
    input: Omit<InputOf<C>, 'sessionId'>,
  ): Promise<string> {
    const callId = newId<'call'>();
    this.lost = () => this.call(who, command, input, callId);
    const answered = await this.lost();
    await this.crash();
    return answered;
  }

  /** Of whoever is nobody yet: one that nobody has. */
  idOf(who: Who): PersonId {
    return this.callerOf(who)?.personId ?? NOBODY;
  }

  /** Time passes, and what is due is done when it is due. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= TICK_MS) {
      this.world.clock.advance(TICK_MS);
      await this.world.slices.session.tick();
    }
    await this.world.slices.session.tick();
  }

  async enter(who: Who): Promise<string> {
    const joined = await this.call(who, joinSession, {});
    const as = this.callerOf(who);
    if (joined !== 'ok' || !as) return joined;
    const { sessionId } = this.planned;
    const lineId = (await this.lineIds()).get(who);
    const isHost = await look(this.world, (peek) => peek(lobbyChannel, sessionId, as));
    const opened = await this.screens.open(this.world, who, as, [
      [sessionChannel, sessionId],
      ...(isHost
        ? ([
            [lobbyChannel, sessionId],
            [teamDeskChannel, sessionId],
          ] as const)
        : ([[teamLineChannel, lineId ?? NOBODY]] as const)),
    ]);
    return typeof opened === 'string' ? `no line: ${opened}` : 'ok';
  }

  async wait(
    who: Who,
    { again, listens }: { readonly again: boolean; readonly listens: boolean },
  ): Promise<string> {
    const { sessionId } = this.planned;
    const reply = await this.world.call(this.callerOf(who), waitInLobby, { sessionId, again });
    if (!reply.ok) return reply.refusal;
    if (reply.value.lineId === null) return 'comes in';
    return listens ? this.listenAgain(who) : 'ok';
  }

  async listenAgain(who: Who): Promise<string> {
    const lineId = (await this.lineIds('lobby_place')).get(who);
    if (lineId === undefined) return 'no place';
    const as = this.callerOf(who);
    if (!as) return 'signed-out';
    const opened = await this.screens.open(this.world, who, as, [
      [lobbyPlaceChannel, lineId],
      [teamLineChannel, lineId],
    ]);
    return typeof opened === 'string' ? opened : 'ok';
  }

  /** The newest page of somebody's, inside or outside, is gone. */
  endLine(who: Who, where: 'inside' | 'outside', how: 'dropped' | 'let-go'): void {
    const to = where === 'inside' ? sessionChannel : lobbyPlaceChannel;
    const screen = this.screens.of(who, to).at(-1);
    if (screen) this.screens.close(screen, how);
  }

  rightsChanged(who: Who): Promise<void> {
    return this.screens.recheck(this.world, who);
  }

  async crash(): Promise<void> {
    for (const screen of this.screens.all) screen.isOpen = false;
    this.world = await this.world.crash();
  }

  /** The plan is changed, as an administrator does. */
  async assign(who: 'bjorn', teaches: boolean): Promise<void> {
    const { sessionId } = this.planned;
    const personId = this.idOf(who);
    await this.world.test.database.execute(
      teaches
        ? sql`insert into session_teacher (session_id, person_id, position) values (${sessionId}, ${personId}, 1)
            on conflict do nothing`
        : sql`delete from session_teacher where session_id = ${sessionId} and person_id = ${personId}`,
    );
    await this.rightsChanged(who);
    if (teaches) this.whispers.comesBack(who, true);
  }

  /** Somebody opens the link: Gro in her own browser, with her sign-in or without; somebody who is signed in; a stranger looks. */
  async openLink(who: Who | 'stranger', name: string, isForgetful: boolean): Promise<string> {
    const { clock, test } = this.world;
    const { token, browser } = this.#link;
    const signedIn = who === 'stranger' || isForgetful ? null : this.callerOf(who);
    const browserHash = hashOfToken(who === 'gro' ? browser : secret());
    const asked = { tokenHash: hashOfToken(token), browserHash, signedIn };
    const answered = await inTransaction(
      test.database,
      'change',
      async (tx): Promise<object | string> =>
        who === 'stranger'
          ? lookAtDoor(tx, { ...asked, now: clock.now() })
          : enterAsGuest(
              tx,
              { signInByLink: openSignInByLink },
              { ...asked, name, language: 'nb', userAgent: '', clock },
            ),
    );
    if (typeof answered === 'string') return answered;
    if (who === 'gro') await this.#signInGuest();
    return 'ok';
  }

  async withdrawLink(by: Who): Promise<string> {
    const linkId = this.#linkId as GuestLinkId;
    const answered = await this.call(by, withdrawGuestLink, { linkId });
    if (answered === 'ok') await this.rightsChanged('gro');
    return answered;
  }

  /** Where a number has been moved, by channel and whose it is: what somebody could hear of, words or none. */
  async heads(): Promise<ReadonlyMap<string, number>> {
    const { sessionId } = this.planned;
    const { rows } = await this.world.test.database.execute<{ key: string; revision: number }>(sql`
      select h.channel || ' ' || coalesce(holder.person_id::text, 'session') as key, h.revision::int as revision
      from channel_head h left join line_holder holder on holder.line_id = h.id::uuid
      where h.id::uuid = ${sessionId} or holder.session_id = ${sessionId}`);
    return new Map(rows.map(({ key, revision }) => [key, revision]));
  }

  /** Of the numbers that were moved, those that neither these people nor the hosts hear. */
  withoutThoseOf(people: readonly Who[], moved: readonly string[]): readonly string[] {
    const theirs = people.map((who) => this.idOf(who));
    const ofHosts = [lobbyChannel, teamDeskChannel].map(({ name }) => `${name} session`);
    return moved.filter((key) => !ofHosts.includes(key) && !theirs.some((id) => key.endsWith(id)));
  }

  nextStep(): number {
    this.#steps += 1;
    return this.#steps;
  }

  /** At the end: who has read what, and whether every page shows what is so. */
  async judge(): Promise<void> {
    const { sessionId, anne } = this.planned;
    await this.screens.areTrue(this.world);
    for (const screen of this.screens.all) {
      const read = this.screens.readOf(screen);
      expect(this.whispers.wronglyIn(read, [screen.who]), `heard by ${screen.who}`).toEqual([]);
      const room = this.screens.readOf(screen, sessionChannel);
      expect(this.whispers.wronglyIn(room, EVERYBODY), 'heard in the room').toEqual([]);
      if (this.kind === 'circle') expect(room).not.toMatch(LAST_NAMES);
    }
    const log = await this.world.ask(anne, sessionLog, { sessionId });
    expect(this.whispers.wronglyIn(JSON.stringify(log), EVERYBODY), 'in the log').toEqual([]);
  }

  /** Null for whoever is nobody yet. */
  callerOf(who: Who): Somebody | null {
    return this.#people.get(who) ?? null;
  }

  /** Where those who have been here or outside hear of themselves. */
  async lineIds(
    of: 'lobby_place' | 'line_holder' = 'line_holder',
  ): Promise<ReadonlyMap<Who, TeamLineId>> {
    const { rows } = await this.world.test.database.execute<{
      id: PersonId;
      lineId: TeamLineId;
    }>(sql`
      select person_id as id, line_id as "lineId" from ${sql.identifier(of)}
      where session_id = ${this.planned.sessionId}`);
    return new Map(
      EVERYBODY.flatMap((who) =>
        rows.filter(({ id }) => id === this.idOf(who)).map(({ lineId }) => [who, lineId] as const),
      ),
    );
  }

  /** The newest sign-in of whoever came by the link is that of her browser. */
  async #signInGuest(): Promise<void> {
    const { rows } = await this.world.test.database.execute<Somebody>(sql`
      select p.id as "personId", s.id as "signInId", p.display_name as "displayName"
      from guest_link l join person p on p.id = l.person_id join sign_in s on s.person_id = p.id
      where l.session_id = ${this.planned.sessionId} order by s.id desc limit 1`);
    this.#people.set('gro', rows[0] ?? null);
  }
}

/** Of nobody and nothing. */
const NOBODY = newId<'person'>() as PersonId & TeamLineId;

function secret(): string {
  return randomBytes(32).toString('base64url');
}
