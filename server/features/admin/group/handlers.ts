import * as commands from '#shared/features/admin/group/commands.ts';
import { GROUPS_MAX, type GroupStanding } from '#shared/features/admin/group/model.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { CohortId, GroupId } from '#shared/kernel/ids.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { answer, handle, type Load } from '../../../platform/handler.ts';
import type { Tx } from '../../../storage/database.ts';
import * as programme from '../../programme/public.ts';
import { isSameName, lockCohorts } from '../cohort/names.ts';
import { cohortStanding, enrolledIn, groupStanding, groupsOf } from '../cohort/repository.ts';
import { lockStandings } from '../standing/repository.ts';

/** Nobody's group changes while it is decided about. */
const loadGroup: Load<{ readonly groupId: GroupId }, GroupStanding> = async (ask) => {
  await lockStandings(ask.tx);
  return ask.subject && groupStanding(ask.tx, ask.subject, ask.input.groupId);
};

async function isNameTaken(
  tx: Tx,
  { cohortId, name, but }: { cohortId: CohortId; name: string; but: GroupId | null },
): Promise<boolean> {
  return (await groupsOf(tx, cohortId)).some(
    (one) => one.groupId !== but && isSameName(one.name, name),
  );
}

export const createGroup = handle(
  commands.createGroup,
  async ({ tx, subject, input, now }) =>
    subject && cohortStanding(tx, subject, input.cohortId, now),
  async ({ tx, object: { cohortId }, input: { name } }) => {
    await lockCohorts(tx);
    if (await isNameTaken(tx, { cohortId, name, but: null })) return refuse('name-taken');
    if ((await groupsOf(tx, cohortId)).length >= GROUPS_MAX) return refuse('too-many');
    return answer({ groupId: await programme.createGroup(tx, cohortId, name) });
  },
);

export const renameGroup = handle(commands.renameGroup, loadGroup, async (call) => {
  const { tx, object: group, input } = call;
  await lockCohorts(tx);
  if (group.archived) return refuse('archived');
  const { cohortId, groupId: but } = group;
  if (await isNameTaken(tx, { cohortId, name: input.name, but })) return refuse('name-taken');
  await programme.renameGroup(tx, group.groupId, input.name);
  return answer({});
});

export const placeInGroup = handle(commands.placeInGroup, loadGroup, async (call) => {
  const { tx, object: group, input, subject, now } = call;
  const { personId } = input;
  const { groupId, cohortId } = group;
  if (group.archived) return refuse('archived');
  const theirs = await enrolledIn(tx, personId, now);
  if (!theirs.some((one) => one.cohortId === cohortId)) return refuse('not-in-cohort');
  const isNew = await programme.moveToGroup(tx, personId, { groupId, cohortId }, now);
  const { personId: by } = subject;
  if (isNew)
    await writeAudit(tx, { at: now, by, of: personId, action: 'placed-in-group', object: groupId });
  return answer({});
});

export const takeOutOfGroup = handle(commands.takeOutOfGroup, loadGroup, async (call) => {
  const { tx, object: group, input, subject, now } = call;
  const { personId: of } = input;
  const { groupId: object } = group;
  const { personId: by } = subject;
  if (await programme.leaveGroup(tx, of, object, now))
    await writeAudit(tx, { at: now, by, of, action: 'taken-out-of-group', object });
  return answer({});
});

export const archiveGroup = handle(commands.archiveGroup, loadGroup, async (call) => {
  const { tx, object: group, input, now } = call;
  if (group.archived !== input.archived)
    await programme.archiveGroup(tx, group.groupId, input.archived ? now : null);
  return answer({});
});
