import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import type { CaptionLine } from '#shared/features/session/captions/model.ts';
import * as signals from '#shared/features/session/captions/signals.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { InputOf } from '#shared/wire/contract.ts';
import type { Calling, SignalHandler } from '../../../platform/handler.ts';
import { isOver, loadSession } from '../planned.ts';
import { holdsSeat } from '../roster/repository.ts';
import type { CaptionMemory } from './caption-memory.ts';

type Ask = { readonly sessionId: SessionId };
type Said<Input> = Omit<Calling<Input, SessionStanding>, 'tx'>;

/** Heard by those who sit in the session, from those who do, while anything new begins in it. */
const amongThoseWhoSit = {
  channel: sessionChannel,
  channelId: ({ sessionId }: Ask) => sessionId,
  load: loadSession,
  admits: async ({ tx, object, subject, now }: Calling<Ask, SessionStanding>) =>
    !isOver(object, now) && (await holdsSeat(tx, object.sessionId, subject.personId, now)),
  /** As fast as somebody types or speaks, and not faster. */
  limit: { perSecond: 20, burst: 40 },
};

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

/** From a session's captioner to all. */
export const writeCaption = (
  memory: CaptionMemory,
): SignalHandler<typeof signals.writeCaption, SessionStanding> => ({
  ...amongThoseWhoSit,
  contract: signals.writeCaption,
  note: (call) => memory.hear(call.object.sessionId, written(call)),
  hear: written,
});

/** From somebody's own device to all, in their own name. */
export const speakCaption = (
  memory: CaptionMemory,
): SignalHandler<typeof signals.speakCaption, SessionStanding> => ({
  ...amongThoseWhoSit,
  contract: signals.speakCaption,
  note: (call) => memory.hear(call.object.sessionId, spoken(call)),
  hear: spoken,
});
