import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import * as commands from '#shared/features/session/poll/commands.ts';
import type { Poll } from '#shared/features/session/poll/model.ts';
import * as rules from '#shared/features/session/poll/rules.ts';
import { takesPart } from '#shared/features/session/roster/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { answer, type Calling, handle } from '../../../platform/handler.ts';
import { newId } from '../../../platform/new-id.ts';
import type { PassingKeys } from '../../../storage/passing-keys.ts';
import { lockAtSeat } from '../live-session.ts';
import { isOver, loadSession } from '../planned.ts';
import { countSealed, openSealed } from '../sealed/tally.ts';
import { saveBallot, tallyOfBallots } from './ballots.ts';
import { closeNow } from './closing.ts';
import { dropPrepared } from './prepared.ts';
import { addPoll, pollOn, putAway, savePoll } from './repository.ts';

export const openPoll = (keys: PassingKeys) =>
  handle(commands.openPoll, loadSession, async (call) => {
    const { input, object, subject, now, tx, publish } = call;
    const { sessionId } = object;
    if (isOver(object, now)) return refuse('session-over');
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');

    const { occasion, question, form, named } = input;
    const asked = { id: newId<'poll'>(), occasion, question, form, named };
    const decision = rules.openPoll(await pollOn(tx, sessionId), asked, now);
    if (!decision.ok) return decision;
    const poll = decision.facts.reduce<Poll | null>(rules.evolvePoll, null);
    if (poll) await addPoll(tx, sessionId, poll, subject.personId);
    if (input.prepared) await dropPrepared(tx, sessionId, input.prepared);
    if (!named) {
      await keys.draw(asked.id);
      await openSealed(tx, { pollId: asked.id }, form);
    }
    publish(sessionChannel, sessionId, decision.facts);
    return answer({ pollId: asked.id });
  });

export const answerPoll = (keys: PassingKeys) =>
  handle(commands.answerPoll, loadSession, async (call) => {
    const { input, object, subject, tx, publish } = call;
    const { sessionId } = object;
    if (!(await lockAtSeat(tx, sessionId, subject.personId))) return refuse('not-joined');
    if (!takesPart({ guestAs: object.invitedAs })) return refuse('not-asked');

    const poll = await pollOn(tx, sessionId);
    if (poll?.id !== input.pollId || poll.closedAt !== null) return refuse('poll-closed');
    const read = rules.readAnswer(poll.form, input);
    if (!read.ok) return read;
    const key = poll.named ? null : await keys.get(poll.id);
    // Put back from a backup: it can tell nobody's answer from another's, and is closed within a minute.
    if (!poll.named && !key) return refuse('poll-closed');
    if (!key) await saveBallot(tx, poll.id, subject.personId, read.answer);
    const tally = key
      ? await countSealed(tx, { pollId: poll.id }, key, subject.personId, read.answer)
      : await tallyOfBallots(tx, poll);
    if (!tally) return answer({ before: true });
    const { facts } = rules.counted(poll, tally);
    const counted = facts.reduce<Poll | null>(rules.evolvePoll, poll);
    if (counted) await savePoll(tx, counted);
    publish(sessionChannel, sessionId, facts);
    return answer({ before: false });
  });

export const closePoll = handle(commands.closePoll, loadSession, async (call) => {
  const { object, now, tx, publish } = call;
  const shown = await shownPoll(call);
  if (shown === 'not-joined') return refuse(shown);
  if (shown) publish(sessionChannel, object.sessionId, await closeNow(tx, shown, now));
  return answer({});
});

export const putPollAway = handle(commands.putPollAway, loadSession, async (call) => {
  const { object, now, tx, publish } = call;
  const shown = await shownPoll(call);
  if (shown === 'not-joined') return refuse(shown);
  if (!shown) return answer({});
  const closed = await closeNow(tx, shown, now);
  await putAway(tx, shown.id);
  publish(sessionChannel, object.sessionId, [
    ...closed,
    { type: 'poll-put-away', pollId: shown.id },
  ]);
  return answer({});
});

/** The one that the call names, if it is on the screen: what is gone or another's place stays as it is. */
async function shownPoll({
  input,
  object,
  subject,
  tx,
}: Calling<{ readonly pollId: Poll['id'] }, SessionStanding>): Promise<
  Poll | undefined | 'not-joined'
> {
  if (!(await lockAtSeat(tx, object.sessionId, subject.personId))) return 'not-joined';
  const poll = await pollOn(tx, object.sessionId);
  return poll?.id === input.pollId ? poll : undefined;
}
