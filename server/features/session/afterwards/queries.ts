import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { isItsTeacher } from '#shared/features/programme/calendar/model.ts';
import { lengthOf } from '#shared/features/session/afterwards/model.ts';
import * as queries from '#shared/features/session/afterwards/queries.ts';
import * as rules from '#shared/features/session/afterwards/rules.ts';
import { mayEditAgenda } from '#shared/features/session/agenda/policy.ts';
import { minutesTooLong } from '#shared/features/session/agenda/rules.ts';
import { mayReadChat } from '#shared/features/session/chat/policy.ts';
import { maySeeRoster } from '#shared/features/session/roster/policy.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { Subject } from '#shared/wire/access.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import { answerQuery } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { sessionStanding } from '../../programme/public.ts';
import { agendaOf } from '../agenda/repository.ts';
import { chatKeepingOf } from '../chat/erasing.ts';
import { countMessages } from '../chat/repository.ts';
import { readLive } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { hasHeldSeat } from '../roster/repository.ts';
import { beginningOf, nextSession } from './repository.ts';
import { stepsOf } from './steps.ts';
import { visitorsOf } from './visits.ts';

type Afterwards = NonNullable<OutputOf<typeof queries.sessionAfterwards>['afterwards']>;
type Ask = {
  readonly tx: Tx;
  readonly subject: Subject;
  readonly object: SessionStanding;
  readonly now: Instant;
};

/** Each part by its own row of docs/access.md; to see the session gives the agenda and nothing more. */
export const sessionAfterwards = answerQuery(
  queries.sessionAfterwards,
  loadSession,
  async (ask) => {
    const { tx, object, subject, now } = ask;
    if (object.cancelled || !isOver(object, now)) return { afterwards: null };
    const { sessionId } = object;
    const { items } = await agendaOf(tx, object, null);
    const steps = await stepsOf(tx, sessionId);
    const went = rules.asItWent(items, steps, object);
    return {
      afterwards: {
        length: lengthOf(object),
        items: [...went],
        stepped: went.some((item) => item.went !== null),
        people: await peopleFor(ask),
        chat: await chatFor(ask),
        next: await nextFor(ask),
        mine: isItsTeacher(subject, object, now),
      },
    };
  },
);

async function peopleFor({ tx, object, subject, now }: Ask): Promise<Afterwards['people']> {
  if (!maySeeRoster(subject, object, now)) return null;
  const visitors = await visitorsOf(tx, object.sessionId);
  return visitors.map(({ displayName, part }) => ({ displayName, part }));
}

async function chatFor({ tx, object, subject, now }: Ask): Promise<Afterwards['chat']> {
  const { sessionId } = object;
  if (!mayReadChat(subject, object, now)) return null;
  if (!(await hasHeldSeat(tx, sessionId, subject.personId))) return null;
  const keeping = await chatKeepingOf(tx, sessionId);
  return { count: await countMessages(tx, sessionId), keeping };
}

/** Only one that the same teacher plans: whoever else's it is, begins it. */
async function nextFor({ tx, object, subject, now }: Ask): Promise<Afterwards['next']> {
  const { sessionId } = object;
  if (!mayEditAgenda(subject, object, now)) return null;
  const next = await nextSession(tx, sessionId, now);
  const standing = next && (await sessionStanding(tx, subject, next.sessionId, now));
  if (!standing || !mayEditAgenda(subject, standing, now)) return null;
  const agenda = await agendaOf(tx, standing, await readLive(tx, next.sessionId));
  const { fromId, ...about } = next;
  const { items, version } = agenda;
  const begun = fromId === sessionId;
  const beginning = begun ? await beginningOf(tx, next.sessionId) : null;
  const mayTakeBack = beginning?.agendaVersion === version && agenda.currentId === null;
  const tooLong = minutesTooLong(agenda, standing.endsAt);
  return { ...about, items: items.length, version, begun, mayTakeBack, tooLong };
}
