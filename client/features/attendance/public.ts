/** The attendance slice's face: its pages, and what it adds to the page of a session that is over. */

export { AttendancePage } from './AttendancePage.tsx';
export { OwnTime } from './presence/OwnTime.tsx';
export { WhoWasThere } from './presence/WhoWasThere.tsx';
export { RequirementsPage } from './requirement/RequirementsPage.tsx';
export { createRequired } from './requirement/required.ts';
export { SheetPage } from './sheet/SheetPage.tsx';
