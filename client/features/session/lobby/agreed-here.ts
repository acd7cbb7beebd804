import { createContext, type JSX } from 'solid-js';
import type { SessionId } from '#shared/kernel/ids.ts';

/** What the group has agreed on, as another slice shows it to whoever waits: it is what they come in to. */
export const AgreedHere = createContext<(sessionId: SessionId) => JSX.Element>(() => undefined);
