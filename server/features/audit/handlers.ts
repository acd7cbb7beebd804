import { sql } from 'drizzle-orm';
import { takeOutLog as contract } from '#shared/features/audit/commands.ts';
import { LINES_TAKEN_OUT_MAX } from '#shared/features/audit/model.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { writeAudit } from '../../platform/audit.ts';
import { answer, handle } from '../../platform/handler.ts';
import { momentOf } from '../../storage/moment.ts';
import { readLines } from './read-lines.ts';

export const takeOutLog = handle(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, subject, now, tx }) => {
    const lines = await readLines(
      tx,
      sql`e.at >= ${momentOf(input.from)} and e.at < ${momentOf(input.until)}`,
      { order: 'oldest-first', most: LINES_TAKEN_OUT_MAX + 1 },
    );
    if (lines.length === 0) return refuse('nothing-to-take-out');
    if (lines.length > LINES_TAKEN_OUT_MAX) return refuse('too-much-to-take-out');
    await writeAudit(tx, {
      ...{ at: now, by: subject.personId, of: null, action: 'log-taken-out' },
    });
    return answer({ lines });
  },
);
