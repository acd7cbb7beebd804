import { mayAskForRole } from '#shared/features/admin/people/policy.ts';
import * as queries from '#shared/features/admin/people/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { cohortsNamed } from '../../programme/public.ts';
import { isAloneSoFar, requestsFor } from '../standing/repository.ts';
import { peopleListed } from './repository.ts';

export const listPeople = answerQuery(
  queries.listPeople,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, subject, now, tx }) => {
    const mayAsk = mayAskForRole(subject, null, now);
    return {
      ...(await peopleListed(tx, input, now)),
      requests: mayAsk ? await requestsFor(tx, subject.personId) : [],
      givesAlone: mayAsk && (await isAloneSoFar(tx, subject.personId)),
      cohorts: await cohortsNamed(tx),
    };
  },
);
