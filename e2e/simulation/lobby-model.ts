import { EVERYBODY, type Who } from './session-people.ts';

/** What docs/rules/lobby.md say about time, in ms. */
const GONE_AFTER = 1_500;
const UNHEARD_FOR = 10_000;
const PLACE_HELD = 60_000;

type Standing = 'waiting' | 'away' | 'let-in' | 'declined' | 'session-ended';

type Place = {
  standing: Standing;
  since: number;
  /** When the hosts saw them go. */
  awayAt: number;
  /** Pages that are there to hear the answer. */
  lines: number;
  /** When nobody is there to hear it any more; null while somebody is. */
  goneAt: number | null;
  /** Of whoever was declined: the words, and by whom. */
  told: string;
};

/** Who waits in front of the machine's session, and how it stands with them (LOBBY-4 to LOBBY-11). */
export class LobbyModel {
  readonly places = new Map<Who, Place>();

  /** Asks to come in, with a page that listens, or with one that is closed before it does. */
  ask(who: Who, how: { readonly again: boolean; readonly listens: boolean }, now: number): void {
    const place = this.places.get(who) ?? {
      ...{ standing: 'away', since: now, awayAt: Number.NEGATIVE_INFINITY },
      ...{ lines: 0, goneAt: null, told: '' },
    };
    this.places.set(who, place);
    const stays = place.standing === 'waiting' || (place.standing === 'declined' && !how.again);
    if (!stays) {
      begin(place, now);
      if (place.lines === 0) place.goneAt = now + UNHEARD_FOR;
    }
    if (how.listens) this.lineOpens(who, now);
  }

  /** A page of theirs listens, or listens again. */
  lineOpens(who: Who, now: number): void {
    const place = this.places.get(who);
    if (!place) return;
    place.lines += 1;
    place.goneAt = null;
    if (place.standing === 'away') begin(place, now);
  }

  lineEnds(who: Who, now: number): void {
    const place = this.places.get(who);
    if (!place || place.lines === 0) return;
    place.lines -= 1;
    if (place.lines === 0) place.goneAt = now + GONE_AFTER;
  }

  pass(now: number): void {
    for (const place of this.places.values()) {
      if (place.goneAt === null || now < place.goneAt) continue;
      place.goneAt = null;
      goAway(place, now);
    }
  }

  crash(now: number): void {
    for (const place of this.places.values()) {
      place.lines = 0;
      place.goneAt = place.standing === 'waiting' ? now + GONE_AFTER : null;
    }
  }

  isWaiting(who: Who): boolean {
    return this.places.get(who)?.standing === 'waiting';
  }

  /** A host has let them in: that ends every other standing of whoever has asked since. */
  letIn(who: Who): void {
    const place = this.places.get(who);
    if (place) place.standing = 'let-in';
  }

  decline(who: Who, told: string): string {
    const place = this.places.get(who);
    if (place?.standing === 'declined') return 'ok';
    if (place?.standing !== 'waiting') return 'not-waiting';
    place.standing = 'declined';
    place.told = told;
    return 'ok';
  }

  /** Their right is gone, and with it every page of theirs that listened. */
  takeOut(who: Who, now: number): void {
    const place = this.places.get(who);
    if (!place) return;
    goAway(place, now);
    place.lines = 0;
    place.goneAt = null;
  }

  /** The session has ended: nobody waits for it, nor comes back to wait (LOBBY-11). */
  close(): void {
    for (const place of this.places.values()) {
      if (place.standing !== 'let-in') place.standing = 'session-ended';
    }
  }

  /** As the hosts see them: the longest wait first. */
  waiting(): readonly string[] {
    return inOrder(
      [...this.places]
        .filter(([, { standing }]) => standing === 'waiting')
        .map(([who, { since }]) => ({ who, since })),
    );
  }

  /** As the one sees it whose place it is. */
  standingOf(who: Who): string | null {
    const place = this.places.get(who);
    if (!place) return null;
    switch (place.standing) {
      case 'waiting':
      case 'away':
        return `${place.standing} since ${place.since}`;
      case 'declined':
        return `declined: ${place.told}`;
      default:
        return place.standing;
    }
  }
}

/** Those who wait in their order; where two have waited for as long, the rules leave it open. */
export function inOrder(
  waiting: readonly { readonly who: Who; readonly since: number }[],
): readonly string[] {
  return waiting
    .toSorted((a, b) => a.since - b.since || EVERYBODY.indexOf(a.who) - EVERYBODY.indexOf(b.who))
    .map(({ who, since }) => `${who} since ${since}`);
}

function begin(place: Place, now: number): void {
  const isHeld = place.standing === 'away' && now < place.awayAt + PLACE_HELD;
  if (!isHeld) place.since = now;
  place.standing = 'waiting';
}

function goAway(place: Place, now: number): void {
  if (place.standing !== 'waiting') return;
  place.standing = 'away';
  place.awayAt = now;
}
