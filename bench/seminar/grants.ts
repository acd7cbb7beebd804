import { setTimeout as delay } from 'node:timers/promises';
import { machineCpuMs, usedByOthers } from '../processes.ts';
import { ms, type Row } from '../table.ts';
import { type Member, takeSeat } from './member.ts';
import type { Stand } from './stand.ts';

const ROOMS = 12;
const IN_EACH = 8;
export const PEOPLE = ROOMS * IN_EACH;
const PER_SECOND = 100;
const MINT_P99_MAX_MS = 50;

/** L9: keys to twelve rooms of eight, asked for at an even pace; then everybody moves to another room at once. */
export async function measureGrants(stand: Stand): Promise<Row> {
  const first = await seatEverybody(stand);
  const second = await seatEverybody(stand);
  const before = [machineCpuMs(), stand.used(), performance.now()] as const;

  const beganAt = performance.now();
  const asked = first.map(async (member, nth) => {
    await delay(Math.max(0, (nth * 1_000) / PER_SECOND - (performance.now() - beganAt)));
    return (await member.askPass()).tookMs;
  });
  const paced = sorted(await Promise.all(asked));
  const movedAt = performance.now();
  const moved = sorted(
    (await Promise.all(second.map((member) => member.askPass()))).map(({ tookMs }) => tookMs),
  );
  const allMovedMs = performance.now() - movedAt;

  const others =
    usedByOthers(machineCpuMs() - before[0], ownCpu(stand, before[1])) /
    (performance.now() - before[2]);
  const p99 = at(paced, 0.99);
  return {
    id: 'L9',
    what: `grants for ${ROOMS} rooms x ${IN_EACH} at ${PER_SECOND}/s, the room made first; then all ${PEOPLE} at once to another room`,
    goal: `mint p99 ≤ ${MINT_P99_MAX_MS} ms`,
    peers: '–',
    ours: `p50 ${ms(at(paced, 0.5))}, p99 ${ms(p99)}; at once: all have theirs after ${ms(allMovedMs)}, p50 ${ms(at(moved, 0.5))}`,
    met: p99 <= MINT_P99_MAX_MS,
    besides: `the asking and others ${others.toFixed(1)} cores`,
    why: 'the asking runs on the same cores',
  };
}

async function seatEverybody(stand: Stand): Promise<Member[]> {
  const members: Member[] = [];
  for (let room = 0; room < ROOMS; room++) {
    const sessionId = stand.newSession();
    const seated = Array.from({ length: IN_EACH }, (_, nth) =>
      takeSeat(stand, room * IN_EACH + nth, sessionId),
    );
    members.push(...(await Promise.all(seated)));
  }
  // One from each room in turn, as when a class is let in: not a room at a time.
  return members.toSorted(
    (a, b) => (members.indexOf(a) % IN_EACH) - (members.indexOf(b) % IN_EACH),
  );
}

function ownCpu(stand: Stand, before: ReturnType<Stand['used']>): number {
  const now = stand.used();
  return (['server', 'database', 'livekit'] as const).reduce(
    (sum, part) => sum + now[part].cpuMs - before[part].cpuMs,
    0,
  );
}

const sorted = (values: number[]): number[] => values.toSorted((a, b) => a - b);
const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
