import { loadavg } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { machineCpuMs, usedByOthers } from '../processes.ts';
import { megabytes, ms, type Row } from '../table.ts';
import { type Member, sitDown } from './member.ts';
import { NotFilled, notMeasured } from './not-measured.ts';
import type { Camera, Senders } from './senders-start.ts';
import type { Stand } from './stand.ts';

/** A room: how many send sound, how many of them pictures too, and which. */
type Load = { readonly people: number; readonly showing: number; readonly camera: Camera };

const SMALL: Camera = { width: 320, height: 180, framesPerSecond: 10 };
/** As small as the tiles of a full page are on a phone. */
const SMALLEST: Camera = { width: 160, height: 90, framesPerSecond: 5 };
/** Each sends all that it has to all: the rooms that can be counted on from. */
const ALIKE: readonly Load[] = [4, 8, 16].map((people) => ({
  ...{ people, showing: people, camera: SMALL },
}));
/** Where a machine cannot carry sixteen of those, which is the senders' cost and not the server's. */
const LIGHTER: readonly Load[] = [
  { people: 16, showing: 16, camera: SMALLEST },
  { people: 16, showing: 6, camera: SMALLEST },
];
/** So many come in before they are waited for: with more at once, the next one's line is given up on a busy machine. */
const AT_ONCE = 4;
const RECEIVED_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 250;
/** What takes longer says that the machine cannot carry the room. */
const FILLS_WITHIN_MS = 90_000;
const SETTLES_MS = 5_000;
const MEASURED_MS = 15_000;

/** What a room of so many costs, everybody sending to everybody. */
type Cost = {
  readonly people: number;
  /** In cores. */
  readonly livekit: number;
  readonly livekitBytes: number;
};

/** L9: rooms in which everybody sends sound and a small picture, and receives both from everybody else. */
export async function measureRooms(stand: Stand, senders: Senders): Promise<Row[]> {
  const rows: Row[] = [];
  const costs: Cost[] = [];
  /** Whether it could be. A machine may not carry the senders of a larger room; what was measured stands. */
  const measure = async (load: Load): Promise<boolean> => {
    try {
      const { row, cost } = await measureRoom(stand, senders, load);
      rows.push(row);
      if (load.camera === SMALL) costs.push(cost);
      return true;
    } catch (error) {
      rows.push(notMeasured(inWords(load), error, loadavg()[0] ?? 0));
      return false;
    }
  };
  let all = true;
  for (const load of ALIKE) all = all && (await measure(load));
  for (const load of LIGHTER) all = all || (await measure(load));
  return costs.length > 1 ? [...rows, extrapolate(costs)] : rows;
}

function inWords({ people, showing, camera: { width, height, framesPerSecond } }: Load): string {
  const pictures = `${width}x${height} at ${framesPerSecond}/s`;
  const sends =
    showing === people ? `sound and ${pictures}` : `sound, ${showing} of them ${pictures} too`;
  return `${people} people in one room, each sends ${sends}, and receives everybody`;
}

async function measureRoom(stand: Stand, senders: Senders, load: Load) {
  const { people, showing } = load;
  const room = await fillRoom(stand, senders, load);
  try {
    await delay(SETTLES_MS);
    const tracks = await senders.received();
    const before = [stand.used(), senders.used(), machineCpuMs()] as const;
    await delay(MEASURED_MS);
    const now = [stand.used(), senders.used(), machineCpuMs()] as const;
    const cores = (after: number, first: number) => (after - first) / MEASURED_MS;
    const [used, first] = [now[0], before[0]];
    const livekit = cores(used.livekit.cpuMs, first.livekit.cpuMs);
    const server =
      cores(used.server.cpuMs, first.server.cpuMs) +
      cores(used.database.cpuMs, first.database.cpuMs);
    const bots = cores(now[1].cpuMs, before[1].cpuMs);
    const others = usedByOthers(cores(now[2], before[2]), livekit + server + bots);
    const row: Row = {
      id: 'L9',
      what: inWords(load),
      goal: '–',
      peers: '–',
      ours: `LiveKit ${livekit.toFixed(2)} cores, ${megabytes(used.livekit.rssBytes)}; our server with its database ${server.toFixed(2)} cores, ${megabytes(used.server.rssBytes)}`,
      met: null,
      besides: `${tracks} of ${tracksIn(people, showing)} tracks come in, in and sending p50 ${ms(room.p50Ms)}, senders ${bots.toFixed(2)} cores, others ${others.toFixed(1)} cores`,
    };
    return { row, cost: { people, livekit, livekitBytes: used.livekit.rssBytes } };
  } finally {
    await room.empty();
  }
}

