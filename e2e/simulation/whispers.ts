import type { Who } from './session-people.ts';

/** Words between those who wait and the hosts: each is like no other, so that it is known wherever it is read. */
type Whisper = {
  readonly words: string;
  /** Whose line to the teachers they stand on; null for words to somebody who is declined. */
  readonly line: Who | null;
  readonly mayHear: Set<Who>;
};

/** Keeps who may hear which words, and finds them where they should not be. */
export class Whispers {
  readonly #all: Whisper[] = [];

  /** Words that nobody has said yet. */
  next(): string {
    return `hvisket-${this.#all.length}.`;
  }

  /** They have been said, or refused: then nobody may hear them. */
  said(words: string, line: Who | null, mayHear: readonly Who[]): void {
    this.#all.push({ words, line, mayHear: new Set(mayHear) });
  }

  /** Somebody may read again what was said on their own line, or, as a teacher, on every line. */
  comesBack(who: Who, teaches: boolean): void {
    for (const { line, mayHear } of this.#all) {
      if (line !== null && (teaches || line === who)) mayHear.add(who);
    }
  }

  /** Which of them stand in something that these people have read and may not. */
  wronglyIn(text: string, readBy: readonly Who[]): readonly string[] {
    return this.#all
      .filter(({ mayHear }) => !readBy.every((who) => mayHear.has(who)))
      .map(({ words }) => words)
      .filter((words) => text.includes(words));
  }
}
