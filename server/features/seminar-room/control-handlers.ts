import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import * as commands from '#shared/features/seminar-room/commands.ts';
import type { ControlFact } from '#shared/features/seminar-room/facts.ts';
import * as rules from '#shared/features/seminar-room/rules.ts';
import type { ModerationAct } from '#shared/features/session/moderation/model.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, type Calling, handle, type Publish } from '../../platform/handler.ts';
import { loadSession, noteAct } from '../session/public.ts';
import { keepControls, lockControls } from './room.ts';
import { seatIn } from './seat.ts';

type Call = Calling<unknown, SessionStanding> & { readonly publish: Publish };

export const lockMicrophones = handle(commands.lockMicrophones, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  const room = await lockControls(tx, object.sessionId);
  const { facts } = rules.lockMicrophones(room, input.locked, subject.personId, now);
  await keepControls(call, object.sessionId, room, facts);
  await note(call, facts, null);
  return answer({});
});

export const setSpotlight = handle(commands.setSpotlight, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  if (input.personId && !(await sits(call, input.personId))) return refuse('not-in-room');
  const room = await lockControls(tx, object.sessionId);
  const { facts } = rules.setSpotlight(room, input.personId, subject.personId, now);
  await keepControls(call, object.sessionId, room, facts);
  await note(call, facts, input.personId);
  return answer({});
});

export const allowScreen = handle(commands.allowScreen, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  if (!(await sits(call, input.personId))) return refuse('not-in-room');
  const room = await lockControls(tx, object.sessionId);
  const { personId, allowed } = input;
  const { facts } = rules.allowScreen(room, personId, allowed, subject.personId, now);
  await keepControls(call, object.sessionId, room, facts);
  await note(call, facts, personId);
  return answer({});
});

export const askToUnmute = handle(commands.askToUnmute, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  const whose = await seatIn(tx, object.sessionId, input.personId);
  if (!whose) return refuse('not-in-room');
  const room = await lockControls(tx, object.sessionId);
  const inBreakout = whose.breakoutId !== null;
  const asked = { personId: input.personId, part: whose.part, inBreakout };
  const decision = rules.askToUnmute(room, asked, subject.personId, now);
  if (!decision.ok) return decision;
  await keepControls(call, object.sessionId, room, decision.facts);
  await note(call, decision.facts, input.personId);
  return answer({});
});

export const answerUnmute = handle(commands.answerUnmute, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  const room = await lockControls(tx, object.sessionId);
  const decision = rules.answerUnmute(room, subject.personId, input.answer, now);
  if (!decision.ok) return decision;
  await keepControls(call, object.sessionId, room, decision.facts);
  return answer({});
});

export const closeRoom = handle(commands.closeRoom, loadSession, async (call) => {
  const { object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  const room = await lockControls(tx, object.sessionId);
  const decision = rules.closeRoom(room, subject.personId, now);
  if (!decision.ok) return decision;
  await keepControls(call, object.sessionId, room, decision.facts);
  await note(call, decision.facts, null);
  return answer({});
});

export const openRoom = handle(commands.openRoom, loadSession, async (call) => {
  const { object, subject, now, tx } = call;
  if (!(await sits(call))) return refuse('not-joined');
  const room = await lockControls(tx, object.sessionId);
  const { facts } = rules.openRoom(room, subject.personId, now);
  await keepControls(call, object.sessionId, room, facts);
  await note(call, facts, null);
  return answer({});
});

async function sits(
  { tx, object, subject }: Call,
  personId: PersonId = subject.personId,
): Promise<boolean> {
  return (await seatIn(tx, object.sessionId, personId)) !== null;
}

/** Writes what has happened into the session's log; nothing when nothing has. */
async function note(
  { tx, object, subject, now }: Call,
  facts: readonly ControlFact[],
  about: PersonId | null,
): Promise<void> {
  for (const { type } of facts) {
    if (type === 'unmute-answered') continue;
    const act: ModerationAct = type;
    await noteAct(tx, { sessionId: object.sessionId, act, by: subject.personId, about, at: now });
  }
}
