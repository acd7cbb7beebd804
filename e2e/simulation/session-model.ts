import { InsideModel } from './inside-model.ts';
import type { ShownPoll } from './poll-model.ts';
import { EVERYBODY, type Who } from './session-people.ts';

/** What a session shows, in the words of the model: inside, and to whom it concerns outside. */
export type Shown = {
  readonly seats: Readonly<Partial<Record<Who, 'absent' | 'present' | 'lost' | 'left'>>>;
  /** Null where docs/rules leave it open. */
  readonly names: Readonly<Partial<Record<Who, string>>> | null;
  readonly guests: readonly Who[];
  readonly lead: Who | null;
  readonly hands: readonly Who[];
  readonly word: Who | null;
  readonly queueOpen: boolean;
  /** The item that is on, by its place. */
  readonly item: number | null;
  readonly said: readonly string[];
  readonly onPause: readonly Who[];
  readonly poll: ShownPoll | null;
  readonly locked: boolean;
  readonly chatClosed: boolean;
  readonly ending: 'none' | 'begun' | 'ended';
  /** By the hosts. */
  readonly waiting: readonly string[];
  readonly lines: Readonly<Partial<Record<Who, readonly string[]>>>;
  readonly link: string;
  /** By each of those who have asked to come in and still may, alone. */
  readonly places: Readonly<Partial<Record<Who, string>>>;
  /** By all of them alike; null where nobody reads it, or docs/rules leave it open. */
  readonly hostIsIn: boolean | null;
  readonly ownLines: Readonly<Partial<Record<Who, readonly string[]>>>;
};

/**
 * The same session with its door: who waits outside, who is let in, sent back and taken out, who comes by the link, and what they
 * and the hosts write to each other; told by docs/rules (lobby, guest, names, team line).
 */
export class SessionModel extends InsideModel {
  /** What each has written to the teachers, and they have answered. */
  readonly lines = new Map<Who, readonly string[]>();

  shown(): Shown {
    const seatOf = (who: Who) => {
      if (this.seats.has(who)) return this.isLost(who) ? 'lost' : 'present';
      return this.left.has(who) ? 'left' : 'absent';
    };
    const listed = EVERYBODY.filter((who) => this.#isListed(who));
    const asked = EVERYBODY.filter((who) => this.rights.isAsked(who) && !this.rights.teaches(who));
    const known = asked.filter((who) => this.#hasLine(who));
    return {
      seats: Object.fromEntries(listed.map((who) => [who, seatOf(who)])),
      names: this.names.shown(listed),
      guests: listed.filter((who) => who === 'per' || who === 'gro'),
      lead: this.lead,
      hands: this.hands,
      word: this.word,
      queueOpen: this.queueOpen,
      item: this.item,
      said: this.said,
      onPause: EVERYBODY.filter((who) => this.onPause.has(who)),
      poll: this.poll.shown(),
      locked: this.lockedAt !== null,
      chatClosed: this.chatClosed,
      ending: this.rights.over ? 'ended' : this.endsAt === null ? 'none' : 'begun',
      waiting: this.lobby.waiting(),
      lines: Object.fromEntries(this.lines),
      link: this.rights.linkState(),
      places: Object.fromEntries(
        asked.flatMap((who) => {
          const standing = this.lobby.standingOf(who);
          return standing === null ? [] : [[who, standing]];
        }),
      ),
      hostIsIn: asked.some((who) => this.lobby.places.has(who)) ? this.#hostIsIn() : null,
      ownLines: Object.fromEntries(known.map((who) => [who, this.lines.get(who) ?? []])),
    };
  }

  /** What a call was answered that nobody has heard of: sent again, it is answered so again, and nothing happens (CALL-1). */
  lost: string | null = null;

  /** The server dies when it has done something and not answered it. */
  lose(answer: string): string {
    this.lost = answer;
    this.crash();
    return answer;
  }

  /** Somebody asks to come in. */
  wait(who: Who, how: { readonly again: boolean; readonly listens: boolean }): string {
    if (!this.rights.isAsked(who) || this.rights.teaches(who)) return this.rights.unknown(who);
    if (this.rights.over) return 'session-ended';
    // Whoever needs no host's word waits all the same before a locked door (ORDER-3).
    if (this.rights.comesIn(who) && this.comesThrough(who)) return 'comes in';
    this.lobby.ask(who, how, this.now);
    return 'ok';
  }

  /** A page of theirs that has asked before is there again, without a word. */
  listenAgain(who: Who): string {
    if (!this.lobby.places.has(who)) return 'no place';
    if (!this.rights.isAsked(who) || this.rights.teaches(who)) return this.rights.unknown(who);
    this.lobby.lineOpens(who, this.now);
    return 'ok';
  }

  admit(by: Who, whom: readonly Who[]): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    const meant = whom.filter(
      (who) => this.lobby.isWaiting(who) || this.rights.said.get(who) === 'sent-back',
    );
    if (meant.length === 0) return 'not-waiting';
    for (const who of meant) {
      // Whoever has not asked since they were sent back has no standing that this changes.
      this.lobby.letIn(who);
      this.rights.said.set(who, 'let-in');
      this.letIn.set(who, this.now);
    }
    return 'ok';
  }

  decline(by: Who, whom: Who, words: string): string {
    return (
      this.mayNotBegin(by) ?? this.lobby.decline(whom, `${words} (${this.names.wholeNameOf(by)})`)
    );
  }

  sendBack(by: Who, whom: Who): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    if (this.rights.teaches(whom)) return 'teaches-here';
    if (!this.seats.has(whom)) return 'not-here';
    this.rights.said.set(whom, 'sent-back');
    this.leave(whom, 'by will');
    this.settleLead();
    return 'ok';
  }

