/** As many characters as are read in a strip that goes by itself. */
const SHORT = 140;

/** The beginning of a text in one line, cut between two words where it is long. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  if (line.length <= SHORT) return line;
  const start = line.slice(0, SHORT);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), SHORT / 2)).trimEnd()} …`;
}
