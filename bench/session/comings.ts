import type { Contestant } from '../contestants.ts';
import { startGenerator } from '../generator/start.ts';
import type { Row } from '../table.ts';

const PEOPLE = 200;
const MOST = 0.2;

/** S15, its second half: how many frames tell of a storm of people, where each change told by itself would be one. */
export async function measureComings(mellom: Contestant): Promise<Row> {
  const generator = startGenerator();
  try {
    const { changes, frames } = await generator.ask('comings', mellom.invite(PEOPLE));
    const share = frames / changes;
    return {
      id: 'S15',
      what: `${PEOPLE} come at once, are cut at once and come back at once: frames for each change of presence`,
      goal: `≤ ${MOST}`,
      peers: 'told one by one 1',
      ours: `${share.toFixed(3)}: ${changes} changes in ${frames} frames to everybody who is there`,
      met: share <= MOST,
      besides: 'counted at one who was there all the time; a count, which no load changes much',
      why: 'whoever joins is told of when the seat is stored, and only those who are stored together are told of together',
    };
  } finally {
    await generator.ask('leave', {}).catch(() => undefined);
    await generator.stop();
  }
}
