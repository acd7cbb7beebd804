import { firstHour as contract } from '#shared/features/admin/first-hour/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { schoolCard } from '../../programme/public.ts';
import { soFarOf } from './repository.ts';

export const firstHour = answerQuery(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, now }) => {
    const { kind, contact } = await schoolCard(tx);
    if (kind === 'demo') return { soFar: null };
    return { soFar: { hasContact: contact !== '', ...(await soFarOf(tx, now)) } };
  },
);
