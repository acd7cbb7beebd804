import path from 'node:path';
import { type GeneratorOf, startGeneratorAt } from '../generator/start.ts';
import { machineCpuMs } from '../processes.ts';
import { megabytes } from '../table.ts';
import type { DocumentAnswers, DocumentAsks, Meanwhile } from './asks.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';

/** Beyond this the generator, not the server, would be what is measured. */
const LATE_P99_MAX_MS = 50;

export type DocumentGenerator = GeneratorOf<DocumentAsks, DocumentAnswers>;

export async function withGenerator<T>(use: (generator: DocumentGenerator) => Promise<T>) {
  const generator: DocumentGenerator = startGeneratorAt(path.join(import.meta.dirname, 'main.ts'));
  try {
    return await use(generator);
  } finally {
    await generator.ask('leave', {}).catch(() => undefined);
    await generator.stop();
  }
}

export type Plan = {
  readonly documents: number;
  readonly writersEach: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly meanwhile?: Meanwhile;
  /** Not measured, so that code is warm. */
  readonly warmUpSeconds?: number;
  /** Whether newcomers compare what they read with what was typed. */
  readonly compares?: boolean;
};

export type Round = {
  readonly outcome: DocumentAnswers['type'];
  readonly differing: number;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly rssBytes: number;
  /** Cores that others kept busy meanwhile. */
  readonly othersCores: number;
};

/** People in some documents of a server, who type. */
export async function typing(server: DocumentServer, plan: Plan): Promise<Round> {
  return withGenerator(async (generator) => {
    const { documents, writersEach, perSecond, seconds, meanwhile, warmUpSeconds = 1 } = plan;
    const addresses = await many(documents, () => server.document());
    await generator.ask('come', { documents: addresses, writersEach });
    if (warmUpSeconds > 0) {
      await generator.ask('type', { perSecond, seconds: warmUpSeconds });
    }
    const [before, machineBefore, began] = [server.used(), machineCpuMs(), performance.now()];
    const outcome = await generator.ask('type', {
      perSecond,
      seconds,
      ...(meanwhile && { meanwhile }),
    });
    const [after, machineAfter] = [server.used(), machineCpuMs()];
    const wallMs = performance.now() - began;
    const serverCpuMs = after.server.cpuMs - before.server.cpuMs;
    const databaseCpuMs = after.database.cpuMs - before.database.cpuMs;
    // What was lost need not be looked for.
    const compares = plan.compares !== false && outcome.lost === 0;
    const { differing } = compares ? await generator.ask('compare', {}) : { differing: 0 };
    const ownMs = serverCpuMs + databaseCpuMs + outcome.generatorCpuMs;
    return {
      outcome,
      differing,
      serverCpuMs,
      databaseCpuMs,
      rssBytes: after.server.rssBytes,
      othersCores: Math.max(0, machineAfter - machineBefore - ownMs) / wallMs,
    };
  });
}

export async function many<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let nth = 0; nth < count; nth++) all.push(await make());
  return all;
}

/** Does the round count? Every word at everybody once, read the same by a newcomer, and no late generator. */
export function counts({ outcome, differing }: Round): boolean {
  const { lost, twice, wrong, refused, lateness } = outcome;
  return lost + twice + wrong + refused + differing === 0 && lateness.p99 <= LATE_P99_MAX_MS;
}

export function besides(round: Round): string {
  const { outcome, differing, rssBytes, othersCores } = round;
  const { lost, twice, wrong, refused, lateness } = outcome;
  const doubts = { lost, twice, wrong, refused, differing };
  const said = Object.entries(doubts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `**${count} ${what}**`);
  return [
    said.length > 0 ? said.join(', ') : 'all words arrived and are equal',
    `generator late ${lateness.p99.toFixed(0)} ms p99`,
    `RSS ${megabytes(rssBytes)}`,
    `others ${othersCores.toFixed(1)} cores`,
    ...(counts(round) ? [] : ['**does not count**']),
  ].join(', ');
}

/** The middle one of those that count; of all, when none does. Infinity where there is none. */
export function median(rounds: readonly Round[], of: (round: Round) => number): number {
  const good = rounds.filter(counts);
  return middle((good.length > 0 ? good : rounds).map(of));
}

export function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
}

/** The round that stands in the middle of those that count. */
export function middleRound(rounds: readonly Round[], of: (round: Round) => number): Round {
  const good = rounds.filter(counts);
  const sorted = (good.length > 0 ? good : rounds).toSorted((a, b) => of(a) - of(b));
  const round = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!round) throw new Error('nothing was measured');
  return round;
}

/** All in turn, several times over: what others do on this machine meets everybody alike. */
export async function interleaved<T>(
  servers: readonly DocumentServer[],
  rounds: number,
  measure: (server: DocumentServer) => Promise<T>,
): Promise<ReadonlyMap<DocumentSign, T[]>> {
  const all = new Map<DocumentSign, T[]>(servers.map(({ sign }) => [sign, []]));
  for (let nth = 0; nth < rounds; nth++) {
    for (const server of servers) all.get(server.sign)?.push(await measure(server));
  }
  return all;
}
