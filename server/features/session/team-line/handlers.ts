import { teamDeskChannel, teamLineChannel } from '#shared/features/session/team-line/channels.ts';
import * as commands from '#shared/features/session/team-line/commands.ts';
import * as rules from '#shared/features/session/team-line/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { lockAtSeat, lockLive } from '../live-session.ts';
import { lockAtWait } from '../lobby/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { addTeamMessage, saveReadTo, standingOfLine, threadsOf } from './repository.ts';

export const writeToTeam = handle(commands.writeToTeam, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (isOver(object, now)) return refuse('session-over');
  const isHere =
    (await lockAtSeat(tx, sessionId, subject.personId)) ??
    (await lockAtWait(tx, sessionId, subject.personId));
  const line = isHere && (await standingOfLine(tx, sessionId, subject.personId));
  if (!line) return refuse('not-joined');

  const { text, lang = null } = input;
  const draft = { id: newId<'team-message'>(), by: subject.personId, byName: line.name };
  const decision = rules.writeToTeam(line, { ...draft, text, lang }, now);
  if (!decision.ok) return decision;

  for (const { type, message } of decision.facts) {
    await addTeamMessage(tx, sessionId, line.personId, message);
    publish(teamLineChannel, line.lineId, [{ type, message }]);
  }
  publish(teamDeskChannel, sessionId, decision.facts);
  return answer({ messageId: draft.id, at: now });
});

export const answerOnTeamLine = handle(commands.answerOnTeamLine, loadSession, async (call) => {
  const { input, object, subject, now, tx, publish } = call;
  const { sessionId } = object;
  if (isOver(object, now)) return refuse('session-over');
  const at = await lockAtSeat(tx, sessionId, subject.personId);
  if (!at) return refuse('not-joined');
  const line = await standingOfLine(tx, sessionId, input.personId);
  if (!line) return refuse('nothing-written');

  const { text, lang = null } = input;
  const draft = { id: newId<'team-message'>(), by: subject.personId, byName: at.seat.displayName };
  const decision = rules.answerOnTeamLine(line, { ...draft, text, lang }, now);
  if (!decision.ok) return decision;

  for (const { type, message } of decision.facts) {
    await addTeamMessage(tx, sessionId, line.personId, message);
    publish(teamLineChannel, line.lineId, [{ type, message }]);
  }
  publish(teamDeskChannel, sessionId, decision.facts);
  return answer({ messageId: draft.id, at: now });
});

export const readTeamLine = handle(commands.readTeamLine, loadSession, async (call) => {
  const { input, object, tx, publish } = call;
  const { sessionId } = object;
  // Two teachers who read at once: the one further on stands.
  await lockLive(tx, sessionId);
  const [thread] = await threadsOf(tx, sessionId, input.personId);
  if (!thread) return answer({});

  const { facts } = rules.readTeamLine(thread, input.readTo);
  for (const { personId, readTo } of facts) await saveReadTo(tx, sessionId, personId, readTo);
  publish(teamDeskChannel, sessionId, facts);
  return answer({});
});
