import { RequirementsPage, SheetPage } from '../features/attendance/public.ts';
import { ForMe } from './ForMe.tsx';

export { AttendancePage } from '../features/attendance/public.ts';

/** `/oppmote/kull/:cohortId` */
export function AttendanceSheetRoute() {
  return <ForMe>{(me) => <SheetPage me={me} />}</ForMe>;
}

/** `/oppmote/krav` */
export function RequirementsRoute() {
  return <ForMe>{(me) => <RequirementsPage me={me} />}</ForMe>;
}
