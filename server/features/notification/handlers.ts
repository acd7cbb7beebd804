import * as commands from '#shared/features/notification/commands.ts';
import { NOTICES_PAGE } from '#shared/features/notification/model.ts';
import * as queries from '#shared/features/notification/queries.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { MINUTE_MS } from '#shared/kernel/duration.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, answerQuery, handle } from '../../platform/handler.ts';
import { leaveLetter, mailboxOf } from '../identity/public.ts';
import { choicesOf, keepChoices, keepQuietHours, keepTried, settingOf } from './choices.ts';
import { devicesOf, removeDevice } from './push/devices.ts';
import { tryLetter } from './try-letter.ts';

/** So that nobody fills their own mailbox. */
const TRIES_APART_MS = 5 * MINUTE_MS;

export const ownNotices = answerQuery(queries.ownNotices, own, async ({ tx, object }) => ({
  choices: await choicesOf(tx, object.ownerId),
  quiet: (await settingOf(tx, object.ownerId)).quiet,
  devices: await devicesOf(tx, object.ownerId),
  hasMailbox: await mailboxOf(tx, object.ownerId),
}));

export const chooseNotice = handle(commands.chooseNotice, own, async ({ tx, object, input }) => {
  await keepChoices(tx, object.ownerId, [input.kind], input);
  return answer({});
});

export const setQuietHours = handle(commands.setQuietHours, own, async ({ tx, object, input }) => {
  const { quiet } = input;
  if (quiet?.from === quiet?.until && quiet !== null) return refuse('no-time-between');
  await keepQuietHours(tx, object.ownerId, quiet);
  return answer({});
});

export const tryNotice = handle(commands.tryNotice, own, async ({ tx, object, now }) => {
  const { ownerId } = object;
  if (!(await mailboxOf(tx, ownerId))) return refuse('no-mailbox');
  const { quiet, triedAt } = await settingOf(tx, ownerId);
  if (triedAt !== null && now - triedAt < TRIES_APART_MS) return refuse('just-tried');
  await keepTried(tx, ownerId, quiet, now);
  await leaveLetter(tx, ownerId, { write: tryLetter, path: NOTICES_PAGE, at: now });
  return answer({});
});

export const removePushDevice = handle(
  commands.removePushDevice,
  own,
  async ({ tx, object, input }) => {
    const isOwn = await removeDevice(tx, object.ownerId, input.deviceId);
    return isOwn ? answer({}) : refuse('not-found');
  },
);

async function own({ subject }: { readonly subject: { readonly personId: PersonId } }) {
  return { ownerId: subject.personId };
}
