import { LobbyModel } from './lobby-model.ts';
import { NamesModel } from './names-model.ts';
import { PollModel } from './poll-model.ts';
import { RightsModel } from './rights-model.ts';
import { EVERYBODY, type Kind, TEACHERS, type Who } from './session-people.ts';

/** What docs/rules say about time, in ms: said a second time, so that the code cannot change its own measure. */
const SHOWN_AFTER = 1_500;
const SEAT_HELD = 60_000;
const LEAD_HELD = 10_000;
const ENDING_UNDONE_WITHIN = 10_000;
/** Everything that happens happens at a tenth of a second. */
const TENTH = 100;

type Seat = {
  lines: number;
  /** When the last line ended, and how. */
  ended: { readonly at: number; readonly how: 'dropped' | 'let-go' } | null;
};

/**
 * One live session from inside, told by docs/rules (roster, hand queue, agenda, chat, pause, poll, order, ending) and by nothing of the
 * code that they are built in. Each act answers `ok` or the refusal that a caller should get, and changes the model alike.
 */
export class InsideModel {
  now = 0;
  readonly rights = new RightsModel();
  readonly lobby = new LobbyModel();
  readonly names: NamesModel;
  readonly seats = new Map<Who, Seat>();
  /** Who has gone: when, and whether of their own. */
  protected readonly left = new Map<Who, { readonly at: number; readonly dropped: boolean }>();
  protected readonly letIn = new Map<Who, number>();
  lockedAt: number | null = null;
  chatClosed = false;
  lead: Who | null = null;
  hands: Who[] = [];
  word: Who | null = null;
  queueOpen = true;
  item: number | null = null;
  readonly said: string[] = [];
  readonly onPause = new Set<Who>();
  endsAt: number | null = null;
  readonly poll = new PollModel({
    begin: (by) => this.mayNotBegin(by),
    steer: (by) => this.mayNotSteer(by),
    answer: (who) => (this.sits(who) ? null : this.outside(who)),
  });

  constructor(kind: Kind = 'teaching') {
    this.names = new NamesModel(kind);
  }

  /** What time alone brings about, to the tenth of a second. */
  pass(ms: number): void {
    for (let left = ms; left > 0; left -= TENTH) {
      this.now += TENTH;
      this.settle();
    }
    this.settle();
  }

  protected settle(): void {
    this.lobby.pass(this.now);
    for (const [who, { ended }] of this.seats) {
      if (ended === null) continue;
      const since = this.now - ended.at;
      if (ended.how === 'let-go' && since >= SHOWN_AFTER) this.leave(who, 'by will');
      else if (ended.how === 'dropped' && since >= SEAT_HELD) this.leave(who, 'dropped');
    }
    this.settleLead();
    if (this.endsAt !== null && !this.rights.over && this.now >= this.endsAt) this.#end();
  }

  enter(who: Who): string {
    if (!this.rights.comesIn(who)) return this.rights.unknown(who);
    if (this.rights.over) return 'session-ended';
    if (!this.comesThrough(who)) return 'session-locked';
    if (!this.seats.has(who)) this.names.somebodyComes();
    const seat = this.seats.get(who) ?? { lines: 0, ended: null };
    seat.lines += 1;
    seat.ended = null;
    this.seats.set(who, seat);
    this.left.delete(who);
    this.settleLead();
    return 'ok';
  }

  /** The newest line of somebody's ends. */
  endLine(who: Who, how: 'dropped' | 'let-go'): void {
    const seat = this.seats.get(who);
    if (!seat || seat.lines === 0) return;
    seat.lines -= 1;
    if (seat.lines === 0) seat.ended = { at: this.now, how };
  }

  /** The server is gone and back: no line is open, and every seat is held from now on. */
  crash(): void {
    for (const [who, seat] of this.seats) {
      seat.lines = 0;
      // Whose line was known to be lost, has been held for that long already.
      if (!this.isLost(who)) seat.ended = { at: this.now, how: 'dropped' };
    }
    this.lobby.crash(this.now);
  }

  raise(who: Who): string {
    if (!this.sits(who)) return this.whyNotBegin(who);
    if (this.hands.includes(who)) return 'ok';
    if (this.word === who) return 'has-the-word';
    if (!this.queueOpen) return 'queue-closed';
    this.hands.push(who);
    return 'ok';
  }

  lower(who: Who): string {
    if (!this.sits(who)) return this.outside(who);
    this.hands = this.hands.filter((one) => one !== who);
    return 'ok';
  }

  done(who: Who): string {
    if (!this.sits(who)) return this.outside(who);
    if (this.word !== who) return 'has-not-the-word';
    this.word = null;
    return 'ok';
  }

