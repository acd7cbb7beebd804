import type { Row } from '../table.ts';
import type { DocumentAnswers } from './asks.ts';
import type { DocumentServer, DocumentSign } from './contestants.ts';
import { many, withGenerator } from './rounds.ts';

const DOCUMENTS = 50;
const WRITERS_EACH = 5;
const PER_SECOND = 3_000;
/** Longer than the window in which y-sweet and Hocuspocus store. */
const LONG_MS = 12_000;
const SHORT_MS = 1_500;
const LONG_KILLS = 2;
const KILLS_ASKED = 100;

type Left = DocumentAnswers['left'];

/** S2: a server is killed while people type; what somebody had seen is looked for when it is back. */
export async function measureKills(
  servers: readonly DocumentServer[],
  kills: number,
): Promise<Row[]> {
  const all = new Map<DocumentSign, Left[]>(servers.map(({ sign }) => [sign, []]));
  for (let nth = 0; nth < kills; nth++) {
    for (const server of servers) {
      if (nth >= LONG_KILLS && server.sign !== 'Mellom') continue;
      const afterMs = nth < LONG_KILLS ? LONG_MS : SHORT_MS * (0.5 + Math.random());
      all.get(server.sign)?.push(await killOnce(server, afterMs));
    }
  }
  const ours = sum(all.get('Mellom') ?? []);
  const isNoneLost = ours.gone === 0 && ours.ackedGone === 0 && ours.seen > 0;
  return [
    {
      id: 'S2',
      what: `killed while ${DOCUMENTS * WRITERS_EACH} people type, ${PER_SECOND} letters/s: what somebody had seen and is gone`,
      goal: `0 in ${KILLS_ASKED} kills${kills < KILLS_ASKED ? `; ${kills} were made` : ''}`,
      peers: servers
        .filter(({ sign }) => sign !== 'Mellom')
        .map(({ sign }) => `${sign} ${share(sum(all.get(sign) ?? []))}`)
        .join('; '),
      ours: `${ours.gone} of ${ours.seen} seen, ${ours.ackedGone} of ${ours.acked} acknowledged, in ${kills} kills`,
      // Nothing lost in fewer kills proves less than was asked for.
      met: isNoneLost && kills < KILLS_ASKED ? null : isNoneLost,
      besides: `peers ${LONG_KILLS} kills each, after ${LONG_MS / 1000} s; ours as often so, and then sooner`,
    },
  ];
}

async function killOnce(server: DocumentServer, afterMs: number): Promise<Left> {
  return withGenerator(async (generator) => {
    const documents = await many(DOCUMENTS, () => server.document());
    await generator.ask('come', { documents, writersEach: WRITERS_EACH });
    const typed = generator.ask('typeUntilGone', { perSecond: PER_SECOND });
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await server.kill();
    await typed;
    await server.startAgain();
    return generator.ask('left', {});
  });
}

function sum(all: readonly Left[]): Left {
  const of = (key: keyof Left) => all.reduce((total, each) => total + each[key], 0);
  return { seen: of('seen'), gone: of('gone'), acked: of('acked'), ackedGone: of('ackedGone') };
}

function share({ seen, gone, acked, ackedGone }: Left): string {
  const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(0)} %`;
  const ofAcked = acked > 0 ? `, ${percent(ackedGone, acked)} of those called taken` : '';
  return `${percent(gone, seen)}${ofAcked}`;
}
