import { setTimeout as delay } from 'node:timers/promises';
import type { Row } from '../table.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { many, withGenerator } from './rounds.ts';

const WARM_LINES = 50;
const LINES = 400;
const DOCUMENTS = 300;
const SETTLES_MS = 2_000;
/** Ours forgets a document after 20 s. */
const LEFT_FOR_MS = 62_000;
const KB = 1024;

/** S10: what a line that does nothing holds, and what a document leaves behind. */
export async function measureMemory(servers: readonly DocumentServer[]): Promise<Row[]> {
  const perLine = new Map<DocumentSign, number>();
  const before = new Map<DocumentSign, number>();
  for (const server of servers) {
    await idle(server, 1, WARM_LINES, held);
    const empty = await held(server);
    const full = await idle(server, 1, LINES, held);
    perLine.set(server.sign, (full - empty) / LINES);
  }
  // Twice: the first time is for what a process holds on to anyway, once it has had so many open.
  await openAndLeave(servers);
  for (const server of servers) before.set(server.sign, await held(server));
  await openAndLeave(servers);
  const perDocument = new Map<DocumentSign, number>();
  for (const server of servers) {
    const left = (await held(server)) - (before.get(server.sign) ?? 0);
    perDocument.set(server.sign, left / DOCUMENTS);
  }
  const said = (of: ReadonlyMap<DocumentSign, number>, sign: DocumentSign) =>
    kilobytes(of.get(sign) ?? 0);
  const peers = servers.map(({ sign }) => sign).filter((sign) => sign !== 'Mellom');
  const row = (
    what: string,
    of: ReadonlyMap<DocumentSign, number>,
    maxKB: number,
    besides: string,
  ): Row => ({
    id: 'S10',
    what,
    goal: `≤ ${maxKB} KB`,
    peers: peers.map((sign) => `${sign} ${said(of, sign)}`).join(', '),
    ours: said(of, 'Mellom'),
    met: (of.get('Mellom') ?? Infinity) <= maxKB * KB,
    besides,
  });
  return [
    row(
      'heap of a line that does nothing',
      perLine,
      6,
      `${LINES} lines to one document, with sign-in and rights; heap and buffers of every thread, after clearing up`,
    ),
    row(
      'heap of a document a minute after everybody has left',
      perDocument,
      0.5,
      `${DOCUMENTS} documents, a paragraph written into each`,
    ),
  ];
}

/** A heap moves by itself, and what is less than nothing tells no more than that. */
function kilobytes(bytes: number): string {
  const said = `${(bytes / KB).toFixed(1)} KB`;
  return bytes < 0 ? `nothing measurable (${said}, noise)` : said;
}

/** Some hundred documents, a paragraph in each; nobody is in them for a minute. */
async function openAndLeave(servers: readonly DocumentServer[]): Promise<void> {
  for (const server of servers) await idle(server, DOCUMENTS, 1, async () => 0);
  await delay(LEFT_FOR_MS);
}

async function held(server: DocumentServer): Promise<number> {
  await delay(SETTLES_MS);
  return (await server.heldBytes()) ?? Number.NaN;
}

function idle(
  server: DocumentServer,
  documents: number,
  linesEach: number,
  look: (server: DocumentServer) => Promise<number>,
): Promise<number> {
  return withGenerator(async (generator) => {
    await generator.ask('idle', {
      documents: await many(documents, () => server.document()),
      linesEach,
    });
    return look(server);
  });
}
