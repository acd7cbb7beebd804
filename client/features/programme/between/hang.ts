/** A tag to hang: how big its words are, and where its bead would be by the date alone. All in px. */
export interface Tag {
  at: number;
  width: number;
  height: number;
}

/** Where tags may hang: beads between `first` and `last`, words between `left` and `right`. */
export interface Room {
  first: number;
  last: number;
  left: number;
  right: number;
}

export interface Hung {
  /** The bead's place on the thread. */
  bead: number;
  /** The left edge of the tag. */
  left: number;
  /** 0 hangs just under the thread, 1 under the tags of depth 0. */
  depth: 0 | 1;
}

/** Between two tags, and between a tag and another's string. */
const GAP = 12;
/** Between two beads, so that each can be told apart. */
const BEAD_GAP = 30;
/** A string meets its tag at least so far from the corner. */
const CORNER = 16;
/** How far beads may leave their dates for the sake of the words, from not at all to evenly spread. */
const LENIENCE = [0, 0.25, 0.5, 0.75, 1];

/**
 * Hangs the tags so that no two texts meet and no string crosses a text, or answers null when there is no room: then
 * the thread stands upright. Dates are kept as long as they can be; the order is kept always.
 */
export function hang(tags: readonly Tag[], room: Room): Hung[] | null {
  for (const depths of [1, 2] as const) {
    for (const lenience of LENIENCE) {
      const beads = placeBeads(tags, room, lenience);
      const hung = beads && placeTags(tags, beads, room, depths);
      if (hung) return hung;
    }
  }
  return null;
}

/** Beads in order, `BEAD_GAP` apart, between their dates and an even spread. */
function placeBeads(tags: readonly Tag[], room: Room, lenience: number): number[] | null {
  if (room.last - room.first < (tags.length - 1) * BEAD_GAP) return null;
  // Evenly up to where the last words still hang straight under their bead.
  const span = Math.min(room.last, room.right - (tags.at(-1)?.width ?? 0) / 2) - room.first;
  const beads = tags.map((tag, n) => {
    const even = tags.length === 1 ? tag.at : room.first + (span * n) / (tags.length - 1);
    return tag.at + (even - tag.at) * lenience;
  });
  pushApart(beads, room.first, room.last, () => BEAD_GAP);
  return beads;
}

/**
 * Moves numbers as little as needed, first to the right and then back to the left, so that each keeps `distance(n)`
 * from the one before it and all stay inside.
 */
function pushApart(
  places: number[],
  first: number,
  last: number,
  distance: (n: number) => number,
): void {
  let least = first;
  for (let n = 0; n < places.length; n += 1) {
    const place = Math.max(places[n] ?? 0, n === 0 ? first : least + distance(n));
    places[n] = place;
    least = place;
  }
  let most = last;
  for (let n = places.length - 1; n >= 0; n -= 1) {
    const place = Math.min(places[n] ?? 0, most);
    places[n] = place;
    most = place - distance(n);
  }
}

/** One row of tags, or two by turns. Null when some tag cannot reach its bead, or words or strings would meet. */
function placeTags(
  tags: readonly Tag[],
  beads: readonly number[],
  room: Room,
  depths: 1 | 2,
): Hung[] | null {
  const hung: Hung[] = tags.map((tag, n) => ({
    bead: beads[n] ?? 0,
    left: (beads[n] ?? 0) - tag.width / 2,
    depth: depths === 2 && n % 2 === 1 ? 1 : 0,
  }));
  for (const depth of [0, 1] as const) {
    const row = hung.filter((one) => one.depth === depth);
    const widths = tags.filter((_, n) => hung[n]?.depth === depth).map((tag) => tag.width);
    const lefts = row.map((one) => one.left);
    const lastLeft = room.right - (widths.at(-1) ?? 0);
    pushApart(lefts, room.left, lastLeft, (n) => (widths[n - 1] ?? 0) + GAP);
    row.forEach((one, n) => {
      one.left = lefts[n] ?? one.left;
    });
  }
  return isClean(tags, hung, room) ? hung : null;
}

/** Whether every rule holds: the words are inside, reach their bead, and meet neither words nor strings. */
export function isClean(tags: readonly Tag[], hung: readonly Hung[], room: Room): boolean {
  return hung.every((one, n) => {
    const width = tags[n]?.width ?? 0;
    const right = one.left + width;
    if (one.left < room.left - 0.5 || right > room.right + 0.5) return false;
    if (one.bead < one.left + CORNER || one.bead > right - CORNER) return false;
    return hung.every((other, m) => {
      if (m === n) return true;
      const otherRight = other.left + (tags[m]?.width ?? 0);
      const apart = other.left >= right + GAP - 0.5 || otherRight <= one.left - GAP + 0.5;
      if (other.depth === one.depth) return apart;
      // The string of the deeper one passes the words of the higher one.
      const string = other.depth > one.depth ? other.bead : undefined;
      return string === undefined || string <= one.left - GAP / 2 || string >= right + GAP / 2;
    });
  });
}
