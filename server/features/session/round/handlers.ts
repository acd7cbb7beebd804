import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/round/commands.ts';
import type { HeldRound } from '#shared/features/session/round/model.ts';
import * as rules from '#shared/features/session/round/rules.ts';
import { VOICE_NOTE_BYTES_MAX } from '#shared/features/session/round/voice-note.ts';
import { type Refused, refuse } from '#shared/kernel/decision.ts';
import { SECOND_MS } from '#shared/kernel/duration.ts';
import type { RoundId } from '#shared/kernel/ids.ts';
import { answer, type Calling, handle, type Publish } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import { splitOf } from '../breakout/repository.ts';
import { lockAtSeat } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { hereIn, roundOf, saveRound } from './repository.ts';
import { dropNote, keepSound, partsOf } from './voice-notes/repository.ts';
import { soundIn } from './voice-notes/sound.ts';

type Call<Input> = Calling<Input, SessionStanding> & { readonly publish: Publish };

export const startRound = handle(commands.startRound, loadSession, async (call) => {
  const { input, object, subject, now, tx } = call;
  if (isOver(object, now)) return refuse('session-over');
  if (!(await lockAtSeat(tx, object.sessionId, subject.personId))) return refuse('not-joined');

  if (await splitOf(tx, object.sessionId)) return refuse('split');
  const { prompt, about, minutes, ring } = input;
  const begun = { id: newId<'round'>(), by: subject.personId, prompt, about, minutes, ring };
  const held = await roundOf(tx, object.sessionId);
  const step = rules.startRound(held, begun, await hereIn(tx, object.sessionId), now);
  if (!step.ok) return step;
  await keep(call, step);
  return answer({});
});

export const giveOn = handle(commands.giveOn, loadSession, (call) => {
  const { input, subject, now } = call;
  return inRound(call, (held, here) =>
    rules.giveOn(held, subject.personId, input.again, here, now),
  );
});

export const writeTurn = handle(commands.writeTurn, loadSession, (call) => {
  const { input, subject, now } = call;
  const { text, lang } = input;
  const turn = { personId: subject.personId, at: now, text, lang };
  return inRound(call, (held, here) => rules.writeTurn(held, turn, here));
});

export const giveVoiceNote = handle(commands.giveVoiceNote, loadSession, (call) => {
  const { input, object, subject, now, tx } = call;
  const { personId } = subject;
  const of = { noteId: input.noteId, sessionId: object.sessionId, personId };
  return inRound(call, async (held, here) => {
    const { turn, voiceNotes } = held.round;
    // Asked for again by whoever heard no answer.
    if (voiceNotes.some((note) => note.id === input.noteId && note.personId === personId))
      return { ok: true, facts: [], held };
    if (turn?.personId !== personId) return refuse('not-your-turn');

    const mayCome = input.bytes > 0 && input.bytes <= VOICE_NOTE_BYTES_MAX;
    const file = mayCome ? await partsOf(tx, of) : null;
    if (mayCome && file?.length !== input.bytes) return refuse('parts-missing');
    const sound = file ? soundIn(file) : input.bytes === 0 ? 'empty' : 'too-long';
    if (typeof sound === 'string') {
      await dropNote(tx, of);
      return refuse(sound);
    }
    await keepSound(tx, of, sound);
    const seconds = Math.max(1, Math.round(sound.ms / SECOND_MS));
    return rules.giveVoiceNote(held, { id: input.noteId, personId, at: now, seconds }, here);
  });
});

export const moveTurnOn = handle(commands.moveTurnOn, loadSession, (call) => {
  const { input, now } = call;
  return inRound(call, (held, here) => rules.moveTurnOn(held, input.from, here, now));
});

export const setNextTurn = handle(commands.setNextTurn, loadSession, (call) => {
  const { input, now } = call;
  return inRound(call, (held, here) => rules.setNextTurn(held, input.personId, here, now));
});

export const endRound = handle(commands.endRound, loadSession, async (call) => {
  const { subject, now } = call;
  const ended = await inRound<never>(call, () => rules.endRound(subject.personId, now));
  // Over already, or another one has begun since.
  return !ended.ok && ended.refusal === 'no-round' ? answer({}) : ended;
});

type Decided<Refusal extends string> = rules.RoundStep | Refused<Refusal>;

/** Carries the round that a call names forward, for a caller who sits in the session. */
async function inRound<Refusal extends string>(
  call: Call<{ readonly roundId: RoundId }>,
  decide: (held: HeldRound, here: rules.Here) => Decided<Refusal> | Promise<Decided<Refusal>>,
) {
  const { input, object, subject, tx } = call;
  if (!(await lockAtSeat(tx, object.sessionId, subject.personId))) return refuse('not-joined');
  const held = await roundOf(tx, object.sessionId);
  if (held?.round.id !== input.roundId) return refuse('no-round');
  const step = await decide(held, await hereIn(tx, object.sessionId));
  if (!step.ok) return step;
  await keep(call, step);
  return answer({});
}

async function keep(
  { tx, object, publish }: Call<unknown>,
  { facts, held }: rules.RoundStep,
): Promise<void> {
  if (facts.length === 0) return;
  await saveRound(tx, object.sessionId, held);
  publish(sessionChannel, object.sessionId, facts);
}