/**
 * Fills a room of a new session, a few at a time; who is in it sends. Says within a time why it cannot be filled, and leaves
 * nobody behind then.
 */
export async function fillRoom(
  stand: Stand,
  senders: Senders,
  { people, showing = people, camera = SMALL }: Pick<Load, 'people'> & Partial<Load>,
) {
  const sessionId = stand.newSession();
  const members: Member[] = [];
  const tookMs: number[] = [];
  const empty = async () => {
    await senders.leave();
    for (const member of members) member.leave();
  };
  const fullBy = performance.now() + FILLS_WITHIN_MS;
  try {
    for (let nth = 0; nth < people; nth++) {
      if (performance.now() > fullBy)
        throw new Error(`it was not full within ${FILLS_WITHIN_MS / 1_000} s`);
      const member = await sitDown(stand, nth, sessionId);
      members.push(member);
      tookMs.push(await senders.enter(member, stand.origin, nth < showing ? camera : null));
      if ((nth + 1) % AT_ONCE === 0) await receiveAll(senders, nth + 1, Math.min(nth + 1, showing));
    }
  } catch (error) {
    await empty();
    throw new NotFilled(tookMs.length, people, error);
  }
  const p50Ms = tookMs.toSorted((a, b) => a - b)[people >> 1] ?? Number.NaN;
  return { sessionId, p50Ms, empty };
}

/** Everybody's sound and the pictures of those who show one, to everybody else. */
const tracksIn = (people: number, showing: number): number => (people + showing) * (people - 1);

/** Waits until everybody receives everybody, or for as long as that is worth: the row says how much came in. */
async function receiveAll(senders: Senders, people: number, showing: number): Promise<void> {
  const until = performance.now() + RECEIVED_WITHIN_MS;
  while ((await senders.received()) < tracksIn(people, showing) && performance.now() < until)
    await delay(LOOK_EVERY_MS);
}

/**
 * Fits what a person costs by being there and what each stream to each receiver costs, and counts on. Nothing of it was
 * run: it says which way a bigger machine would be chosen.
 */
function extrapolate(costs: readonly Cost[]): Row {
  const streams = ({ people }: { readonly people: number }) => people * (people - 1);
  const { each, still } = fitLine(costs.map((cost) => [streams(cost), cost.livekit]));
  const memory = fitLine(costs.map((cost) => [cost.people, cost.livekitBytes]));
  const cores = (count: number) => (still + each * count).toFixed(1);
  const bytes = (people: number) => megabytes(memory.still + memory.each * people);
  return {
    id: 'L9',
    what: 'extrapolated from the rooms above, not run: LiveKit alone',
    goal: '–',
    peers: '–',
    ours: [
      `30 people, everybody to everybody: ${cores(30 * 29)} cores, ${bytes(30)}`,
      `30 people with nine of them on the screen: ${cores(30 * 9)} cores`,
      `150 people, nine of them seen and heard: ${cores(150 * 9)} cores, ${bytes(150)}`,
    ].join('; '),
    met: null,
    besides: `${(each * 1_000).toFixed(2)} thousandths of a core for a person’s sound and picture to one receiver`,
  };
}

/** The straight line that lies nearest to the points, by least squares. */
export function fitLine(points: readonly (readonly [number, number])[]) {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const slope = points.reduce((sum, [at, value]) => sum + (at - x) * (value - y), 0);
  const each = slope / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
  return { each, still: y - each * x };
}
