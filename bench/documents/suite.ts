import type { SuiteOptions } from '../session/suite.ts';
import type { Row } from '../table.ts';
import { type DocumentServer, type DocumentSign, startMellom, startPeer } from './contestants.ts';
import { measureGaps, measureMalformed, measureStalled } from './hostile.ts';
import { measureKills } from './kills.ts';
import { measureL3, measureL11 } from './loads.ts';
import { measureMemory } from './memory.ts';
import { measureMost } from './most.ts';
import { measureColdOpen, measureGrown, measureRush } from './opening.ts';
import { installPeers } from './peers.ts';
import { measurePropagation } from './propagation.ts';

const KILLS = { usual: 20, full: 100 };

/** What is measured, and beside whom. */
const MEASUREMENTS: readonly {
  readonly ids: readonly string[];
  readonly peers: readonly Exclude<DocumentSign, 'Mellom'>[];
  readonly measure: (servers: readonly DocumentServer[], full: boolean) => Promise<Row[]>;
}[] = [
  {
    ids: ['L3'],
    peers: [],
    measure: ([mellom], full) => measureL3(mellom as DocumentServer, full ? 600 : 40),
  },
  { ids: ['L11'], peers: [], measure: ([mellom]) => measureL11(mellom as DocumentServer) },
  { ids: ['S1', 'S6'], peers: ['Y', 'H', 'N'], measure: measurePropagation },
  {
    ids: ['S2'],
    peers: ['Y', 'Yl', 'H', 'N'],
    measure: (servers, full) => measureKills(servers, full ? KILLS.full : KILLS.usual),
  },
  ...['S3', 'S4', 'S5'].map((id) => ({
    ids: [id],
    peers: ['Y', 'H', 'N'] as const,
    measure: (servers: readonly DocumentServer[]) => measureMost(servers, id),
  })),
  { ids: ['S7'], peers: ['Yl', 'H'], measure: measureColdOpen },
  { ids: ['S8'], peers: ['Yl', 'H'], measure: measureGrown },
  { ids: ['S9'], peers: ['Y', 'H'], measure: measureRush },
  { ids: ['S10'], peers: ['Y', 'H'], measure: measureMemory },
  { ids: ['S11'], peers: ['Y', 'H'], measure: measureMalformed },
  { ids: ['S12'], peers: ['Y', 'H'], measure: measureGaps },
  { ids: ['S13'], peers: ['Y', 'H'], measure: measureStalled },
];

/** Documents, side by side with other Yjs servers. Each measurement has its servers to itself. */
export async function runDocumentSuite({ full, only, tell }: SuiteOptions): Promise<Row[]> {
  const programs = installPeers();
  const rows: Row[] = [];
  for (const { ids, peers, measure } of MEASUREMENTS) {
    if (only.length > 0 && !ids.some((id) => only.includes(id))) continue;
    await using open = new AsyncDisposableStack();
    const servers: DocumentServer[] = [];
    try {
      for (const sign of [...peers, 'Mellom'] as const) {
        if (sign === 'N' && typeof programs.ySweet !== 'string') continue;
        const server = await (sign === 'Mellom' ? startMellom() : startPeer(sign, programs));
        open.defer(server.stop);
        servers.push(server);
      }
      for (const row of await measure(servers, full)) {
        rows.push(row);
        tell(row);
      }
    } catch (error) {
      const failed = failedRow(ids.join(', '), error);
      rows.push(failed);
      tell(failed);
    }
  }
  if (typeof programs.ySweet !== 'string') {
    const { why } = programs.ySweet;
    return rows.map((row) => ({ ...row, besides: `${row.besides}; N left out: ${why}` }));
  }
  return rows;
}

function failedRow(id: string, error: unknown): Row {
  const what = 'could not be measured';
  return { id, what, goal: '–', peers: '–', ours: String(error), met: false, besides: '–' };
}
