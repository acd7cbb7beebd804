import { page, type Screen } from './screen.ts';
import { assignmentScreens } from './slices/assignment.ts';
import { attendanceScreens } from './slices/attendance.ts';
import { calendarScreens } from './slices/calendar.ts';
import { documentScreens } from './slices/document.ts';
import { identityScreens } from './slices/identity.ts';
import { lobbyScreens } from './slices/lobby.ts';
import { orderScreens } from './slices/order.ts';
import { peopleScreens } from './slices/people.ts';
import { roomScreens } from './slices/room.ts';
import { sessionScreens } from './slices/session.ts';

/** Every screen of this version. */
export const SCREENS: readonly Screen[] = [
  ...identityScreens,
  ...sessionScreens,
  ...calendarScreens,
  ...lobbyScreens,
  ...roomScreens,
  ...orderScreens,
  ...documentScreens,
  ...assignmentScreens,
  ...peopleScreens,
  ...attendanceScreens,
  { name: 'unknown page', targetPx: 24, open: page(() => '/finnes-ikke', /Her er det ingen side/) },
];
