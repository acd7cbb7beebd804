import type { Contestant, Mellom } from '../contestants.ts';
import type { StormTally } from '../generator/asks.ts';
import { ms, type Row, times } from '../table.ts';
import { besides, best, measured, type Round, withCrowd } from './rounds.ts';

const PEOPLE = 1_000;
/** Somebody goes on talking meanwhile, so that everybody has missed something. */
const PER_SECOND = 20;
const AWAY_MS = 1_000;
const ROUNDS = 3;
const L5_MAX_MS = 10_000;
const S16_MAX = 0.5;
const RESTART_MAX_MS = 2_000;

type StormRound = Round<StormTally>;

/** L5 and S16: a thousand lines cut at once and back at once. */
export async function measureStorm(
  mellom: Mellom,
  recovering: Contestant,
  bare: Contestant,
): Promise<Row[]> {
  const [ours, theirs, without] = await interleaved([mellom, recovering, bare]);
  const ratio = ours.outcome.backMs / theirs.outcome.backMs;
  const { backMs, halfBackMs, lost, twice } = ours.outcome;
  return [
    {
      id: 'L5',
      what: `${PEOPLE} lines cut at once, all back and caught up`,
      goal: `≤ ${L5_MAX_MS / 1000} s, no new sign-in`,
      peers: '–',
      ours: `${ms(backMs)}, half of them ${ms(halfBackMs)}`,
      met: backMs <= L5_MAX_MS && lost === 0 && twice === 0,
      besides: besides(ours),
    },
    {
      id: 'S16',
      what: `${PEOPLE} cut at once and back after ${AWAY_MS / 1000} s, ${PER_SECOND} messages/s going on`,
      goal: `≤ ${S16_MAX} S with recovery, 0 lost, 0 twice`,
      peers: `S with recovery ${ms(theirs.outcome.backMs)}; S alone loses ${without.outcome.lost}`,
      ours: `${times(ratio)} S with recovery: ${ms(backMs)}`,
      met: ratio <= S16_MAX && lost === 0 && twice === 0,
      besides: besides(ours),
      why: 'both pay the handshake of engine.io and Socket.IO; ours also asks the database who each person is and what they may hear, before it lets them in',
    },
  ];
}

async function interleaved(
  contestants: readonly [Contestant, Contestant, Contestant],
): Promise<[StormRound, StormRound, StormRound]> {
  const rounds: [StormRound[], StormRound[], StormRound[]] = [[], [], []];
  for (let n = 0; n < ROUNDS; n++) {
    for (const [place, contestant] of contestants.entries()) {
      const round = await withCrowd(contestant, PEOPLE, (generator) =>
        measured(contestant, () =>
          generator.ask('storm', { perSecond: PER_SECOND, awayMs: AWAY_MS }),
        ),
      );
      rounds[place]?.push(round);
    }
  }
  const fastest = (of: readonly StormRound[]) =>
    best(of, ({ outcome }) => outcome.backMs ?? Infinity);
  return [fastest(rounds[0]), fastest(rounds[1]), fastest(rounds[2])];
}

/** S16 across a restart: the server is killed while somebody talks, and starts again. */
export async function measureRestart(mellom: Mellom): Promise<Row> {
  const round = await withCrowd(mellom, PEOPLE, (generator) =>
    measured(mellom, async () => {
      const surviving = generator.ask('restart', { perSecond: PER_SECOND });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const { up } = await mellom.killAndStartAgain();
      const [outcome] = await Promise.all([surviving, up]);
      return outcome;
    }),
  );
  const { backMs, lost, twice } = round.outcome;
  return {
    id: 'S16',
    what: `${PEOPLE} back after the server was killed: from the open port until all have caught up`,
    goal: `≤ ${RESTART_MAX_MS / 1000} s, 0 lost, 0 twice`,
    peers: 'S with recovery: nothing across a restart',
    ours: ms(backMs),
    met: backMs <= RESTART_MAX_MS && lost === 0 && twice === 0,
    besides: besides(round),
    why: 'a process that has just started, with cold code, a new pool and no memory of what was said, asks for everybody',
  };
}
