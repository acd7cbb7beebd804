import { useParams } from '@solidjs/router';
import type { CohortId } from '#shared/kernel/ids.ts';
import { CohortPage } from '../features/admin/cohort/CohortPage.tsx';
import { InviteListPage } from '../features/admin/list/InviteListPage.tsx';
import { PeoplePage } from '../features/admin/people/PeoplePage.tsx';
import { SchoolPage } from '../features/admin/school/SchoolPage.tsx';
import { ErasuresToRun } from '../features/own-data/erasure/ErasuresToRun.tsx';
import { ForMe } from './ForMe.tsx';

/** `/folk` */
export function People() {
  return <ForMe>{(me) => <PeoplePage me={me} alsoWaits={<ErasuresToRun />} />}</ForMe>;
}

/** `/folk/fra-fil` */
export function InviteList() {
  return <ForMe>{(me) => <InviteListPage me={me} />}</ForMe>;
}

/** `/skolen` */
export function School() {
  return <ForMe>{(me) => <SchoolPage me={me} />}</ForMe>;
}

/** `/folk/kull/:cohortId` */
export function Cohort() {
  const params = useParams<{ cohortId: CohortId }>();
  return <ForMe>{(me) => <CohortPage me={me} cohortId={params.cohortId} />}</ForMe>;
}
