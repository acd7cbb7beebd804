import { setTimeout as delay } from 'node:timers/promises';
import * as commands from '#shared/features/session/breakout/commands.ts';
import { breakoutPlans } from '#shared/features/session/breakout/queries.ts';
import { machineCpuMs } from '../processes.ts';
import { ms, type Row } from '../table.ts';
import { type Member, sitDown, takeSeat } from './member.ts';
import type { Stand } from './stand.ts';

const ROOMS = 12;
const IN_EACH = 8;
const PEOPLE = ROOMS * IN_EACH;
const PER_SECOND = 100;
const MINT_P99_MAX_MS = 50;
/** After the first, in which the server has done it all for the first time. */
const ROUNDS = 5;
/** For whoever is left behind to be looked for. */
const SETTLES_MS = 4_000;

type Plans = {
  readonly people: readonly { readonly personId: string; readonly name: string }[];
};

/** L9: one session of 96 that is split into twelve: each asks for a pass to their breakout, evenly, and all at once. */
export async function measureMoves(stand: Stand): Promise<Row> {
  const sessionId = stand.newSession();
  const teacher = await sitDown(stand, 'teacher', sessionId);
  const members = await Promise.all(
    Array.from({ length: PEOPLE }, (_, nth) => takeSeat(stand, nth, sessionId)),
  );
  await delay(SETTLES_MS);
  const plan = await planFor(teacher);
  const before = [machineCpuMs(), performance.now()] as const;

  const rounds: number[][] = [];
  for (let nth = 0; nth <= ROUNDS; nth++) {
    await teacher.act(commands.openBreakouts.name, { plan });
    const passes = await askEvenly(members);
    const rooms = new Set(passes.map(({ token }) => roomOf(token)));
    if (rooms.size !== ROOMS || rooms.has(sessionId))
      throw new Error(`passes for ${rooms.size} rooms`);
    rounds.push(took(passes));
    await bringBack(teacher);
  }

  const movedAt = performance.now();
  await teacher.act(commands.openBreakouts.name, { plan });
  const splitMs = performance.now() - movedAt;
  const atOnce = await Promise.all(members.map((member) => member.askPass()));
  const allMs = performance.now() - movedAt;
  const busy = (machineCpuMs() - before[0]) / (performance.now() - before[1]);
  await bringBack(teacher);
  teacher.leave();

  const [first = [], ...later] = rounds;
  const even = later.flat().toSorted((a, b) => a - b);
  const all = took(atOnce);
  const p99 = at(even, 0.99);
  return {
    id: 'L9',
    what: `one session of ${PEOPLE} split into ${ROOMS} breakouts x ${IN_EACH}: passes at ${PER_SECOND}/s from the moment it is split, ${ROUNDS} times; then once more, and all at once`,
    goal: `mint p99 ≤ ${MINT_P99_MAX_MS} ms`,
    peers: '–',
    ours: `p50 ${ms(at(even, 0.5))}, p99 ${ms(p99)}; at once: split after ${ms(splitMs)}, all have theirs after ${ms(allMs)}, p50 ${ms(at(all, 0.5))}, p99 ${ms(at(all, 0.99))}`,
    met: p99 <= MINT_P99_MAX_MS,
    besides: `the very first split: p50 ${ms(at(first, 0.5))}, slowest ${ms(at(first, 1))}; ${busy.toFixed(1)} cores busy over all of it, the asking and others included`,
    why: 'the asking runs on the same cores, and the rooms are made in the same moment',
  };
}

/** Each in their turn, from now on. */
function askEvenly(members: readonly Member[]) {
  const beganAt = performance.now();
  return Promise.all(
    members.map(async (member, nth) => {
      await delay(Math.max(0, (nth * 1_000) / PER_SECOND - (performance.now() - beganAt)));
      return member.askPass();
    }),
  );
}

async function bringBack(teacher: Member): Promise<void> {
  await teacher.act(commands.bringBack.name, { atOnce: true });
  await delay(SETTLES_MS);
}

/** Those of the crowd who sit there, eight in each. */
async function planFor(teacher: Member) {
  const { people } = await teacher.ask<Plans>(breakoutPlans.name, {});
  const nthOf = (name: string) => Number(name.split(' ').at(-1));
  const seated = people.filter(({ name }) => nthOf(name) < PEOPLE).map(({ personId }) => personId);
  return planOf(seated, ROOMS);
}

/** A plan of so many rooms, dealt out in turn. */
export function planOf(people: readonly string[], rooms: number) {
  return {
    ...{ task: '', minutes: null, choice: false },
    rooms: Array.from({ length: rooms }, (_, nth) => ({
      ...{ name: `Gruppe ${nth + 1}`, after: null },
      members: people.filter((_person, place) => place % rooms === nth),
    })),
  };
}

function roomOf(token: string): string {
  const [, claims = ''] = token.split('.');
  return JSON.parse(Buffer.from(claims, 'base64url').toString()).video.room;
}

const took = (passes: readonly { readonly tookMs: number }[]): number[] =>
  passes.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);

export const at = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
