import { ms, type Row, times } from '../table.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { measureDisk } from './disk.ts';
import { besides, interleaved, median, middle, middleRound, type Round, typing } from './rounds.ts';

/** At the pace of somebody who types without a pause. */
const LETTERS_PER_SECOND = 5;
const SIZES = [
  { documents: 50, writersEach: 5, cpuMax: 1.8 },
  { documents: 1, writersEach: 50, cpuMax: null },
  { documents: 200, writersEach: 5, cpuMax: 1 },
] as const;
const ROUNDS = 3;
const SECONDS = 5;

/** S1 and S6: what others see of each letter and when, with ours told and acknowledged only after it is stored. */
export async function measurePropagation(servers: readonly DocumentServer[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { documents, writersEach, cpuMax } of SIZES) {
    const disks = [await measureDisk(1)];
    const perSecond = documents * writersEach * LETTERS_PER_SECOND;
    const plan = { documents, writersEach, perSecond, seconds: SECONDS };
    const all = await interleaved(servers, ROUNDS, (server) => typing(server, plan));
    disks.push(await measureDisk(1));
    const rounds = (sign: DocumentSign) => all.get(sign) ?? [];
    const ours = middleRound(rounds('Mellom'), p99);
    const disk = { p50: middle(disks.map((d) => d.p50)), p99: middle(disks.map((d) => d.p99)) };
    const [yP50, yP99] = [median(rounds('Y'), p50), median(rounds('Y'), p99)];
    const [ourP50, ourP99] = [median(rounds('Mellom'), p50), median(rounds('Mellom'), p99)];
    const [p50Max, p99Max] = [yP50 + 2 * disk.p50, 1.5 * yP99 + 3 * disk.p99];
    const size = `${documents} x ${writersEach}`;
    const others = servers.map(({ sign }) => sign).filter((sign) => sign !== 'Mellom');
    rows.push({
      id: 'S1',
      what: `from a key until another sees it, ${size}, ${perSecond} letters/s`,
      goal: `p50 ≤ Y + 2 syncs (${ms(p50Max)}), p99 ≤ 1.5 Y + 3 F (${ms(p99Max)})`,
      peers: others
        .map(
          (sign) => `${sign} ${ms(median(rounds(sign), p50))} / ${ms(median(rounds(sign), p99))}`,
        )
        .join(', '),
      ours: `p50 ${times(ourP50 / yP50)} Y: ${ms(ourP50)}, p99 ${times(ourP99 / yP99)} Y: ${ms(ourP99)}; acknowledged p99 ${ms(median(rounds('Mellom'), ({ outcome }) => outcome.ack.p99))}`,
      met: ourP50 <= p50Max && ourP99 <= p99Max,
      besides: `${besides(ours)}; a sync takes ${ms(disk.p50)}, F ${ms(disk.p99)}`,
    });
    if (cpuMax === null) continue;
    const cpu = (sign: DocumentSign) => median(rounds(sign), cpuPerUpdateUs);
    const serverUs = median(rounds('Mellom'), serverPerUpdateUs);
    rows.push({
      id: 'S6',
      what: `CPU per update, ${size}, ${perSecond} letters/s`,
      goal: `≤ ${cpuMax} Y`,
      peers: others.map((sign) => `${sign} ${cpu(sign).toFixed(0)} µs`).join(', '),
      ours: `${times(cpu('Mellom') / cpu('Y'))} Y: ${cpu('Mellom').toFixed(0)} µs, of it server ${serverUs.toFixed(0)} (${times(serverUs / cpu('Y'))} Y), PostgreSQL ${(cpu('Mellom') - serverUs).toFixed(0)}`,
      met: cpu('Mellom') / cpu('Y') <= cpuMax,
      besides: besides(ours),
    });
  }
  return rows;
}

const p50 = ({ outcome }: Round) => outcome.delivery.p50;
const p99 = ({ outcome }: Round) => outcome.delivery.p99;
const cpuPerUpdateUs = ({ serverCpuMs, databaseCpuMs, outcome }: Round) =>
  (1000 * (serverCpuMs + databaseCpuMs)) / outcome.sent;
const serverPerUpdateUs = ({ serverCpuMs, outcome }: Round) => (1000 * serverCpuMs) / outcome.sent;
