import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { makeHistogram } from '../generator/histogram.ts';
import type { DocumentAnswers, DocumentAsks, TypeTally } from './asks.ts';
import { happen } from './meanwhile.ts';
import { paragraphsOf, readAsNewcomer } from './newcomer.ts';
import { FIRST_CLOCK, textUntil } from './typing.ts';
import { Writer, type WriterWatch } from './writer.ts';

const COMING_AT_ONCE = 40;
const COMES_WITHIN_MS = 120_000;
const ARRIVES_WITHIN_MS = 10_000;
/** So many keep everything that they hear, for Yjs to read. */
const SAMPLE = 2;
/** Of many documents so many are read by a newcomer. */
const COMPARED_MAX = 10;
const SETTLES_MS = 200;
const COMPARE_QUIET_MS = 10_000;
/** A crowd of another run never has the same numbers. */
const CLIENTS_APART = 100_000;
let nextClient = CLIENTS_APART;

/** Everybody who writes in a run: brings them in, lets them type, keeps count, and compares with what newcomers read. */
export function makeWriters() {
  let writers: Writer[] = [];
  let each = 1;
  /** When each letter was due, by writer and clock. */
  let dueAt: number[][] = [];
  let counting = newCount();
  const onReady: () => void = () => undefined;
  let onClosed: () => void = () => undefined;

  const watch: WriterWatch = {
    ready: () => onReady(),
    got(writer, place, from, to) {
      const due = dueAt[writer.document * each + place];
      const now = performance.now();
      for (let clock = from; clock < to; clock++) {
        counting.deliveries++;
        counting.delivery.add(now - (due?.[clock] ?? now));
      }
    },
    twice: (count) => {
      counting.twice += count;
    },
    wrong: () => {
      counting.wrong++;
    },
    refused: () => {
      counting.refused++;
    },
    acked(writer, clock) {
      counting.acked++;
      const due = dueAt[writer.document * each + writer.place]?.[clock];
      if (due !== undefined) counting.ack.add(performance.now() - due);
    },
    closed: () => onClosed(),
  };

  async function come(ask: DocumentAsks['come']): Promise<DocumentAnswers['come']> {
    const startedAt = performance.now();
    each = ask.writersEach;
    writers = ask.documents.flatMap((address, document) => {
      const firstClient = nextClient;
      nextClient += each;
      return Array.from(
        { length: each },
        (_, place) => new Writer({ address, document, place, writers: each, firstClient }, watch),
      );
    });
    dueAt = writers.map(() => []);
    for (const writer of writers.slice(0, SAMPLE)) writer.heard = [];
    const waves = Math.ceil(writers.length / COMING_AT_ONCE);
    for (let wave = 0; wave < waves; wave++) {
      const from = wave * COMING_AT_ONCE;
      const these = writers.slice(from, from + COMING_AT_ONCE);
      these.forEach((writer, nth) => {
        writer.open(from + nth);
      });
      await until(() => these.every(({ messages }) => messages.length > 0), 'come in');
    }
    await until(() => writers.every((writer) => writer.hasAllStarts()), 'see everybody');
    return { tookMs: performance.now() - startedAt };
  }

  async function until(holds: () => boolean, what: string): Promise<void> {
    const giveUpAt = performance.now() + COMES_WITHIN_MS;
    while (!holds()) {
      if (performance.now() > giveUpAt) throw new Error(`some did not ${what}`);
      await delay(5);
    }
  }

  /** In turn, at an even pace, until `going` says no. Lateness is part of every figure. */
  async function typeWhile(perSecond: number, going: () => boolean): Promise<void> {
    const startedAt = performance.now();
    for (let nth = 0; going(); ) {
      const now = performance.now();
      const until = Math.floor(((now - startedAt) * perSecond) / 1000);
      for (; nth <= until; nth++) {
        const due = startedAt + (nth * 1000) / perSecond;
        const place = nth % writers.length;
        const writer = writers[place];
        if (!writer) return;
        counting.lateness.add(now - due);
        const times = dueAt[place];
        if (times) times[writer.clock] = due;
        writer.type();
        counting.sent++;
      }
      await delay(Math.max(0, startedAt + (nth * 1000) / perSecond - performance.now()));
    }
  }

  async function type(ask: DocumentAsks['type']): Promise<DocumentAnswers['type']> {
    const { perSecond, seconds, meanwhile } = ask;
    counting = newCount();
    const untilAt = performance.now() + seconds * 1000;
    let isOver = !meanwhile;
    const happening = meanwhile
      ? delay(1_000).then(async () => {
          counting.delivery = makeHistogram();
          const happened = await happen(meanwhile).finally(() => {
            isOver = true;
          });
          return happened;
        })
      : Promise.resolve(null);
    await typeWhile(perSecond, () => performance.now() < untilAt || !isOver);
    const happened = await happening;
    await arrived();
    return { ...tally(), happened };
  }

  const owed = () => counting.sent * (each - 1);

  async function arrived(): Promise<void> {
    const giveUpAt = performance.now() + ARRIVES_WITHIN_MS;
    while (counting.deliveries < owed() && performance.now() < giveUpAt) await delay(5);
    // Time for a second copy of something to show itself.
    await delay(SETTLES_MS);
  }

  async function typeUntilGone({
    perSecond,
  }: DocumentAsks['typeUntilGone']): Promise<DocumentAnswers['typeUntilGone']> {
    counting = newCount();
    let gone = false;
    onClosed = () => {
      gone = true;
    };
    await typeWhile(perSecond, () => !gone);
    await delay(SETTLES_MS);
    onClosed = () => undefined;
    return tally();
  }

  function tally(): TypeTally {
    const { cpu, delivery, ack, lateness, ...counts } = counting;
    const { user, system } = process.cpuUsage(cpu);
    return {
      ...counts,
      lost: owed() - counts.deliveries,
      delivery: delivery.quantiles(),
      ack: ack.quantiles(),
      lateness: lateness.quantiles(),
      generatorCpuMs: (user + system) / 1000,
    };
  }

  /** The first writer of each document; of many, of a few of them. */
  function sample(): Writer[] {
    const firsts = writers.filter(({ place }) => place === 0);
    const apart = Math.ceil(firsts.length / COMPARED_MAX);
    return firsts.filter((_, nth) => nth % apart === 0);
  }

  async function compare(): Promise<DocumentAnswers['compare']> {
    const some = sample();
    const differing = await Promise.all(
      some.map(async ({ address, document }, nth) => {
        const expected = writersOf(document)
          .map(({ client, clock }) => textUntil(client, clock))
          .sort();
        const says = (doc: Y.Doc) => String(paragraphsOf(doc)) === String(expected);
        const converged = writersOf(document)
          .filter(({ heard }) => heard !== null)
          .every((writer) => says(writer.read()));
        return !converged || !(await readAsNewcomer(address, nth, says, COMPARE_QUIET_MS)).isEnough;
      }),
    );
    return { documents: some.length, differing: differing.filter(Boolean).length };
  }

  async function left(): Promise<DocumentAnswers['left']> {
    const counts = { seen: 0, gone: 0, acked: 0, ackedGone: 0 };
    const documents = writers.filter(({ place }) => place === 0);
    const count = async ({ address, document }: Writer, nth: number) => {
      const all = writersOf(document);
      const seenOf = ({ place }: Writer) =>
        Math.max(FIRST_CLOCK, ...all.map(({ next }) => next[place] ?? 0));
      const ackedOf = ({ messages, acked }: Writer) =>
        Math.max(FIRST_CLOCK, (messages.slice(0, acked).at(-1) ?? 0) + 1);
      const hasOf = (doc: Y.Doc, writer: Writer) =>
        Math.max(FIRST_CLOCK, Y.getState(doc.store, writer.client));
      // Whoever has lost something never becomes whole, and is waited for only so long.
      const { doc } = await readAsNewcomer(
        address,
        nth,
        (read) => all.every((writer) => hasOf(read, writer) >= seenOf(writer)),
        LEFT_QUIET_MS,
      );
      for (const writer of all) {
        const has = hasOf(doc, writer);
        counts.seen += seenOf(writer) - FIRST_CLOCK;
        counts.gone += Math.max(0, seenOf(writer) - has);
        counts.acked += ackedOf(writer) - FIRST_CLOCK;
        counts.ackedGone += Math.max(0, ackedOf(writer) - has);
      }
    };
    await Promise.all(documents.map(count));
    return counts;
  }

  function writersOf(document: number): Writer[] {
    return writers.slice(document * each, (document + 1) * each);
  }

  return {
    come,
    type,
    typeUntilGone,
    compare,
    left,
    leave: async (): Promise<DocumentAnswers['leave']> => {
      for (const writer of writers) writer.cut();
      writers = [];
      return {};
    },
  };
}

const LEFT_QUIET_MS = 3_000;

function newCount() {
  return {
    sent: 0,
    deliveries: 0,
    twice: 0,
    wrong: 0,
    refused: 0,
    acked: 0,
    delivery: makeHistogram(),
    ack: makeHistogram(),
    lateness: makeHistogram(),
    cpu: process.cpuUsage(),
  };
}
