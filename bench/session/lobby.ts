import type { Mellom } from '../contestants.ts';
import { startGenerator } from '../generator/start.ts';
import { machineCpuMs, usedByOthers } from '../processes.ts';
import type { Row } from '../table.ts';

const MOST_MS = 1_000;

/** F3: how soon a host hears of somebody who has come to the lobby: of each who comes, and of the last of many at once. */
export async function measureLobby(mellom: Mellom): Promise<readonly Row[]> {
  const generator = startGenerator();
  try {
    const [before, machineBefore, startedAt] = [mellom.used(), machineCpuMs(), performance.now()];
    const tally = await generator.ask('knocks', mellom.lobby());
    const { oneByOne, atOnce, lastOfAllMs } = tally;
    const after = mellom.used();
    const ours =
      after.server.cpuMs -
      before.server.cpuMs +
      (after.database.cpuMs - before.database.cpuMs) +
      tally.generatorCpuMs;
    const others =
      usedByOthers(machineCpuMs() - machineBefore, ours) / (performance.now() - startedAt);
    const { count, p50, p99, max } = oneByOne;
    const ms = (value: number) => `${value.toFixed(0)} ms`;
    const besides = `from the press sent off until it stood on the host’s line, on one clock, stored first; others ${others.toFixed(1)} cores`;
    const row = { id: 'F3', goal: '≤ 1 s', peers: '–', besides };
    return [
      {
        ...row,
        what: `${count} come to the lobby one after another: until the host has heard of each`,
        ours: `${ms(p50)}, p99 ${ms(p99)}, worst ${ms(max)}`,
        met: max <= MOST_MS,
      },
      {
        ...row,
        what: `${atOnce} come to the lobby at once: until the host has heard of the last`,
        ours: ms(lastOfAllMs),
        met: lastOfAllMs <= MOST_MS,
      },
    ];
  } finally {
    await generator.stop();
  }
}
