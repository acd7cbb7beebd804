/** The programme slice's face. */
export { HomePage } from './HomePage.tsx';
export { askHomeAhead, mayHaveCalendar } from './own-calendar.ts';
