import * as commands from '#shared/features/admin/school/commands.ts';
import { aboutSchool as contract } from '#shared/features/admin/school/queries.ts';
import { isAddress, tidyAddress } from '#shared/features/admin/welcome/rules.ts';
import { refuse } from '#shared/kernel/decision.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { answer, answerQuery, handle, type Load } from '../../../platform/handler.ts';
import { saveSchoolCard, schoolCard } from '../../programme/public.ts';

const loadOwn: Load<unknown, { readonly ownerId: PersonId }> = async ({ subject }) => ({
  ownerId: subject.personId,
});

export const saveSchool = handle(commands.saveSchool, loadOwn, async ({ tx, input }) => {
  const contact = tidyAddress(input.contact);
  if (!isAddress(contact)) return refuse('bad-address');
  await saveSchoolCard(tx, { name: input.name, contact });
  return answer({});
});

export const aboutSchool = answerQuery(contract, loadOwn, async ({ tx }) => {
  const { name, contact } = await schoolCard(tx);
  return { name, contact };
});
