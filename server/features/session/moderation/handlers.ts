import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/moderation/commands.ts';
import { followLines } from '#shared/features/session/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { answer, handle, type Publish } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  assignedTeachers,
  expectedParticipants,
  keepOut,
  letBackIn,
} from '../../programme/public.ts';
import { lockLive } from '../live-session.ts';
import { loadSession } from '../planned.ts';
import { seatsOf } from '../roster/repository.ts';
import { saveSeating } from '../roster/seating.ts';
import { noteAct } from './log.ts';

export const removeParticipant = handle(commands.removeParticipant, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  const { personId } = input;
  const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
  if (teachers.includes(personId)) return refuse('teaches-here');
  if (!(await belongsHere(tx, sessionId, personId, now))) return refuse('not-here');

  const by = subject.personId;
  if (!(await keepOut(tx, { sessionId, personId, by, at: now }))) return answer({});
  publish(sessionChannel, sessionId, [{ type: 'participant-removed', personId }]);
  await takeSeatAway({ tx, publish, now }, sessionId, personId, teachers);
  await noteAct(tx, { sessionId, act: 'participant-removed', by, about: personId, at: now });
  return answer({});
});

export const readmitParticipant = handle(commands.readmitParticipant, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  const { personId } = input;
  if (await letBackIn(tx, sessionId, personId)) {
    const by = subject.personId;
    await noteAct(tx, { sessionId, act: 'participant-readmitted', by, about: personId, at: now });
    publish(sessionChannel, sessionId, [{ type: 'participant-readmitted', personId }]);
  }
  return answer({});
});

/** Has been here, or is expected. */
async function belongsHere(
  tx: Tx,
  sessionId: SessionId,
  personId: PersonId,
  now: Instant,
): Promise<boolean> {
  if ((await seatsOf(tx, sessionId, [personId])).length > 0) return true;
  const expected = await expectedParticipants(tx, sessionId, now);
  return expected.some((one) => one.personId === personId);
}

/** At once, for all to see: the lines that the lost right cuts may have been gone already. */
async function takeSeatAway(
  { tx, publish, now }: { readonly tx: Tx; readonly publish: Publish; readonly now: Instant },
  sessionId: SessionId,
  personId: PersonId,
  teachers: readonly PersonId[],
): Promise<void> {
  const live = await lockLive(tx, sessionId);
  if (!live) return;
  const { handQueue, leadId } = live;
  const lead = leadId === null ? [] : [leadId];
  const entries = await seatsOf(tx, sessionId, [personId, ...teachers, ...lead]);
  const seating = { roster: { entries, leadId }, handQueue, teachers };
  const { facts, next } = followLines(seating, [{ personId, line: 'gone', why: 'removed' }], now);
  await saveSeating(tx, sessionId, seating, next);
  publish(sessionChannel, sessionId, facts);
}
