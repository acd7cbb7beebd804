import * as commands from '#shared/features/care/concern/commands.ts';
import * as queries from '#shared/features/care/concern/queries.ts';
import * as rules from '#shared/features/care/concern/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { DAY_MS } from '#shared/kernel/duration.ts';
import { answer, answerQuery, handle, type Load } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { leaveLetter } from '../../identity/public.ts';
import { sessionStanding } from '../../programme/public.ts';
import { concernLetter } from './letter.ts';
import * as repository from './repository.ts';

const PAGE = 50;

const loadOwn: Load<unknown, { readonly ownerId: string }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const reportConcern = handle(
  commands.reportConcern,
  async ({ tx, subject, input: { sessionId }, now }) => {
    const session = sessionId && (await sessionStanding(tx, subject, sessionId, now));
    // One answer for a session that is not there and one that is not theirs to know of.
    if (sessionId && !session) return null;
    return { ownerId: subject.personId, session };
  },
  async ({ input, object, now, tx, subject }) => {
    const by = subject.personId;
    const { readerId, text } = input;
    const sentToday = await repository.sentSince(tx, by, now - DAY_MS);
    const reader = await repository.namedReader(tx, now);
    const decision = rules.reportConcern(reader, { readerId, sentToday });
    if (!decision.ok) return decision;

    const id = newId<'concern'>();
    const sessionId = object.session ? object.session.sessionId : null;
    await repository.addConcern(tx, { id, at: now, by, readerId, sessionId, text });
    await leaveLetter(tx, readerId, { write: concernLetter, path: '/meldt-fra', at: now });
    return answer({ concernId: id });
  },
);

export const nameConcernReader = handle(
  commands.nameConcernReader,
  loadOwn,
  async ({ input: { personId }, now, tx }) => {
    if (personId !== null && !(await repository.canRead(tx, personId, now)))
      return refuse('cannot-read');
    await repository.nameReader(tx, personId);
    return answer({});
  },
);

export const ownConcerns = answerQuery(queries.ownConcerns, loadOwn, async (call) => ({
  reader: await repository.namedReader(call.tx, call.now),
  concerns: await repository.concernsBy(call.tx, call.subject.personId),
}));

export const concernsReceived = answerQuery(
  queries.concernsReceived,
  loadOwn,
  async ({ tx, subject, input: { before } }) => {
    const most = PAGE + 1;
    const found = await repository.concernsTo(tx, subject.personId, { before, most });
    return { concerns: found.slice(0, PAGE), more: found.length > PAGE };
  },
);

export const concernsUnread = answerQuery(
  queries.concernsUnread,
  loadOwn,
  async ({ tx, subject }) => ({ count: await repository.countUnopened(tx, subject.personId) }),
);

export const openConcerns = handle(
  commands.openConcerns,
  loadOwn,
  async ({ input: { latest }, now, tx, subject }) => {
    await repository.saveOpened(tx, subject.personId, latest, now);
    return answer({});
  },
);

export const possibleConcernReaders = answerQuery(
  queries.possibleConcernReaders,
  loadOwn,
  async ({ tx, now }) => ({
    readers: await repository.possibleReaders(tx, now),
    named: (await repository.namedReader(tx, now))?.personId ?? null,
  }),
);
