/** The session slice's face: what a live session is to those who add to its screen. */

export { BarButton } from './BarButton.tsx';
export { words as captionWords } from './captions/words.ts';
export { words as endingWords } from './ending/words.ts';
export { words as lobbyWords } from './lobby/words.ts';
export { words as orderWords } from './order/words.ts';
export { stepAway } from './pause/step-away.ts';
export { words as pauseWords } from './pause/words.ts';
export { USUAL_MINUTES } from './pause-for-all/pause-for-all-store.ts';
export { words as pauseForAllWords } from './pause-for-all/words.ts';
export { words as reactionWords } from './reaction/words.ts';
export type { RoomProps as SessionFace } from './room-props.ts';
export type { News, PanelLink, SeminarParts } from './seminar-parts.ts';
export { words as toYouWords } from './to-you/words.ts';
