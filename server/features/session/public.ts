import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Log } from '../../platform/log.ts';
import type { UnitOfWork } from '../../platform/unit-of-work.ts';
import { stepAgenda } from './agenda/handlers.ts';
import { deleteMessage, editMessage, postMessage, restoreMessage } from './chat/handlers.ts';
import { earlierMessages } from './chat/queries.ts';
import { endSession, undoEnding } from './ending/handlers.ts';
import * as handQueue from './hand-queue/handlers.ts';
import { liveChannel } from './live-channel.ts';
import { readmitParticipant, removeParticipant } from './moderation/handlers.ts';
import { ownRemoval, sessionLog } from './moderation/queries.ts';
import { choosePlace, joinSession, passLead } from './roster/handlers.ts';
import { ownInvitations, sessionDoor } from './roster/queries.ts';
import { makeSeatKeeper, type SeatKeeper } from './roster/seat-keeper.ts';

export { hasSessionEnded } from './ending/heard.ts';
export { noteAct } from './moderation/log.ts';
export { loadSession } from './planned.ts';
export { movePrepared, type PreparedSession, prepareSession, wasSatIn } from './prepared.ts';
export { hasTakenSeat } from './roster/heard.ts';
export { type Seated, seatedIn, sessionsSatIn } from './roster/seated.ts';

/** The live session, with the keeper of its seats: `recover` once before the first call, then `start`. */
export type SessionSlice = Slice & Pick<SeatKeeper, 'recover' | 'start' | 'stop' | 'tick'>;

export function createSessionSlice(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
}): SessionSlice {
  const keeper = makeSeatKeeper(parts);
  return {
    name: 'session',
    commands: [
      joinSession(keeper),
      choosePlace,
      passLead,
      stepAgenda,
      postMessage,
      editMessage,
      deleteMessage,
      restoreMessage,
      handQueue.raiseHand,
      handQueue.lowerHand,
      handQueue.endWord,
      handQueue.lowerHandOf,
      handQueue.giveWord,
      handQueue.callNext,
      handQueue.endWordOf,
      handQueue.setQueueOpen,
      removeParticipant,
      readmitParticipant,
      endSession(keeper),
      undoEnding,
    ],
    queries: [sessionDoor(keeper), ownInvitations(keeper), earlierMessages, sessionLog, ownRemoval],
    channels: [liveChannel(keeper, parts.clock)],
    // Each of them locks the session's row.
    laneOf: ({ sessionId }: { readonly sessionId: SessionId }) => sessionId,
    recover: keeper.recover,
    start: keeper.start,
    stop: keeper.stop,
    tick: keeper.tick,
  };
}
