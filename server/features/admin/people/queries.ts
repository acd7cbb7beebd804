import * as queries from '#shared/features/admin/people/queries.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { cohortsNamed } from '../../programme/public.ts';
import { peopleListed } from './repository.ts';

export const listPeople = answerQuery(
  queries.listPeople,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, now, tx }) => ({
    ...(await peopleListed(tx, input, now)),
    cohorts: await cohortsNamed(tx),
  }),
);
