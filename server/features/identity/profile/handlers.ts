import * as commands from '#shared/features/identity/profile/commands.ts';
import * as queries from '#shared/features/identity/profile/queries.ts';
import * as rules from '#shared/features/identity/profile/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import {
  answer,
  answerQuery,
  type CommandHandler,
  handle,
  type Publish,
} from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import { forgetPicture, keepProfile, namesOfOthers, profileOf } from './repository.ts';

/** Called before somebody is shown otherwise; what it answers with tells those who see them, once it is so. */
export type BeforeShown = (
  tx: Tx,
  personId: PersonId,
  now: Instant,
) => Promise<(publish: Publish) => Promise<void>>;

export function saveProfile(
  beforeShown: BeforeShown,
): CommandHandler<typeof commands.saveProfile, { readonly ownerId: PersonId }> {
  return handle(commands.saveProfile, own, async ({ input, object, tx, now, publish }) => {
    const { ownerId } = object;
    const decision = rules.saveProfile(input, await namesOfOthers(tx, ownerId));
    if (!decision.ok) return decision;

    const [profile] = decision.facts;
    if (!profile) throw new Error('a saved profile has nothing in it');
    const tell = await beforeShown(tx, ownerId, now);
    await keepProfile(tx, ownerId, profile);
    await tell(publish);
    return answer(profile);
  });
}

export function removePicture(
  beforeShown: BeforeShown,
): CommandHandler<typeof commands.removePicture, { readonly ownerId: PersonId }> {
  return handle(commands.removePicture, own, async ({ object, tx, now, publish }) => {
    const tell = await beforeShown(tx, object.ownerId, now);
    await forgetPicture(tx, object.ownerId);
    await tell(publish);
    return answer({});
  });
}

export const ownProfile = answerQuery(queries.ownProfile, own, ({ object, tx }) =>
  profileOf(tx, object.ownerId),
);

async function own({ subject }: { readonly subject: { readonly personId: PersonId } }) {
  return { ownerId: subject.personId };
}
