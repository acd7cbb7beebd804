import { megabytes, ms, type Row, times } from '../table.ts';
import type { Happened, Meanwhile } from './asks.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { type Round, typing } from './rounds.ts';

const OTHERS = { documents: 2, writersEach: 5, perSecond: 50, seconds: 2 };
const MUTATED = 3_000;
const GAPS = 4_000;
const WORST_MAX_MS = 250;
const STALL = { bytesPerSecond: 2_000_000, seconds: 15 };
const LOOKS_EVERY_MS = 250;

type Attacked = {
  readonly worstMs: number;
  readonly p99Ms: number;
  readonly died: boolean;
  readonly logLines: number;
  readonly grewBytes: number;
  readonly happened: Happened | null;
};

/** Others type while something is done to a document beside theirs. A server that dies is started again. */
async function attack(server: DocumentServer, meanwhile: Meanwhile): Promise<Attacked> {
  const linesBefore = server.logLines();
  const rssBefore = server.used().server.rssBytes;
  let most = rssBefore;
  const looking = setInterval(() => {
    most = Math.max(most, server.used().server.rssBytes);
  }, LOOKS_EVERY_MS);
  let round: Round | null = null;
  try {
    const work = typing(server, { ...OTHERS, meanwhile, compares: false });
    round = await work.catch(() => null);
  } finally {
    clearInterval(looking);
  }
  const died = !server.lives();
  const logLines = server.logLines() - linesBefore;
  if (died) await server.startAgain();
  return {
    worstMs: died ? Infinity : (round?.outcome.delivery.max ?? Infinity),
    p99Ms: died ? Infinity : (round?.outcome.delivery.p99 ?? Infinity),
    died,
    logLines,
    grewBytes: most - rssBefore,
    happened: round?.outcome.happened ?? null,
  };
}

async function attackAll(
  servers: readonly DocumentServer[],
  meanwhileOf: (document: Meanwhile['document']) => Meanwhile,
): Promise<ReadonlyMap<DocumentSign, Attacked>> {
  const all = new Map<DocumentSign, Attacked>();
  for (const server of servers) {
    all.set(server.sign, await attack(server, meanwhileOf(await server.document())));
  }
  return all;
}

/** S11: what is no message at all, and messages that are broken. */
export async function measureMalformed(servers: readonly DocumentServer[]): Promise<Row[]> {
  const strangers = await attackAll(servers, (document) => ({ what: 'malformed', document }));
  const members = await attackAll(servers, (document) => ({
    what: 'mutate',
    document,
    messages: MUTATED,
  }));
  const row = (what: string, all: ReadonlyMap<DocumentSign, Attacked>): Row => {
    const ours = all.get('Mellom');
    const said = ({ died, worstMs, logLines }: Attacked) =>
      died ? `**dies**, ${logLines} lines in the log` : `${ms(worstMs)}, ${logLines} lines`;
    const lines = (ours?.happened?.closed ?? 0) + 1;
    return {
      id: 'S11',
      what: `${what}: worst wait of others, lines in the log`,
      goal: `lives, ≤ ${WORST_MAX_MS} ms, ≤ 1 line in the log for a line and second`,
      peers: peersOf(servers, (sign) => said(all.get(sign) as Attacked)),
      ours: ours ? said(ours) : 'not measured',
      met:
        ours !== undefined && !ours.died && ours.worstMs <= WORST_MAX_MS && ours.logLines <= lines,
      besides: `ours closed ${ours?.happened?.closed ?? 0} lines`,
    };
  };
  return [
    row('42 malformed requests and frames without a sign-in', strangers),
    row(`${MUTATED} mutated messages of somebody who may write`, members),
  ];
}

/** S12: updates that can never be applied. */
export async function measureGaps(servers: readonly DocumentServer[]): Promise<Row[]> {
  const all = await attackAll(servers, (document) => ({ what: 'gaps', document, updates: GAPS }));
  const ours = all.get('Mellom');
  const { closed = 0, refused = 0 } = ours?.happened ?? {};
  return [
    {
      id: 'S12',
      what: `${GAPS} updates that can never be applied, from one line: worst wait of others`,
      goal: `≤ ${WORST_MAX_MS} ms, the sender is refused`,
      peers: peersOf(servers, (sign) => {
        const { died, worstMs } = all.get(sign) as Attacked;
        return died ? '**dies**' : ms(worstMs);
      }),
      ours: `${ms(ours?.worstMs ?? Infinity)}, ${closed > 0 ? 'the line is ended' : `${refused} refused`}`,
      met: (ours?.worstMs ?? Infinity) <= WORST_MAX_MS && closed + refused > 0,
      besides: 'each of another writer whom nobody knows',
    },
  ];
}

/** S13: somebody has stopped reading. */
export async function measureStalled(servers: readonly DocumentServer[]): Promise<Row[]> {
  const rows: Row[] = [];
  const stalled = (reader: 'reads' | 'silent' | 'pongs') =>
    attackAll(servers, (document) => ({ what: 'stall', document, reader, ...STALL }));
  // Everything is written twice before anybody stalls: what a process has once asked for it seldom gives back.
  await stalled('reads');
  const control = await stalled('reads');
  for (const reader of ['silent', 'pongs'] as const) {
    const all = await stalled(reader);
    const ours = all.get('Mellom');
    const slower = (sign: DocumentSign) =>
      (all.get(sign)?.p99Ms ?? Infinity) / (control.get(sign)?.p99Ms ?? 0);
    const grew = (sign: DocumentSign) =>
      Math.max(0, (all.get(sign)?.grewBytes ?? 0) - (control.get(sign)?.grewBytes ?? 0));
    const said = (sign: DocumentSign) => `+${megabytes(grew(sign))}, ${times(slower(sign))}`;
    rows.push({
      id: 'S13',
      what: `a reader that stops reading${reader === 'pongs' ? ' and answers pings' : ''}, ${STALL.bytesPerSecond / 1e6} MB/s for ${STALL.seconds} s: memory, p99 of others beside that with a good reader`,
      goal: '≤ 4 MB, closed or made whole again within 10 s, p99 ≤ 1.2',
      peers: peersOf(servers, said),
      ours: `${said('Mellom')}, ${(ours?.happened?.closed ?? 0) > 0 ? 'the line is ended' : '**stays open**'}`,
      met:
        grew('Mellom') <= 4 * 1024 * 1024 &&
        slower('Mellom') <= 1.2 &&
        (ours?.happened?.closed ?? 0) > 0,
      besides: 'RSS beyond what the same run takes with a reader that reads',
    });
  }
  return rows;
}

function peersOf(servers: readonly DocumentServer[], say: (sign: DocumentSign) => string): string {
  return servers
    .map(({ sign }) => sign)
    .filter((sign) => sign !== 'Mellom')
    .map((sign) => `${sign} ${say(sign)}`)
    .join('; ');
}
