import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { signal } from '#shared/wire/contract.ts';
import { reaction } from './model.ts';

/** Claps, or agrees: seen by all for a moment, and kept by nobody. */
export const react = signal({
  name: 'reaction/show',
  action: 'reaction/send',
  input: z.object({ sessionId: id<'session'>(), reaction }),
  heard: z.object({ by: id<'person'>(), reaction }),
});

/** "Slower, please": the teachers hear that somebody asks for it, and nobody who. */
export const askForSlower = signal({
  name: 'reaction/slower',
  action: 'reaction/send',
  input: z.object({ sessionId: id<'session'>() }),
  heard: z.object({}),
});
