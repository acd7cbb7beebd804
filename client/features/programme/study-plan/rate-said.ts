import type { studyPlanOf } from '#shared/features/programme/study-plan/queries.ts';
import type { OutputOf } from '#shared/wire/contract.ts';
import type { words } from './words.ts';

type Plan = OutputOf<typeof studyPlanOf>['plan'];

/** "Deltid, en egen avtale". */
export function rateSaid(plan: Plan | undefined, t: (typeof words)['nb']): string {
  if (!plan) return '';
  const rate = t.rates[plan.rate];
  return plan.isOwnRate ? t.ownRate(rate) : rate;
}
