import { type Histogram, makeHistogram, type Quantiles } from './histogram.ts';
import type { Numbered, Person } from './person.ts';

export type Tally = {
  readonly sent: number;
  readonly answered: number;
  readonly refused: number;
  /** Every event at every person who should have got it, once each. */
  readonly deliveries: number;
  readonly lost: number;
  readonly twice: number;
  /** Frames on the wire: below `deliveries` where some were put together. */
  readonly frames: number;
  readonly delivery: Quantiles;
  /** From when a text was due to leave until the last person had it. */
  readonly seenByAll: Quantiles;
  readonly answer: Quantiles;
  /** How late the generator itself was. */
  readonly lateness: Quantiles;
  readonly generatorCpuMs: number;
};

type Seen = { seen: Uint8Array; prefix: number };

/**
 * What was sent in one run, and what each person got of it. Events are numbered from 0 without holes, and everybody
 * should get all of them, once.
 */
export function makeLedger(people: readonly Person[]) {
  const books = new Map<Person, Seen>(
    people.map((person) => [person, { seen: new Uint8Array(64), prefix: 0 }]),
  );
  const reached: number[] = [];
  const [delivery, seenByAll, answer, lateness]: [Histogram, Histogram, Histogram, Histogram] = [
    makeHistogram(),
    makeHistogram(),
    makeHistogram(),
    makeHistogram(),
  ];
  const usedBefore = process.cpuUsage();
  let [sent, answered, refused, deliveries, twice, frames] = [0, 0, 0, 0, 0, 0];

  return {
    /** The next event's number. */
    send(lateMs: number): number {
      lateness.add(lateMs);
      reached.push(0);
      return sent++;
    },

    answered(sentAt: number, ok: boolean): void {
      if (!ok) {
        refused++;
        return;
      }
      answered++;
      answer.add(performance.now() - sentAt);
    },

    refused(): void {
      refused++;
    },

    frame(): void {
      frames++;
    },

    event(person: Person, { nth, sentAt }: Numbered): void {
      const book = books.get(person);
      // Of an earlier run on the same server: not ours.
      if (!book || nth >= sent) return;
      if (nth >= book.seen.length) book.seen = grown(book.seen, nth);
      if (book.seen[nth]) {
        twice++;
        return;
      }
      book.seen[nth] = 1;
      while (book.seen[book.prefix]) book.prefix++;
      deliveries++;
      const tookMs = performance.now() - sentAt;
      delivery.add(tookMs);
      reached[nth] = (reached[nth] ?? 0) + 1;
      if (reached[nth] === books.size) seenByAll.add(tookMs);
    },

    /** How many events this person has without a hole. */
    prefixOf: (person: Person): number => books.get(person)?.prefix ?? 0,
    sent: (): number => sent,
    answeredSoFar: (): number => answered,
    complete: (): boolean => deliveries === sent * books.size && answered + refused >= sent,

    tally: (): Tally => ({
      generatorCpuMs: ownCpuMs(usedBefore),
      sent,
      answered,
      refused,
      deliveries,
      lost: sent * books.size - deliveries,
      twice,
      frames,
      delivery: delivery.quantiles(),
      seenByAll: seenByAll.quantiles(),
      answer: answer.quantiles(),
      lateness: lateness.quantiles(),
    }),
  };
}

export type Ledger = ReturnType<typeof makeLedger>;

/** What this process has used since then. */
export function ownCpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function grown(seen: Uint8Array, nth: number): Uint8Array {
  const larger = new Uint8Array(Math.max(seen.length * 2, nth + 1));
  larger.set(seen);
  return larger;
}
