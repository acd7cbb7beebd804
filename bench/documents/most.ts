import { ms, type Row, times } from '../table.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { besides, counts, type Round, typing } from './rounds.ts';

const P99_MAX_MS = 250;
const TRIES = 2;
const SECONDS = 3;
/** Somebody who types without a pause. */
const LETTERS_PER_SECOND = 5;

type Size = {
  readonly id: string;
  readonly documents: number;
  readonly writersEach: number;
  /** Updates a second, from what everybody can to what nobody does. */
  readonly rungs: readonly number[];
  /** Ours in multiples of each peer's. */
  readonly atLeast: Readonly<Partial<Record<DocumentSign, number>>>;
  /** At the pace of typing, where there is a goal for that too. */
  readonly typingP99MaxMs?: number;
};

const SIZES: readonly Size[] = [
  {
    id: 'S3',
    documents: 50,
    writersEach: 5,
    rungs: [4, 8, 12, 16, 20, 25, 30, 40, 50, 60, 70, 80].map((k) => k * 1000),
    atLeast: { Y: 2, H: 2.5, N: 1 },
  },
  {
    id: 'S4',
    documents: 1,
    writersEach: 50,
    rungs: [1, 2, 3, 4, 6, 8, 10, 12, 15, 20, 25, 30, 35, 40].map((k) => k * 1000),
    atLeast: { Y: 5, H: 2, N: 2 },
  },
  {
    id: 'S5',
    documents: 1,
    writersEach: 200,
    rungs: [
      200, 400, 600, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000, 6_500, 8_000, 10_000, 12_000, 15_000,
    ],
    atLeast: { Y: 8, H: 1.3, N: 2 },
    typingP99MaxMs: 30,
  },
];

type Reached = { readonly perSecond: number; readonly round: Round | null };

/**
 * S3 to S5: the most updates a second that arrive in time. All climb the same ladder, side by side; a rung is reached when
 * one of two tries holds, and whoever misses one is out.
 */
export async function measureMost(servers: readonly DocumentServer[], id: string): Promise<Row[]> {
  const size = SIZES.find((each) => each.id === id);
  if (!size) return [];
  const { documents, writersEach } = size;
  const reached = new Map<DocumentSign, Reached>();
  const atTyping = new Map<DocumentSign, Round>();
  let ended = '';
  let climbing = [...servers];
  for (const perSecond of size.rungs) {
    const still: DocumentServer[] = [];
    for (const server of climbing) {
      const round = await tryRung(server, size, perSecond);
      if (perSecond === documents * writersEach * LETTERS_PER_SECOND) {
        atTyping.set(server.sign, round);
      }
      if (holds(round)) {
        reached.set(server.sign, { perSecond, round });
        still.push(server);
      } else if (server.sign === 'Mellom') {
        ended = `at ${thousands(perSecond)} p99 ${ms(round.outcome.delivery.p99)}, ${besides(round)}`;
      }
    }
    climbing = still;
    if (climbing.length === 0) break;
  }
  const at = (sign: DocumentSign) => reached.get(sign)?.perSecond ?? 0;
  const ours = reached.get('Mellom')?.round;
  const goals = Object.entries(size.atLeast) as [DocumentSign, number][];
  const measured = goals.filter(([sign]) => servers.some((server) => server.sign === sign));
  const rows: Row[] = [
    {
      id,
      what: `most updates/s with p99 ≤ ${P99_MAX_MS} ms, ${documents} x ${writersEach}`,
      goal: goals.map(([sign, factor]) => `≥ ${factor} ${sign}`).join(', '),
      peers: measured.map(([sign]) => `${sign} ${thousands(at(sign))}`).join(', '),
      ours: `${measured.map(([sign]) => `${times(at('Mellom') / at(sign))} ${sign}`).join(', ')}: ${thousands(at('Mellom'))}, p99 there ${ms(ours?.outcome.delivery.p99 ?? Infinity)}, stored first`,
      met: measured.every(([sign, factor]) => at('Mellom') >= factor * at(sign)),
      besides: [ours ? besides(ours) : 'no rung was reached', ended].filter(Boolean).join('; '),
    },
  ];
  const typed = atTyping.get('Mellom');
  if (size.typingP99MaxMs && typed) {
    const { p99 } = typed.outcome.delivery;
    rows.push({
      id,
      what: `from a key until another sees it, ${documents} x ${writersEach}, ${typed.outcome.sent / SECONDS} letters/s`,
      goal: `p99 ≤ ${size.typingP99MaxMs} ms`,
      peers: [...atTyping]
        .filter(([sign]) => sign !== 'Mellom')
        .map(([sign, { outcome }]) => `${sign} ${ms(outcome.delivery.p99)}`)
        .join(', '),
      ours: ms(p99),
      met: p99 <= size.typingP99MaxMs,
      besides: besides(typed),
    });
  }
  return rows;
}

async function tryRung(server: DocumentServer, size: Size, perSecond: number): Promise<Round> {
  const { documents, writersEach } = size;
  let round: Round | null = null;
  for (let nth = 0; nth < TRIES; nth++) {
    const plan = { documents, writersEach, perSecond, seconds: SECONDS, compares: nth === 0 };
    round = await typing(server, plan);
    if (holds(round)) break;
  }
  if (!round) throw new Error('nothing was tried');
  return round;
}

function holds(round: Round): boolean {
  return counts(round) && round.outcome.delivery.p99 <= P99_MAX_MS;
}

function thousands(perSecond: number): string {
  return `${perSecond / 1000} k`;
}
