import { createSignal } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';

/** Which session one stands in, or reads about, when one opens the sheet. */
export type AboutSession = { readonly sessionId: SessionId; readonly title: string };

/** What lies over the page: whom to call, what one wants to report, or what was agreed on. One for the whole page, so that every corner opens the same. */
export type CareSheetView = {
  readonly view: 'card' | 'concern' | 'agreement';
  readonly session?: AboutSession | undefined;
};

const [shown, setShown] = createSignal<CareSheetView>();
export const careSheet = shown;
export const showCareSheet = (view: CareSheetView | undefined): void => void setShown(view);
