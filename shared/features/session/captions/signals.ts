import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { signal } from '#shared/wire/contract.ts';
import { captionLine, captionText } from './model.ts';

const line = {
  sessionId: id<'session'>(),
  /** The breakout that one sits in; left out: with all. */
  breakoutId: z.optional(id<'breakout'>()),
  captionId: id<'caption'>(),
  text: captionText,
  done: z.boolean(),
};

/** What a captioner has written of a line so far: whole each time, so that a lost one is made up for by the next. */
export const writeCaption = signal({
  name: 'captions/write',
  action: 'captions/write',
  input: z.object({ ...line, speaker: z.nullable(id<'person'>()) }),
  heard: captionLine,
});

/** What somebody's own device has heard of their own microphone, likewise. Whose words they are is not theirs to say. */
export const speakCaption = signal({
  name: 'captions/speak',
  action: 'captions/speak',
  input: z.object(line),
  heard: captionLine,
});
