import * as commands from '#shared/features/own-data/erasure/commands.ts';
import * as queries from '#shared/features/own-data/erasure/queries.ts';
import { earliestOf, latestOf, sayYes } from '#shared/features/own-data/erasure/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Subject } from '#shared/wire/access.ts';
import { actAs, writeAudit } from '../../../platform/audit.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { findPerson, lockStandings } from '../../admin/public.ts';
import { decide } from './decide.ts';
import { findWaiting, noteFirstYes, waitingFor } from './repository.ts';

export const runErasure = handle(
  commands.runErasure,
  async ({ tx, input, now }) => {
    await lockStandings(tx);
    return findPerson(tx, input.personId, now);
  },
  async ({ object: { personId }, subject: { personId: by }, now, tx }) => {
    const waiting = await findWaiting(tx, personId);
    if (!waiting) return refuse('settled-already');
    const said = sayYes(waiting, by, now);
    if (!said.ok) return said;
    if (!said.decided) {
      await noteFirstYes(tx, personId, by);
      await writeAudit(tx, { at: now, by, of: personId, action: 'erasure-first-yes' });
      return answer({ decided: false });
    }
    await actAs(tx, by);
    return (await decide(tx, personId, { by, now }))
      ? answer({ decided: true })
      : refuse('last-administrator');
  },
);

const asSelf = async ({ subject }: { readonly subject: Subject }) => ({
  ownerId: subject.personId,
});

export const erasuresToRun = answerQuery(
  queries.erasuresToRun,
  asSelf,
  async ({ object: { ownerId }, now, tx }) => ({ waiting: await waitingFor(tx, ownerId, now) }),
);

export const ownErasureWish = answerQuery(
  queries.ownErasureWish,
  asSelf,
  async ({ object: { ownerId }, tx }) => {
    const waiting = await findWaiting(tx, ownerId);
    if (!waiting) return { waiting: null };
    const { askedAt } = waiting;
    return { waiting: { askedAt, earliestAt: earliestOf(askedAt), latestAt: latestOf(askedAt) } };
  },
);
