import { channel } from '#shared/wire/contract.ts';
import { paperFact } from './submission/facts.ts';
import { paperState } from './submission/model.ts';
import { evolve } from './submission/rules.ts';

/** How far those have come who answer together; its id is the paper's. */
export const paperChannel = channel({
  name: 'paper',
  action: 'submission/write',
  evolve,
  state: paperState,
  fact: paperFact,
});
