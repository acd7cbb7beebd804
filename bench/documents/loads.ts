import { setTimeout as delay } from 'node:timers/promises';
import { megabytes, ms, type Row } from '../table.ts';
import type { DocumentServer } from './contestants.ts';
import { besides, counts, middle, typing } from './rounds.ts';

const L3 = { documents: 40, writersEach: 5, perSecond: 800, ackMaxMs: 300, seenMaxMs: 400 };
const L11 = { operations: 200_000, perSecond: 2_500, openMaxMs: 2_000, heldMax: 60 * 1024 * 1024 };
const BLOCKED_MAX_MS = 50;
const OTHERS = { documents: 2, writersEach: 5, perSecond: 50, seconds: 3 };
const OPENINGS = 3;
/** The text has rested, and its log has been put together. */
const RESTS_MS = 18_000;

/** L3: forty groups write at the same time. */
export async function measureL3(mellom: DocumentServer, seconds: number): Promise<Row[]> {
  const round = await typing(mellom, { ...L3, seconds });
  const { ack, delivery } = round.outcome;
  const cores = (round.serverCpuMs + round.databaseCpuMs) / (seconds * 1000);
  return [
    {
      id: 'L3',
      what: `${L3.documents * L3.writersEach} people write in ${L3.documents} documents, ${L3.perSecond} updates/s, stored first, ${seconds} s`,
      goal: `acknowledged p99 ≤ ${L3.ackMaxMs} ms, seen p95 ≤ ${L3.seenMaxMs} ms, all equal`,
      peers: '–',
      ours: `acknowledged p99 ${ms(ack.p99)}, seen p99 ${ms(delivery.p99)}, ${cores.toFixed(2)} cores`,
      met: ack.p99 <= L3.ackMaxMs && delivery.p99 <= L3.seenMaxMs && counts(round),
      besides: besides(round),
    },
  ];
}

/** L11: a document of two years, written in a minute and a half. */
export async function measureL11(mellom: DocumentServer): Promise<Row[]> {
  const { operations, perSecond } = L11;
  const document = await mellom.document();
  // From two processes: what it costs to write and read such a text is nobody's waiting.
  const [others, written] = await Promise.all([
    typing(mellom, { ...OTHERS, seconds: operations / perSecond + RESTS_MS / 1000 }),
    typing(mellom, {
      ...{ documents: 1, writersEach: 2, perSecond: 1, seconds: 1, compares: false },
      meanwhile: { what: 'years', document, operations, perSecond },
    }),
  ]);
  const bytes = written.outcome.happened?.bytes ?? 0;
  await delay(RESTS_MS);

  const openedMs: number[] = [];
  for (let nth = 0; nth < OPENINGS; nth++) {
    await mellom.restart();
    const { outcome } = await typing(mellom, {
      ...OTHERS,
      meanwhile: { what: 'open', document, people: 1, bytes },
      compares: false,
    });
    openedMs.push(outcome.happened?.tookMs ?? Number.POSITIVE_INFINITY);
  }
  await mellom.restart();
  await typing(mellom, { ...OTHERS, compares: false });
  const before = (await mellom.heldBytes()) ?? 0;
  await typing(mellom, {
    ...OTHERS,
    meanwhile: { what: 'open', document, people: 1, bytes },
    compares: false,
  });
  const held = ((await mellom.heldBytes()) ?? 0) - before;
  const what = `a document of ${operations / 1000} k operations, ${(bytes / 1e6).toFixed(1)} MB`;
  return [
    {
      id: 'L11',
      what: `${what}: cold open`,
      goal: `≤ ${L11.openMaxMs / 1000} s`,
      peers: '–',
      ours: `${ms(middle(openedMs))}, worst ${ms(Math.max(...openedMs))}`,
      met: Math.max(...openedMs) <= L11.openMaxMs,
      besides: `${OPENINGS} restarts`,
    },
    {
      id: 'L11',
      what: `${what}: memory while it is open`,
      goal: `≤ ${megabytes(L11.heldMax)}`,
      peers: '–',
      ours: megabytes(held),
      met: held <= L11.heldMax,
      besides: 'heap and buffers of every thread, after clearing up',
    },
    {
      id: 'L11',
      what: `worst wait of others while it is written at ${perSecond}/s, and put together meanwhile`,
      goal: `≤ ${BLOCKED_MAX_MS} ms`,
      peers: '–',
      ours: `${ms(others.outcome.delivery.max)}, p99 ${ms(others.outcome.delivery.p99)}`,
      met: others.outcome.delivery.max <= BLOCKED_MAX_MS,
      besides: besides(others),
    },
  ];
}