  remove(by: Who, whom: Who): string {
    if (!this.rights.teaches(by)) return this.rights.unknown(by);
    if (this.rights.teaches(whom)) return 'teaches-here';
    if (!this.#isListed(whom)) return 'not-here';
    if (!this.rights.removed.has(whom)) {
      this.rights.removed.add(whom);
      this.#loseRight(whom);
    }
    return 'ok';
  }

  readmit(by: Who, whom: Who): string {
    if (!this.rights.teaches(by)) return this.rights.unknown(by);
    if (this.rights.removed.delete(whom)) this.letIn.set(whom, this.now);
    return 'ok';
  }

  openLink(who: Who | 'stranger', name: string): string {
    const comesNew = who === 'gro' && this.rights.link === 'open' && !this.rights.over;
    if (comesNew && this.names.isTaken(name)) return 'name-taken';
    const answer = this.rights.open(who);
    if (answer === 'ok' && comesNew) this.names.call('gro', name);
    return answer;
  }

  withdrawLink(by: Who): string {
    if (!this.rights.teaches(by)) return this.rights.unknown(by);
    const wasUsed = this.rights.link === 'used';
    this.rights.link = 'withdrawn';
    if (wasUsed && !this.rights.over) {
      this.#loseRight('gro');
      this.names.listChanges();
    }
    return 'ok';
  }

  /** The plan is changed: the session is somebody else's to teach, or theirs again. */
  assign(who: Who, teaches: boolean): void {
    if (teaches) this.rights.teachers.add(who);
    else {
      this.rights.teachers.delete(who);
      this.#loseRight(who);
    }
    this.names.listChanges();
  }

  writeToTeam(who: Who, text: string): string {
    if (!this.rights.isAsked(who) || this.rights.teaches(who)) return this.rights.unknown(who);
    if (this.rights.over) return 'session-over';
    if (!this.sits(who) && !this.lobby.isWaiting(who)) return 'not-joined';
    this.lines.set(who, [...(this.lines.get(who) ?? []), text]);
    return 'ok';
  }

  answerOnLine(by: Who, whom: Who, text: string): string {
    const refused = this.mayNotBegin(by);
    if (refused) return refused;
    const line = this.lines.get(whom);
    if (!line) return 'nothing-written';
    this.lines.set(whom, [...line, text]);
    return 'ok';
  }

  /** What each hears of outside; whoever's is the same as before has heard nothing. */
  toldOutside(): ReadonlyMap<Who, string> {
    return new Map(
      EVERYBODY.map((who) => [
        who,
        JSON.stringify([this.lobby.standingOf(who), this.lines.get(who)]),
      ]),
    );
  }

  /** Whether somebody reads who waits and all lines, and whose own place and line they read. */
  readBy(who: Who): { readonly list: boolean; readonly own: readonly Who[] } {
    const list = this.rights.teaches(who);
    return { list, own: !list && this.rights.isAsked(who) && this.#hasLine(who) ? [who] : [] };
  }

  #hasLine(who: Who): boolean {
    return this.lobby.places.has(who) || this.seats.has(who) || this.left.has(who);
  }

  #isListed(who: Who): boolean {
    return this.rights.isExpected(who) || this.seats.has(who) || this.left.has(who);
  }

  /** ROSTER-10, GUEST-8: at once, whether a line of theirs is open or not. */
  #loseRight(who: Who): void {
    this.leave(who, 'by will');
    this.lobby.takeOut(who, this.now);
    this.settleLead();
  }

  /** Null where the rules leave it open: a host whose line is lost is neither in nor gone. */
  #hostIsIn(): boolean | null {
    const seated = EVERYBODY.filter((who) => this.rights.teaches(who) && this.seats.has(who));
    if (seated.length === 0) return false;
    return seated.some((who) => !this.isLost(who)) ? true : null;
  }
}
