import type { SessionId } from '#shared/kernel/ids.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Slice } from '../../platform/handler.ts';
import type { Log } from '../../platform/log.ts';
import type { Heard, UnitOfWork } from '../../platform/unit-of-work.ts';
import type { Database } from '../../storage/database.ts';
import type { PassingKeys } from '../../storage/passing-keys.ts';
import { beginFromLast, takeBeginningBack } from './afterwards/handlers.ts';
import { sessionAfterwards } from './afterwards/queries.ts';
import { editAgenda, stepAgenda } from './agenda/handlers.ts';
import { editableAgenda } from './agenda/queries.ts';
import {
  agendaBeginnings,
  deleteTemplate,
  fillAgenda,
  keepTemplate,
} from './agenda/template-handlers.ts';
import { makeBreakoutKeeper } from './breakout/breakout-keeper.ts';
import { breakoutActivity, breakoutHandlers } from './breakout/handlers.ts';
import { liveBreakout } from './breakout/live-channel.ts';
import { breakoutPlans, prepareBreakouts } from './breakout/plan-handlers.ts';
import type { BreakoutTexts } from './breakout/texts.ts';
import { makeCaptionMemory } from './captions/caption-memory.ts';
import { captionsNow } from './captions/queries.ts';
import { speakCaption, writeCaption } from './captions/signals.ts';
import { eraseDueChats } from './chat/erasing.ts';
import {
  deleteMessage,
  editMessage,
  hideMessage,
  postMessage,
  reactToMessage,
  restoreMessage,
  unhideMessage,
} from './chat/handlers.ts';
import { earlierMessages, exportChat, searchMessages } from './chat/queries.ts';
import { noteChatTakenOut } from './chat/taken-out.ts';
import { endSession, undoEnding } from './ending/handlers.ts';
import { hasSessionEnded } from './ending/heard.ts';
import { makeGuestLink, withdrawGuestLink } from './guest/handlers.ts';
import { guestLinks } from './guest/queries.ts';
import * as handQueue from './hand-queue/handlers.ts';
import { liveChannel } from './live-channel.ts';
import { admitFromLobby, declineFromLobby, sendToLobby, waitInLobby } from './lobby/handlers.ts';
import { liveLobby, liveLobbyPlace } from './lobby/live-channels.ts';
import { readmitParticipant, removeParticipant } from './moderation/handlers.ts';
import { ownRemoval, sessionLog } from './moderation/queries.ts';
import { writeNotes } from './notes/handlers.ts';
import { closeChat, lockSession } from './order/handlers.ts';
import { liveDoor } from './order/live-door.ts';
import { choosePauseChoice, endPause, startPause } from './pause/handlers.ts';
import { pauseChoices } from './pause/queries.ts';
import * as pauseForAll from './pause-for-all/handlers.ts';
import { ownReady } from './pause-for-all/queries.ts';
import * as poll from './poll/handlers.ts';
import { dropPreparedPoll, preparedPolls, preparePoll } from './poll/prepared-handlers.ts';
import { heldPolls, namedAnswers, ownAnswer } from './poll/queries.ts';
import * as quiz from './quiz/handlers.ts';
import { heldQuizzes, preparedQuizzes, quizQuestions, quizTotals } from './quiz/queries.ts';
import { askForSlower, showReaction } from './reaction/signals.ts';
import { choosePlace, joinSession, passLead } from './roster/handlers.ts';
import { ownInvitations, sessionDoor } from './roster/queries.ts';
import { makeSeatKeeper, type SeatKeeper } from './roster/seat-keeper.ts';
import * as round from './round/handlers.ts';
import { dropRoundTemplate, keepRoundTemplate, roundTemplates } from './round/template-handlers.ts';
import { closedIn } from './sealed/heard.ts';
import { tidySealed } from './sealed/tidying.ts';
import * as teamLine from './team-line/handlers.ts';
import { liveTeamDesk, liveTeamLine } from './team-line/live-channels.ts';
import { ownTeamLine, teamLinesOfSession } from './team-line/queries.ts';

export { visitorsOf, visitsOf } from './afterwards/visits.ts';
export { saveTemplate } from './agenda/templates.ts';
export { hasMoved } from './breakout/heard.ts';
export type { BreakoutTexts } from './breakout/texts.ts';
export { hasSessionEnded } from './ending/heard.ts';
export { forgetGuestLinks, forgottenGuests } from './guest/forgetting.ts';
export { serveGuestDoor } from './guest/http.ts';
export { noteAct } from './moderation/log.ts';
export { serveRosterPictures } from './names/picture-http.ts';
export { beforeNamed } from './names/told.ts';
export { loadSession } from './planned.ts';
export {
  lengthenPrepared,
  movePrepared,
  type PreparedSession,
  prepareSession,
  wasSatIn,
} from './prepared.ts';
export { hasTakenSeat } from './roster/heard.ts';
export {
  breakoutsOpenAmong,
  type Seated,
  seatedIn,
  sessionsOfBreakouts,
  sessionsSatIn,
} from './roster/seated.ts';
export { serveVoiceNotes } from './round/voice-notes/http.ts';

