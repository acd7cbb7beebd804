import * as queries from '#shared/features/session/captions/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { breakoutSatIn } from '../breakout/repository.ts';
import { isOver, loadSession } from '../planned.ts';
import { holdsSeat } from '../roster/repository.ts';
import type { CaptionMemory } from './caption-memory.ts';

/** Nothing for whoever does not sit there: nobody reads along unseen. */
export const captionsNow = (memory: CaptionMemory) =>
  answerQuery(queries.captionsNow, loadSession, async ({ object, subject, tx, now }) => {
    const { sessionId } = object;
    const sits = !isOver(object, now) && (await holdsSeat(tx, sessionId, subject.personId, now));
    const breakoutId = sits ? await breakoutSatIn(tx, sessionId, subject.personId) : null;
    return { lines: sits ? memory.now(breakoutId ?? sessionId) : [] };
  });
