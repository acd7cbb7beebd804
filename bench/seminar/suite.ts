import type { SuiteOptions } from '../session/suite.ts';
import type { Row } from '../table.ts';
import { measureJoins, measurePictures } from './browser.ts';
import { measureGaps } from './gaps.ts';
import { measureGrants, PEOPLE } from './grants.ts';
import { measureMoves } from './moves.ts';
import { measureRooms } from './room-load.ts';
import { startSenders } from './senders-start.ts';
import { openStand } from './stand.ts';

/** Two for each room of the grants, and one for each of the others. */
const SESSIONS = 40;

/** The seminar room: LiveKit beside our server, with people who send and a browser that looks. */
export async function runSeminarSuite({
  only,
  tell,
}: Pick<SuiteOptions, 'only' | 'tell'>): Promise<Row[]> {
  const rows: Row[] = [];
  async function add(id: string, measure: () => Promise<Row | readonly Row[]>): Promise<void> {
    if (only.length > 0 && !only.includes(id)) return;
    const more = await measure().catch((error): Row => failed(id, error));
    for (const row of [more].flat()) {
      rows.push(row);
      tell(row);
    }
  }

  await using open = new AsyncDisposableStack();
  const stand = await openStand(PEOPLE + 1, SESSIONS);
  open.defer(stand.stop);
  const senders = startSenders();
  open.defer(senders.stop);

  await add('L9', () => measureGrants(stand));
  await add('L9', () => measureMoves(stand));
  await add('L9', () => measureGaps(stand));
  await add('S17', () => measureJoins(stand, senders));
  await add('L9', () => measurePictures(stand, senders));
  await add('L9', () => measureRooms(stand, senders));
  return rows;
}

function failed(id: string, error: unknown): Row {
  const what = 'could not be measured';
  return { id, what, goal: '–', peers: '–', ours: String(error), met: false, besides: '–' };
}
