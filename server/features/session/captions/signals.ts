import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { breakoutChannel } from '#shared/features/session/breakout/channel.ts';
import type { CaptionLine } from '#shared/features/session/captions/model.ts';
import * as signals from '#shared/features/session/captions/signals.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { BreakoutId, SessionId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import type { Calling, SignalHandler } from '../../../platform/handler.ts';
import { breakoutSatIn } from '../breakout/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { holdsSeat } from '../roster/repository.ts';
import type { CaptionMemory } from './caption-memory.ts';

type Ask = { readonly sessionId: SessionId; readonly breakoutId?: BreakoutId | undefined };
type Said<Input> = Omit<Calling<Input, SessionStanding>, 'tx'>;

/** Heard by those who sit in a room of the session, from those who sit there, while anything new begins in it. */
const amongThoseWhoSit = {
  channel: ({ breakoutId }: Ask) => (breakoutId ? breakoutChannel : sessionChannel),
  channelId: ({ sessionId, breakoutId }: Ask) => breakoutId ?? sessionId,
  load: loadSession,
  admits: async ({ tx, input, object, subject, now }: Calling<Ask, SessionStanding>) =>
    !isOver(object, now) &&
    (await holdsSeat(tx, object.sessionId, subject.personId, now)) &&
    (await breakoutSatIn(tx, object.sessionId, subject.personId)) === (input.breakoutId ?? null),
  /** As fast as somebody types or speaks, and not faster. */
  limit: { perSecond: 20, burst: 40 },
};

const roomOf = ({ input, object }: Said<Ask>) => input.breakoutId ?? object.sessionId;

const written = ({ input, subject }: Said<InputOf<typeof signals.writeCaption>>): CaptionLine => ({
  captionId: input.captionId,
  by: subject.personId,
  source: 'captioner',
  speaker: input.speaker,
  text: input.text,
  done: input.done,
});

const spoken = ({ input, subject }: Said<InputOf<typeof signals.speakCaption>>): CaptionLine => ({
  captionId: input.captionId,
  by: subject.personId,
  source: 'speaker',
  speaker: subject.personId,
  text: input.text,
  done: input.done,
});

/** From a session's captioner to all in the room. */
export const writeCaption = (
  memory: CaptionMemory,
): SignalHandler<typeof signals.writeCaption, SessionStanding> => ({
  ...amongThoseWhoSit,
  contract: signals.writeCaption,
  note: (call) => memory.hear(roomOf(call), written(call)),
  hear: written,
});

/** From somebody's own device to all in the room, in their own name. */
export const speakCaption = (
  memory: CaptionMemory,
): SignalHandler<typeof signals.speakCaption, SessionStanding> => ({
  ...amongThoseWhoSit,
  contract: signals.speakCaption,
  note: (call) => memory.hear(roomOf(call), spoken(call)),
  hear: spoken,
});
