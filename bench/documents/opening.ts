import { setTimeout as delay } from 'node:timers/promises';
import { ms, type Row, times } from '../table.ts';
import type { DocumentAddress } from './asks.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { largeText } from './large-text.ts';
import { interleaved, middle, typing, withGenerator } from './rounds.ts';

const ROUNDS = 3;
/** Those who write in other documents meanwhile, at the pace of typing. */
const OTHERS = { documents: 2, writersEach: 5, perSecond: 50, seconds: 3 };
/** Longer than anybody puts off storing what was written. */
const STORED_AFTER_MS = 14_000;
const GROWN_BY = 260_000;
const AT_ONCE = 50;

type Opened = {
  readonly tookMs: number;
  readonly worstMs: number;
  readonly saidTooEarly: boolean;
};

async function openBeside(
  server: DocumentServer,
  document: DocumentAddress,
  bytes: number,
  people: number,
): Promise<Opened> {
  const meanwhile = { what: 'open', document, people, bytes } as const;
  const { outcome } = await typing(server, { ...OTHERS, meanwhile, compares: false });
  const { tookMs, saidTooEarly = false } = outcome.happened ?? { tookMs: Infinity };
  return { tookMs, worstMs: outcome.delivery.max, saidTooEarly };
}

async function withLargeText(
  servers: readonly DocumentServer[],
): Promise<{ bytes: number; of: ReadonlyMap<DocumentSign, DocumentAddress> }> {
  const { update, bytes, length } = largeText();
  const of = new Map<DocumentSign, DocumentAddress>();
  for (const server of servers) {
    const document = await server.document();
    await withGenerator((generator) => generator.ask('put', { document, update, length }));
    of.set(server.sign, document);
  }
  return { bytes, of };
}

/** S7: a large document that lies in storage alone. */
export async function measureColdOpen(servers: readonly DocumentServer[]): Promise<Row[]> {
  const { bytes, of } = await withLargeText(servers);
  await delay(STORED_AFTER_MS);
  const all = await interleaved(servers, ROUNDS, async (server) => {
    await server.restart();
    return openBeside(server, of.get(server.sign) as DocumentAddress, bytes, 1);
  });
  const { took, worst, early, peers } = read(servers, all);
  const ratio = took('Mellom') / took('Yl');
  return [
    {
      id: 'S7',
      what: `cold open of a document of ${(bytes / 1e6).toFixed(1)} MB / worst wait of others meanwhile`,
      goal: '≤ 0.4 Yl / ≤ 50 ms',
      peers,
      ours: `${times(ratio)} Yl: ${ms(took('Mellom'))} / ${ms(worst('Mellom'))}`,
      met: ratio <= 0.4 && worst('Mellom') <= 50,
      besides: early,
    },
  ];
}

/** S8: a document that grew letter by letter, each of them stored, after a restart. */
export async function measureGrown(servers: readonly DocumentServer[]): Promise<Row[]> {
  const of = new Map<DocumentSign, DocumentAddress>();
  const grown: string[] = [];
  for (const server of servers) {
    const document = await server.document();
    try {
      const { tookMs } = await withGenerator((generator) =>
        generator.ask('grow', { document, letters: GROWN_BY }),
      );
      of.set(server.sign, document);
      grown.push(`${server.sign} ${(tookMs / 1000).toFixed(0)} s`);
    } catch (error) {
      grown.push(`${server.sign} gave up (${error instanceof Error ? error.message : error})`);
    }
  }
  await delay(STORED_AFTER_MS);
  const whole = servers.filter(({ sign }) => of.has(sign));
  const all = await interleaved(whole, ROUNDS, async (server) => {
    await server.restart();
    return openBeside(server, of.get(server.sign) as DocumentAddress, GROWN_BY, 1);
  });
  const { took, worst, isEarly, early, peers } = read(whole, all);
  const ratio = took('Mellom') / took('H');
  return [
    {
      id: 'S8',
      what: `first open after a restart of a document grown by ${GROWN_BY / 1000} k edits / worst wait of others`,
      goal: '≤ 1.5 H, never «synced» before it is whole',
      peers,
      ours: `${times(ratio)} H: ${ms(took('Mellom'))} / ${ms(worst('Mellom'))}`,
      met: ratio <= 1.5 && !isEarly('Mellom'),
      besides: `${early}; growing took ${grown.join(', ')}`,
    },
  ];
}

/** S9: many open a large document at once that somebody has open already. */
export async function measureRush(servers: readonly DocumentServer[]): Promise<Row[]> {
  const { bytes, of } = await withLargeText(servers);
  const all = await interleaved(servers, ROUNDS, (server) =>
    withGenerator(async (generator) => {
      const document = of.get(server.sign) as DocumentAddress;
      await generator.ask('come', { documents: [document], writersEach: 1 });
      return openBeside(server, document, bytes, AT_ONCE);
    }),
  );
  const { took, worst, early, peers } = read(servers, all);
  const ratio = took('Mellom') / took('Y');
  return [
    {
      id: 'S9',
      what: `${AT_ONCE} people open a document of ${(bytes / 1e6).toFixed(1)} MB at once: all have it / worst wait of others`,
      goal: '≤ 0.25 Y / ≤ 100 ms',
      peers,
      ours: `${times(ratio)} Y: ${ms(took('Mellom'))} / ${ms(worst('Mellom'))}`,
      met: ratio <= 0.25 && worst('Mellom') <= 100,
      besides: early,
    },
  ];
}

function read(
  servers: readonly DocumentServer[],
  all: ReadonlyMap<DocumentSign, readonly Opened[]>,
) {
  const took = (sign: DocumentSign) => middle((all.get(sign) ?? []).map(({ tookMs }) => tookMs));
  const worst = (sign: DocumentSign) => middle((all.get(sign) ?? []).map(({ worstMs }) => worstMs));
  const isEarly = (sign: DocumentSign) =>
    (all.get(sign) ?? []).some(({ saidTooEarly }) => saidTooEarly);
  const signs = servers.map(({ sign }) => sign);
  const tooEarly = signs.filter(isEarly);
  return {
    took,
    worst,
    isEarly,
    early:
      tooEarly.length > 0
        ? `says «synced» before it is whole: ${tooEarly.join(', ')}`
        : 'nobody says «synced» before it is whole',
    peers: signs
      .filter((sign) => sign !== 'Mellom')
      .map((sign) => `${sign} ${ms(took(sign))} / ${ms(worst(sign))}`)
      .join(', '),
  };
}
