import * as commands from '#shared/features/care/agreement/commands.ts';
import { mayWriteAgreement } from '#shared/features/care/agreement/policy.ts';
import * as queries from '#shared/features/care/agreement/queries.ts';
import * as rules from '#shared/features/care/agreement/rules.ts';
import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import { answer, answerQuery, handle, type Load } from '../../../platform/handler.ts';
import { sessionStanding } from '../../programme/public.ts';
import { currentOf, lockCurrent, nameOf, saveVersion, versionsOf } from './repository.ts';

const PAGE = 20;

const loadSession: Load<{ readonly sessionId: SessionId }, SessionStanding> = ({
  tx,
  subject,
  input,
  now,
}) => sessionStanding(tx, subject, input.sessionId, now);

export const writeAgreement = handle(commands.writeAgreement, loadSession, async (call) => {
  const { input, object, subject, tx, askAgain } = call;
  const current = await lockCurrent(tx, object);
  // Somebody may have been let go while they waited for the lock.
  const again = await askAgain();
  if (!again) return refuse('not-found');
  const decision = rules.writeAgreement(current, input);
  if (!decision.ok) return decision;

  const [next] = decision.facts;
  if (next) await saveVersion(tx, object, next, subject.personId, again.now);
  return answer({ version: next?.version ?? current?.version ?? 0 });
});

export const agreementOfSession = answerQuery(
  queries.agreementOfSession,
  loadSession,
  async ({ tx, object, subject, now }) => ({
    of: {
      kind: object.groupId ? ('group' as const) : ('cohort' as const),
      name: await nameOf(tx, object),
    },
    current: await currentOf(tx, object),
    mayWrite: mayWriteAgreement(subject, object, now),
  }),
);

export const agreementVersions = answerQuery(
  queries.agreementVersions,
  loadSession,
  async ({ tx, object, input: { before } }) => {
    const found = await versionsOf(tx, object, { before, most: PAGE + 1 });
    return { versions: found.slice(0, PAGE), more: found.length > PAGE };
  },
);
