import type { Contestant, Sign } from '../contestants.ts';
import type { Row } from '../table.ts';
import { besides, counts, measured, type Round, withCrowd } from './rounds.ts';

const P99_MAX_MS = 100;
const TRIES = 3;
const SECONDS = 3;
/** Deliveries a second, from what everybody can to what nobody does. */
const RUNGS = [10, 15, 20, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250].map((k) => k * 1000);

type Reached = { readonly perSecond: number; readonly round: Round | null };

/**
 * S15: the most deliveries a second that arrive in time. All climb the same ladder, side by side; a rung is reached
 * when one of three tries holds, and whoever misses one is out.
 */
export async function measureS15(contestants: readonly Contestant[], people: number): Promise<Row> {
  const reached = new Map<Sign, Reached>(
    contestants.map(({ sign }) => [sign, { perSecond: 0, round: null }]),
  );
  let climbing = [...contestants];
  for (const perSecond of RUNGS) {
    const still: Contestant[] = [];
    for (const contestant of climbing) {
      const round = await tryRung(contestant, people, perSecond);
      if (!round) continue;
      reached.set(contestant.sign, { perSecond, round });
      still.push(contestant);
    }
    climbing = still;
    if (climbing.length === 0) break;
  }
  const at = (sign: Sign) => reached.get(sign)?.perSecond ?? 0;
  const ours = reached.get('Mellom')?.round;
  // On a machine that others keep busy nobody may reach even the lowest rung: then there is nothing to compare.
  const compared = at('S') > 0;
  const notShown = limitOf(contestants.map(({ sign }) => at(sign)));
  const ratio = at('Mellom') / at('S');
  const perFrame = ours ? ours.outcome.deliveries / ours.outcome.frames : 0;
  return {
    id: 'S15',
    what: `most deliveries/s with p99 ≤ ${P99_MAX_MS} ms, ${people} people`,
    goal: '≥ 1 S',
    peers: `S ${thousands(at('S'))}, W ${thousands(at('W'))}`,
    ours: `${compared ? `${ratio.toFixed(2)} S: ` : ''}${thousands(at('Mellom'))}, ${perFrame.toFixed(1)} deliveries in a frame`,
    met: compared && notShown === undefined ? ratio >= 1 : null,
    notShown,
    besides: ours ? besides(ours) : 'no rung was reached',
    why: 'each message is a transaction of its own, one after the other in a session',
  };
}

/** Where all stop at the same rung, nothing is said of any of them: the generator, or the machine, could do no more. */
export function limitOf(reached: readonly number[]): string | undefined {
  return new Set(reached).size > 1 ? undefined : 'the generator was the limit';
}

async function tryRung(
  contestant: Contestant,
  people: number,
  deliveriesPerSecond: number,
): Promise<Round | null> {
  const perSecond = deliveriesPerSecond / people;
  return withCrowd(contestant, people, async (generator) => {
    await generator.ask('load', { perSecond, seconds: 1 });
    for (let n = 0; n < TRIES; n++) {
      const round = await measured(contestant, () =>
        generator.ask('load', { perSecond, seconds: SECONDS }),
      );
      if (counts(round) && round.outcome.delivery.p99 <= P99_MAX_MS) return round;
    }
    return null;
  });
}

function thousands(perSecond: number): string {
  return `${perSecond / 1000} k`;
}
