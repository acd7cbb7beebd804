import type { SessionStanding } from '#shared/features/programme/calendar/model.ts';
import { sessionChannel } from '#shared/features/session/channel.ts';
import { SLOWER_COUNTS_MS } from '#shared/features/session/reaction/model.ts';
import * as signals from '#shared/features/session/reaction/signals.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Calling, SignalHandler } from '../../../platform/handler.ts';
import { loadSession } from '../planned.ts';
import { holdsSeat } from '../roster/repository.ts';

type Ask = { readonly sessionId: SessionId };

/** Heard by those who sit in the session, from those who do. */
const amongThoseWhoSit = {
  channel: () => sessionChannel,
  channelId: ({ sessionId }: Ask) => sessionId,
  load: loadSession,
  admits: ({ tx, object, subject, now }: Calling<Ask, SessionStanding>) =>
    holdsSeat(tx, object.sessionId, subject.personId, now),
};

export const showReaction: SignalHandler<typeof signals.react, SessionStanding> = {
  ...amongThoseWhoSit,
  contract: signals.react,
  limit: { perSecond: 1, burst: 6 },
  hear: ({ input, subject }) => ({ by: subject.personId, reaction: input.reaction }),
};

/** Each person is counted once at a time, so that the count is one of people; who they are is told to nobody. */
export const askForSlower: SignalHandler<typeof signals.askForSlower, SessionStanding> = {
  ...amongThoseWhoSit,
  contract: signals.askForSlower,
  limit: { perSecond: 1000 / SLOWER_COUNTS_MS, burst: 1 },
  hear: (_, audience) => (audience === 'host' ? {} : null),
};
