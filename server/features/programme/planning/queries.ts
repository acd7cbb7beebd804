import { mayPlanSession } from '#shared/features/programme/planning/policy.ts';
import * as contracts from '#shared/features/programme/planning/queries.ts';
import { hasBegun, laterOf } from '#shared/features/programme/planning/rules.ts';
import { answerQuery } from '../../../platform/handler.ts';
import { loadPlace, loadPlanned } from './handlers.ts';
import { changedPlan, foreseenAs, newPlan, seriesFrom } from './plans.ts';
import { everyPlace, teachersAt } from './repository.ts';

export const whereToPlan = answerQuery(
  contracts.whereToPlan,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ tx, subject, now }) => {
    const places = (await everyPlace(tx, subject, now)).filter((place) =>
      mayPlanSession(subject, place, now),
    );
    const cohorts = [...Map.groupBy(places, ({ cohortId }) => cohortId)].flatMap(
      ([cohortId, [first, ...rest]]) =>
        first
          ? [
              {
                ...{ cohortId, name: first.name, groups: first.groups },
                courses: [first, ...rest].map(({ courseId, code, title }) => {
                  return { courseId, code, title };
                }),
              },
            ]
          : [],
    );
    return { now, cohorts, teachers: cohorts.length > 0 ? await teachersAt(tx, now) : [] };
  },
);

export const foreseePlan = answerQuery(contracts.foreseePlan, loadPlace, async (call) =>
  foreseenAs(call, await newPlan(call, call.object, call.input)),
);

export const foreseeChange = answerQuery(contracts.foreseeChange, loadPlanned, async (call) =>
  foreseenAs(call, await changedPlan(call, call.object, call.input)),
);

export const plannedSession = answerQuery(contracts.plannedSession, loadPlanned, async (call) => {
  const { tx, now, object } = call;
  const { version, title, kind, room, courseCode, courseTitle, cohortName, groupName } = object;
  const { startsAt, endsAt, assigned, cancelled, cancelReason } = object;
  const series = await seriesFrom(call, object, { scope: 'following' });
  return {
    ...{ now, version, title, kind, room, courseCode, courseTitle, cohortName, groupName },
    ...{ startsAt, endsAt, cancelled, cancelReason },
    teachers: [...assigned],
    hasBegun: hasBegun(object, now),
    following: laterOf(object, series).length - 1,
    colleagues: await teachersAt(tx, now),
  };
});
