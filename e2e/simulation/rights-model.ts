import { EVERYBODY, INVITED, STUDENTS, TEACHERS, type Who } from './session-people.ts';

const isOneOf = (who: Who, some: readonly Who[]) => some.includes(who);

/** Who may come to the machine's session and who may steer it, as docs/rules tell it (lobby, guest, roster). */
export class RightsModel {
  readonly teachers = new Set<Who>(TEACHERS);
  readonly removed = new Set<Who>();
  /** What a host has last said of somebody and the door (LOBBY-10). */
  readonly said = new Map<Who, 'let-in' | 'sent-back'>();
  /** Of the one link to this session. */
  link: 'open' | 'used' | 'withdrawn' = 'open';
  over = false;

  teaches(who: Who): boolean {
    return this.teachers.has(who);
  }

  /** Whoever came by the link is somebody here as long as it runs (GUEST-8). */
  isSignedIn(who: Who): boolean {
    return who !== 'gro' || this.isInvited(who);
  }

  isInvited(who: Who): boolean {
    return isOneOf(who, INVITED) || (who === 'gro' && this.link === 'used' && !this.over);
  }

  /** Stands on the list before they have come. */
  isExpected(who: Who): boolean {
    return this.teaches(who) || isOneOf(who, STUDENTS) || this.isInvited(who);
  }

  /** Asked to the session, whether they wait or not. Being taken out is stronger (LOBBY-3). */
  isAsked(who: Who): boolean {
    return this.teaches(who) || (this.isExpected(who) && !this.removed.has(who));
  }

  /** Need not wait (LOBBY-1, LOBBY-2, LOBBY-9). */
  comesIn(who: Who): boolean {
    if (!this.isAsked(who) || this.teaches(who)) return this.isAsked(who);
    const said = this.said.get(who);
    return isOneOf(who, STUDENTS) ? said !== 'sent-back' || this.over : said === 'let-in';
  }

  /** What somebody is told of what is not theirs. */
  unknown(who: Who): string {
    return this.isSignedIn(who) ? 'not-found' : 'signed-out';
  }

  /** Somebody opens the link: Gro from her browser, somebody who is signed in, or a stranger who looks (GUEST-3, 4, 7). */
  open(who: Who | 'stranger'): string {
    if (this.link === 'withdrawn' || this.over) return 'link-over';
    if (who === 'gro') this.link = 'used';
    else if (this.link === 'used') return 'link-used';
    return 'ok';
  }

  linkState(): string {
    return this.over && this.link !== 'withdrawn' ? 'over' : this.link;
  }

  /** Those who see who waits and read all lines. */
  keepers(): readonly Who[] {
    return EVERYBODY.filter((who) => this.teaches(who));
  }
}
