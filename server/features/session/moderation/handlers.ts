import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/moderation/commands.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { answer, handle } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import {
  assignedTeachers,
  expectedParticipants,
  keepOut,
  letBackIn,
} from '../../programme/public.ts';
import { takeOutOfLobby } from '../lobby/keeping.ts';
import { loadSession } from '../planned.ts';
import { seatsOf } from '../roster/repository.ts';
import { noteAct } from './log.ts';
import { takeSeatAway } from './seat-away.ts';

export const removeParticipant = handle(commands.removeParticipant, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  const { personId, words = '' } = input;
  const teachers = (await assignedTeachers(tx, sessionId)).map((one) => one.personId);
  if (teachers.includes(personId)) return refuse('teaches-here');
  if (!(await belongsHere(tx, sessionId, personId, now))) return refuse('not-here');

  const by = subject.personId;
  if (!(await keepOut(tx, { sessionId, personId, by, at: now, words }))) return answer({});
  publish(sessionChannel, sessionId, [{ type: 'participant-removed', personId }]);
  const unit = { tx, publish, now };
  await takeSeatAway(unit, sessionId, { personId, why: 'removed' }, teachers);
  await takeOutOfLobby(unit, sessionId, personId);
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
