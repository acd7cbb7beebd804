import type { Contestant, Mellom } from '../contestants.ts';
import { ms, type Row } from '../table.ts';
import { besides, best, cpuPerDeliveryUs, measured, type Round, withCrowd } from './rounds.ts';

const L1 = { people: 300, perSecond: 20, answerMaxMs: 250, seenByAllMaxMs: 300 };
const S14 = { people: 200, perSecond: 100, seconds: 8, cpuMax: 1.1 };
const ROUNDS = 3;

/** L1: a full house that talks. Absolute times: they count on a machine that is otherwise quiet. */
export async function measureL1(mellom: Mellom, seconds: number): Promise<Row> {
  const round = await withCrowd(mellom, L1.people, (generator) =>
    measured(mellom, () => generator.ask('load', { perSecond: L1.perSecond, seconds })),
  );
  const { answer, seenByAll, lost } = round.outcome;
  const cores = (round.serverCpuMs + round.databaseCpuMs) / (seconds * 1000);
  return {
    id: 'L1',
    what: `${L1.people} people in one session, ${L1.perSecond} messages/s, stored first, ${seconds} s`,
    goal: `answer p99 ≤ ${L1.answerMaxMs} ms, seen by all p99 ≤ ${L1.seenByAllMaxMs} ms, 0 lost`,
    peers: '–',
    ours: `answer p99 ${ms(answer.p99)}, seen by all p99 ${ms(seenByAll.p99)}, ${cores.toFixed(2)} cores`,
    met: answer.p99 <= L1.answerMaxMs && seenByAll.p99 <= L1.seenByAllMaxMs && lost === 0,
    besides: besides(round),
    why: 'the time of one call is what two cores leave when others use them too',
  };
}

/** S14: what one delivery costs, beside those who store nothing and ask for no right. */
export async function measureS14(contestants: readonly Contestant[]): Promise<Row> {
  const rounds = new Map<string, Round[]>(contestants.map(({ sign }) => [sign, []]));
  for (let n = 0; n < ROUNDS; n++) {
    for (const contestant of contestants) {
      const round = await withCrowd(contestant, S14.people, (generator) =>
        measured(contestant, () =>
          generator.ask('load', { perSecond: S14.perSecond, seconds: S14.seconds }),
        ),
      );
      rounds.get(contestant.sign)?.push(round);
    }
  }
  const bestOf = (sign: string) => best(rounds.get(sign) ?? [], cpuPerDeliveryUs);
  const [ours, bare, plain] = [bestOf('Mellom'), bestOf('S'), bestOf('W')];
  const ratio = cpuPerDeliveryUs(ours) / cpuPerDeliveryUs(bare);
  const serverUs = (1000 * ours.serverCpuMs) / ours.outcome.deliveries;
  return {
    id: 'S14',
    what: `CPU per delivery at ${S14.perSecond * S14.people} deliveries/s, ${S14.people} people`,
    goal: `≤ ${S14.cpuMax} S`,
    peers: `S ${cpuPerDeliveryUs(bare).toFixed(1)} µs, W ${cpuPerDeliveryUs(plain).toFixed(1)} µs`,
    ours: `${ratio.toFixed(2)} S: ${cpuPerDeliveryUs(ours).toFixed(1)} µs, of it server ${serverUs.toFixed(1)}, PostgreSQL ${(cpuPerDeliveryUs(ours) - serverUs).toFixed(1)}`,
    met: ratio <= S14.cpuMax,
    besides: besides(ours),
    why: 'PostgreSQL is counted in; the peers store nothing',
  };
}