  callNext(by: Who, expected: Who): string {
    const refused = this.mayNotSteer(by);
    if (refused) return refused;
    const next = this.hands.find((one) => !this.onPause.has(one));
    if (next !== expected) {
      return next !== undefined || this.word === expected ? 'already-called' : 'queue-empty';
    }
    this.hands = this.hands.filter((one) => one !== expected);
    this.word = expected;
    return 'ok';
  }

  openQueue(by: Who, open: boolean): string {
    const refused = this.mayNotSteer(by);
    if (!refused) this.queueOpen = open;
    return refused ?? 'ok';
  }

  step(by: Who, from: number | null, to: number): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    if (from !== this.item) return 'already-stepped';
    this.item = to;
    return 'ok';
  }

  say(who: Who, text: string): string {
    if (!this.sits(who)) return this.whyNotBegin(who);
    if (this.chatClosed && !this.rights.teaches(who)) return 'chat-closed';
    this.said.push(text);
    return 'ok';
  }

  startPause(who: Who): string {
    if (!this.sits(who)) return this.outside(who);
    this.onPause.add(who);
    if (this.word === who) this.word = null;
    return 'ok';
  }

  endPause(who: Who): string {
    if (!this.sits(who)) return this.outside(who);
    this.onPause.delete(who);
    return 'ok';
  }

  lock(by: Who, locked: boolean): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    this.lockedAt = locked ? (this.lockedAt ?? this.now) : null;
    return 'ok';
  }

  closeChat(by: Who, closed: boolean): string {
    const refused = this.mayNotBegin(by);
    if (!refused) this.chatClosed = closed;
    return refused ?? 'ok';
  }

  end(by: Who): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    this.endsAt ??= this.now + ENDING_UNDONE_WITHIN;
    return 'ok';
  }

  takeBackEnding(by: Who): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    this.endsAt = null;
    return 'ok';
  }

  protected sits(who: Who): boolean {
    return this.rights.comesIn(who) && this.seats.has(who);
  }

  /** What somebody who does not sit here is told. */
  protected outside(who: Who): string {
    return this.rights.comesIn(who) ? 'not-joined' : this.rights.unknown(who);
  }

  /** The same for what begins something: of a session that has ended, that is why. */
  protected whyNotBegin(who: Who): string {
    return this.rights.over && this.rights.comesIn(who) ? 'session-over' : this.outside(who);
  }

  protected mayNotBegin(by: Who): string | null {
    return this.rights.over && this.rights.teaches(by) ? 'session-over' : this.mayNotSteer(by);
  }

  protected mayNotSteer(by: Who): string | null {
    if (!this.rights.teaches(by)) return this.rights.unknown(by);
    return this.sits(by) ? null : 'not-joined';
  }

  protected comesThrough(who: Who): boolean {
    if (this.lockedAt === null || this.rights.teaches(who) || this.seats.has(who)) return true;
    if ((this.letIn.get(who) ?? -1) >= this.lockedAt) return true;
    const left = this.left.get(who);
    return left !== undefined && (left.dropped || this.now < left.at + SEAT_HELD);
  }

  protected isLost(who: Who): boolean {
    const ended = this.seats.get(who)?.ended;
    return ended?.how === 'dropped' && this.now - ended.at >= SHOWN_AFTER;
  }

  protected settleLead(): void {
    if (this.lead !== null && this.seats.has(this.lead)) {
      const ended = this.seats.get(this.lead)?.ended;
      if (!this.isLost(this.lead) || this.now - (ended?.at ?? 0) < LEAD_HELD) return;
    }
    const here = TEACHERS.find(
      (who) => this.rights.teaches(who) && this.seats.has(who) && !this.isLost(who),
    );
    if (here) this.lead = here;
    else if (this.lead !== null && !this.seats.has(this.lead)) this.lead = null;
  }

  protected leave(who: Who, how: 'by will' | 'dropped'): void {
    if (!this.seats.delete(who)) return;
    this.left.set(who, { at: this.now, dropped: how === 'dropped' });
    this.hands = this.hands.filter((one) => one !== who);
    if (this.word === who) this.word = null;
    if (how === 'by will') this.onPause.delete(who);
    if (this.seats.size === 0) this.onPause.clear();
  }

  #end(): void {
    this.rights.over = true;
    this.names.listChanges();
    this.lobby.close();
    this.poll.closeWithSession();
    for (const who of EVERYBODY) this.leave(who, 'by will');
    this.lead = null;
    this.lockedAt = null;
    this.chatClosed = false;
  }
}
