import { type SQL, sql } from 'drizzle-orm';
import { LINES_PER_PAGE } from '#shared/features/audit/model.ts';
import * as queries from '#shared/features/audit/queries.ts';
import type { Subject } from '#shared/wire/access.ts';
import { answerQuery } from '../../platform/handler.ts';
import type { Tx } from '../../storage/database.ts';
import { checkChain } from './chain.ts';
import { readLines } from './read-lines.ts';

const asSelf = async ({ subject }: { readonly subject: Subject }) => ({
  ownerId: subject.personId,
});

export const auditLog = answerQuery(queries.auditLog, asSelf, ({ tx, input }) =>
  pageOf(tx, sql`true`, input.before),
);

export const ownAuditLog = answerQuery(queries.ownAuditLog, asSelf, ({ tx, input, subject }) =>
  pageOf(
    tx,
    sql`e.subject_id = ${subject.personId} or e.actor_id = ${subject.personId}`,
    input.before,
  ),
);

export const auditChain = answerQuery(queries.auditChain, asSelf, ({ tx }) => checkChain(tx));

async function pageOf(tx: Tx, whose: SQL, before: number | undefined) {
  const earlier = before === undefined ? sql`true` : sql`e.seq < ${before}`;
  const lines = await readLines(tx, sql`(${whose}) and ${earlier}`, {
    order: 'latest-first',
    most: LINES_PER_PAGE + 1,
  });
  return { lines: lines.slice(0, LINES_PER_PAGE), more: lines.length > LINES_PER_PAGE };
}
