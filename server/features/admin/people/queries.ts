import { mayAskForRole } from '#shared/features/admin/people/policy.ts';
import * as queries from '#shared/features/admin/people/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { cohortsNamed } from '../../programme/public.ts';
import { requestsFor } from '../standing/repository.ts';
import { peopleListed } from './repository.ts';

export const listPeople = answerQuery(
  queries.listPeople,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, subject, now, tx }) => ({
    ...(await peopleListed(tx, input, now)),
    requests: mayAskForRole(subject, null, now) ? await requestsFor(tx, subject.personId) : [],
    cohorts: await cohortsNamed(tx),
  }),
);
