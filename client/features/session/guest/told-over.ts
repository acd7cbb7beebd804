import { keep, kept } from '../../../platform/kept.ts';

const isYes = (value: unknown): value is 'yes' => value === 'yes';

/** Whether the room itself has told this guest that it is over: loaded anew, the page still knows why. */
export const wasToldOver = (): boolean => kept('guest-told-over', isYes) !== undefined;
export const rememberTold = (): void => keep('guest-told-over', 'yes');
/** In by a link again: what was over is another. */
export const forgetTold = (): void => keep('guest-told-over', undefined);
