import { paperChannel } from '#shared/features/assignment/channel.ts';
import type { PaperStanding } from '#shared/features/assignment/submission/model.ts';
import type { PaperId } from '#shared/kernel/ids.ts';
import type { ChannelHandler } from '../../platform/handler.ts';
import { stateOf } from './paper-states.ts';
import { loadPaper } from './standing.ts';

/** Everybody who answers together hears the same. */
export const livePaper: ChannelHandler<typeof paperChannel, PaperStanding> = {
  contract: paperChannel,
  load: (ask) => loadPaper({ ...ask, input: { paperId: ask.input as PaperId } }),
  admits: async () => true,
  audienceOf: () => 'members',
  hear: (fact) => fact,
  snapshot: (tx, { paperId }) => stateOf(tx, paperId),
};
