/** The session slice's face: what a live session is to those who add to its screen. */

export { BarButton } from './BarButton.tsx';
export { words as endingWords } from './ending/words.ts';
export type { RoomProps as SessionFace } from './room-props.ts';
export type { News, PanelLink, SeminarParts } from './seminar-parts.ts';
