import type { Contestant } from '../contestants.ts';
import type { Tally } from '../generator/ledger.ts';
import { type Generator, startGenerator } from '../generator/start.ts';
import { machineCpuMs, usedByOthers } from '../processes.ts';
import { megabytes } from '../table.ts';

/** Beyond this the generator, not the server, would be what is measured. */
const LATE_P99_MAX_MS = 50;

/** One measurement of one contestant, with what it took. */
export type Round<Outcome extends Tally = Tally> = {
  readonly outcome: Outcome;
  readonly serverCpuMs: number;
  readonly databaseCpuMs: number;
  readonly rssBytes: number;
  /** Cores that others kept busy meanwhile. */
  readonly othersCores: number;
};

/** Does the round count? Not with a loss, and not with a late generator. */
export function counts({ outcome }: Round): boolean {
  return (
    outcome.lost === 0 &&
    outcome.twice === 0 &&
    outcome.refused === 0 &&
    outcome.lateness.p99 <= LATE_P99_MAX_MS
  );
}

/** A crowd inside a contestant's session, with the generator that drives it. */
export async function withCrowd<T>(
  contestant: Contestant,
  people: number,
  use: (generator: Generator) => Promise<T>,
): Promise<T> {
  const generator = startGenerator();
  try {
    await generator.ask('come', contestant.invite(people));
    return await use(generator);
  } finally {
    await generator.ask('leave', {}).catch(() => undefined);
    await generator.stop();
  }
}

/** Runs something and says what it took of the contestant and of the machine. */
export async function measured<Outcome extends Tally>(
  contestant: Contestant,
  run: () => Promise<Outcome>,
): Promise<Round<Outcome>> {
  const [before, machineBefore, ownBefore] = [contestant.used(), machineCpuMs(), performance.now()];
  const outcome = await run();
  const after = contestant.used();
  const serverCpuMs = after.server.cpuMs - before.server.cpuMs;
  const databaseCpuMs = after.database.cpuMs - before.database.cpuMs;
  const wallMs = performance.now() - ownBefore;
  const machineMs = machineCpuMs() - machineBefore;
  return {
    outcome,
    serverCpuMs,
    databaseCpuMs,
    rssBytes: after.server.rssBytes,
    othersCores:
      usedByOthers(machineMs, serverCpuMs + databaseCpuMs + outcome.generatorCpuMs) / wallMs,
  };
}

/** CPU of server and database together for one delivery. */
export function cpuPerDeliveryUs({ serverCpuMs, databaseCpuMs, outcome }: Round): number {
  return (1000 * (serverCpuMs + databaseCpuMs)) / outcome.deliveries;
}

/** The round with the least of something among those that count; with none that counts, the least of all. */
export function best<R extends Round>(rounds: readonly R[], of: (round: R) => number): R {
  const good = rounds.filter(counts);
  const [first, ...rest] = good.length > 0 ? good : rounds;
  if (!first) throw new Error('nothing was measured');
  return rest.reduce((least, round) => (of(round) < of(least) ? round : least), first);
}

/** What has to be said beside every figure. */
export function besides(round: Round): string {
  const { lost, twice, refused, lateness } = round.outcome;
  const doubts = [
    lost > 0 ? `**${lost} lost**` : '0 lost',
    ...(twice > 0 ? [`**${twice} twice**`] : []),
    ...(refused > 0 ? [`**${refused} refused**`] : []),
    `generator late ${lateness.p99.toFixed(0)} ms p99`,
    `RSS ${megabytes(round.rssBytes)}`,
    `others ${round.othersCores.toFixed(1)} cores`,
  ];
  return `${doubts.join(', ')}${counts(round) ? '' : '; **does not count**'}`;
}
