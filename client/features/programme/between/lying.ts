import { type Hung, hang, type Tag } from './hang.ts';
import { type Ends, threadY } from './thread-curve.ts';

/** What was measured of the words on the band, px. */
export interface Measured {
  width: number;
  /** The words under the fold of what is behind; 0 when nothing is. */
  foldWidth: number;
  foldHeight: number;
  /** The names at the feet of the posts; 0 where there is no post. */
  fromWidth: number;
  toWidth: number;
  footHeight: number;
  /** Today's tag first, then what lies ahead. */
  tags: readonly { width: number; height: number }[];
}

/** One tag in its place: the bead on the thread, the string and the words under it, px. */
export interface LyingTag {
  x: number;
  y: number;
  /** Words: left edge and top, measured from the bead. */
  left: number;
  drop: number;
}

export interface Lying {
  height: number;
  foldX: number;
  foldY: number;
  tags: readonly LyingTag[];
}

/** Where today stands when something is behind it, and when nothing is: what is behind is pleated, so it needs little. */
const TODAY = { afterFold: 0.22, atStart: 0.085 };
const FOLD = 0.11;
const LEAST_HEIGHT = 236;
/** From the bead down to the words: by turns, so that a row of tags is not a wall. */
const DROPS = [28, 52] as const;
const UNDER = 12;
/** Strings and words keep clear of a post. */
const POST = 20;

/** Lays the band down, or answers null when its words have no room: then it stands. `places` as from `placesByDate`. */
export function layDown(measured: Measured, places: readonly number[], ends: Ends): Lying | null {
  const { width } = measured;
  const hasFold = measured.foldWidth > 0;
  const foldX = Math.max(width * FOLD, measured.foldWidth / 2 + POST);
  const foldRight = hasFold ? foldX + measured.foldWidth / 2 + UNDER : POST;
  const today = Math.max(width * (hasFold ? TODAY.afterFold : TODAY.atStart), foldRight + POST);
  const last = width - POST * 2;
  const tags: Tag[] = measured.tags.map((tag, n) => ({
    ...tag,
    at: n === 0 ? today : today + (places[n - 1] ?? 0) * (last - today),
  }));
  const hung = hang(tags, { first: today, last, left: foldRight, right: width - POST });
  if (!hung) return null;

  const lying = hung.map((one, n) => hangOne(one, n, threadY(one.bead, width, ends)));
  dropDeepTags(hung, lying, tags);
  const foldY = threadY(foldX, width, ends);
  const boxes = lying.map((one, n) => ({
    left: one.x + one.left,
    right: one.x + one.left + (tags[n]?.width ?? 0),
    bottom: one.y + one.drop + (tags[n]?.height ?? 0),
  }));
  if (hasFold) {
    const half = measured.foldWidth / 2;
    boxes.push({
      left: foldX - half,
      right: foldX + half,
      bottom: foldY + 22 + measured.foldHeight,
    });
  }
  return { height: heightOver(boxes, measured), foldX, foldY, tags: lying };
}

function hangOne(one: Hung, n: number, y: number): LyingTag {
  return { x: one.bead, y, left: one.left - one.bead, drop: DROPS[n % 2 === 0 ? 0 : 1] };
}

/** With two depths all tags of the lower one start under the longest of the upper. */
function dropDeepTags(hung: readonly Hung[], lying: LyingTag[], tags: readonly Tag[]): void {
  if (hung.every((one) => one.depth === 0)) return;
  let upperEnd = 0;
  hung.forEach((one, n) => {
    const tag = lying[n];
    if (!tag || one.depth === 1) return;
    tag.drop = DROPS[0];
    upperEnd = Math.max(upperEnd, tag.y + tag.drop + (tags[n]?.height ?? 0));
  });
  hung.forEach((one, n) => {
    const tag = lying[n];
    if (tag && one.depth === 1) tag.drop = upperEnd + UNDER - tag.y;
  });
}

/** Tall enough for every tag, and for the names at the posts' feet where a tag hangs over them. */
function heightOver(
  boxes: readonly { left: number; right: number; bottom: number }[],
  measured: Measured,
): number {
  const overFoot = (box: { left: number; right: number }) =>
    box.left < measured.fromWidth + POST * 2 ||
    box.right > measured.width - measured.toWidth - POST * 2;
  return boxes.reduce(
    (height, box) =>
      Math.max(height, box.bottom + UNDER + (overFoot(box) ? measured.footHeight + UNDER : 0)),
    LEAST_HEIGHT,
  );
}
