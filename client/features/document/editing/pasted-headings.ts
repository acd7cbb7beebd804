/** The levels of a text here, under the title, which is the page's first. */
export const HEADING_LEVELS = [2, 3] as const;

const [TOP, LOWEST] = HEADING_LEVELS;

/**
 * At which levels pasted headings stand here, given theirs from elsewhere: the page's own first becomes our top one, and what
 * stood under it still does. What is finer than we have is as fine as we have.
 */
export function levelsHere(levels: readonly number[]): number[] {
  const further = Math.max(0, TOP - Math.min(...levels));
  return levels.map((level) => Math.min(level + further, LOWEST));
}
