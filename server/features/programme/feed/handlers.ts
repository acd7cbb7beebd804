import * as commands from '#shared/features/programme/feed/commands.ts';
import { calendarAddress as contract } from '#shared/features/programme/feed/queries.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import type { Load } from '../../../platform/handler.ts';
import { answer, answerQuery, handle } from '../../../platform/handler.ts';
import { addressOf, dropAddress, saveAddress } from './repository.ts';

const loadOwn: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const makeCalendarAddress = handle(commands.makeCalendarAddress, loadOwn, async (call) => {
  const { tx, input, object, now } = call;
  const isKept = await saveAddress(tx, object.ownerId, input.tokenHash, now);
  return isKept ? answer({ madeAt: now }) : refuse('not-found');
});

export const endCalendarAddress = handle(
  commands.endCalendarAddress,
  loadOwn,
  async ({ tx, object }) => {
    await dropAddress(tx, object.ownerId);
    return answer({});
  },
);

export const calendarAddress = answerQuery(contract, loadOwn, async ({ tx, object }) => ({
  madeAt: await addressOf(tx, object.ownerId),
}));
