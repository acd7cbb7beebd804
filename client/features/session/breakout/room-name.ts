/** The names that groups get by themselves. Others are somebody's own words, and stay as they are written. */
const BY_ITSELF = /^(?:gruppe|group) \d+$/iu;

/** What a room is called within a sentence: «gruppe 3», but «Makt i møtet». */
export function inSentence(name: string): string {
  return BY_ITSELF.test(name) ? name.toLowerCase() : name;
}
