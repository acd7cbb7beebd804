/** The seminar room's face: what it adds to a session's screen. */
export { createSeminarParts } from './seminar-parts.tsx';