/** The live session, with the keeper of its seats: `recover` once before the first call, then `start`. */
export type SessionSlice = Slice &
  Pick<SeatKeeper, 'recover' | 'start' | 'stop' | 'tick'> & {
    /** What was committed: what is said in a session for the moment goes with it. */
    readonly heard: (heard: Heard) => void;
    /** Housekeeping: erases the chats whose time is up by the rule of their course. */
    readonly eraseDueChats: () => Promise<void>;
    /** Housekeeping: of closed polls and quizzes nothing lies on the disk that tells who answered when. */
    readonly tidySealed: (database: Database) => Promise<void>;
  };

export function createSessionSlice(parts: {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly log: Log;
  readonly texts: BreakoutTexts;
  readonly keys: PassingKeys;
}): SessionSlice {
  const { keys } = parts;
  const keeper = makeSeatKeeper(parts);
  const breakoutKeeper = makeBreakoutKeeper(parts);
  const keepers = [keeper, breakoutKeeper];
  const captions = makeCaptionMemory(parts.clock);
  return {
    name: 'session',
    commands: [
      joinSession(keeper),
      choosePlace,
      passLead,
      stepAgenda,
      editAgenda,
      fillAgenda,
      keepTemplate,
      deleteTemplate,
      writeNotes,
      beginFromLast,
      takeBeginningBack,
      postMessage,
      editMessage,
      deleteMessage,
      restoreMessage,
      reactToMessage,
      hideMessage,
      unhideMessage,
      noteChatTakenOut,
      teamLine.writeToTeam,
      teamLine.answerOnTeamLine,
      teamLine.readTeamLine,
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
      waitInLobby(keeper),
      admitFromLobby,
      declineFromLobby,
      sendToLobby,
      endSession(keeper),
      undoEnding,
      lockSession,
      closeChat,
      startPause,
      endPause,
      choosePauseChoice,
      pauseForAll.startPauseForAll,
      pauseForAll.lengthenPauseForAll,
      pauseForAll.endPauseForAll,
      pauseForAll.sayReady,
      round.startRound,
      keepRoundTemplate,
      dropRoundTemplate,
      round.giveOn,
      round.writeTurn,
      round.giveVoiceNote,
      round.moveTurnOn,
      round.setNextTurn,
      round.endRound,
      poll.openPoll(keys),
      poll.answerPoll(keys),
      poll.closePoll,
      poll.putPollAway,
      preparePoll,
      dropPreparedPoll,
      ...breakoutHandlers({ texts: parts.texts, keeper: breakoutKeeper }),
      prepareBreakouts,
      quiz.prepareQuiz,
      quiz.dropQuiz,
      quiz.openQuiz(keys),
      quiz.answerQuiz(keys),
      quiz.closeQuiz,
      makeGuestLink,
      withdrawGuestLink,
    ],
    queries: [
      sessionDoor(keeper),
      ownInvitations(keeper),
      editableAgenda,
      agendaBeginnings,
      earlierMessages,
      searchMessages,
      exportChat,
      ownTeamLine,
      teamLinesOfSession,
      sessionLog,
      sessionAfterwards,
      ownRemoval,
      pauseChoices,
      ownReady,
      ownAnswer(keys),
      namedAnswers,
      heldPolls,
      preparedPolls,
      breakoutPlans,
      breakoutActivity(parts.texts),
      quizQuestions,
      heldQuizzes,
      quizTotals,
      preparedQuizzes,
      roundTemplates,
      guestLinks,
      captionsNow(captions),
    ],
    channels: [
      liveChannel(keeper, parts.clock),
      liveTeamLine,
      liveTeamDesk,
      liveDoor,
      liveLobbyPlace(keeper),
      liveLobby,
      liveBreakout,
    ],
    signals: [showReaction, askForSlower, writeCaption(captions), speakCaption(captions)],
    // Each of them locks the session's row.
    laneOf: ({ sessionId }: { readonly sessionId: SessionId }) => sessionId,
    recover: async () => {
      for (const each of keepers) await each.recover();
    },
    start: () => {
      for (const each of keepers) each.start();
    },
    stop: () => {
      for (const each of keepers) each.stop();
    },
    tick: async () => {
      for (const each of keepers) await each.tick();
    },
    heard(heard) {
      if (hasSessionEnded(heard)) captions.forget(heard.id as SessionId);
      // One that cannot be destroyed now is at the next housekeeping.
      for (const id of closedIn(heard))
        keys.destroy(id).catch((e) => process.stderr.write(String(e.stack)));
    },
    eraseDueChats: () => eraseDueChats(parts),
    tidySealed: (database) => tidySealed({ ...parts, database }),
  };
}
