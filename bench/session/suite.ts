import { startMellom, startPeer } from '../contestants.ts';
import type { Row } from '../table.ts';
import { measureComings } from './comings.ts';
import { measureFirstScreen } from './first-screen.ts';
import { measureL1, measureS14 } from './load.ts';
import { measureLobby } from './lobby.ts';
import { measureS15 } from './most.ts';
import { measureRestart, measureStorm } from './storm.ts';

const SIZES = [200, 300, 1_000];
/** Each measurement gets a session that nobody has entered; more than we need. */
const SESSIONS_EACH = 40;

export type SuiteOptions = {
  /** L1 for ten minutes instead of 40 seconds. */
  readonly full: boolean;
  /** Ids such as `S14`; empty for all. L5 comes with S16. */
  readonly only: readonly string[];
  readonly tell: (row: Row) => void;
};

/** The live session, side by side with bare Socket.IO and plain `ws`. */
export async function runSessionSuite({ full, only, tell }: SuiteOptions): Promise<Row[]> {
  const rows: Row[] = [];
  /** One that fails says so in its place; the others are measured all the same. */
  async function add(id: string, measure: () => Promise<Row | readonly Row[]>): Promise<void> {
    if (only.length > 0 && !only.includes(id)) return;
    const more = await measure().catch((error): Row => failed(id, error));
    for (const row of [more].flat()) {
      rows.push(row);
      tell(row);
    }
  }

  await using open = new AsyncDisposableStack();
  const mellom = await startMellom(SIZES, SESSIONS_EACH);
  open.defer(mellom.stop);
  const [bare, recovering, plain] = await Promise.all([
    startPeer('S'),
    startPeer('Sr'),
    startPeer('W'),
  ]);
  for (const peer of [bare, recovering, plain]) open.defer(peer.stop);

  await add('L1', () => measureL1(mellom, full ? 600 : 40));
  await add('S14', () => measureS14([mellom, bare, plain]));
  for (const people of [200, 1_000]) {
    await add('S15', () => measureS15([mellom, bare, plain], people));
  }
  await add('S15', () => measureComings(mellom));
  await add('F3', () => measureLobby(mellom));
  await add('S16', () => measureStorm(mellom, recovering, bare));
  await add('S16', () => measureRestart(mellom));
  await add('S18', () => measureFirstScreen(mellom));
  return rows;
}

function failed(id: string, error: unknown): Row {
  const what = 'could not be measured';
  return { id, what, goal: '–', peers: '–', ours: String(error), met: false, besides: '–' };
}
