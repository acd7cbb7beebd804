import * as z from 'zod/mini';
import { id } from '#shared/kernel/ids.ts';
import { query } from '#shared/wire/contract.ts';
import { SPOKEN_TO_MAX } from '../session/breakout/model.ts';
import { mediaState, source } from './model.ts';

/**
 * Asks to be let into the seminar room with sound and picture; asked again after every drop. A query, not a
 * command: what it answers is a key that lives for two minutes, so it is never kept for a retry. `tab` is
 * chosen by the browser once for each tab: coming back with the same one takes the place of the lost line.
 */
export const joinSeminarRoom = query({
  name: 'seminar-room/join',
  action: 'seminar-room/enter',
  input: z.object({
    sessionId: id<'session'>(),
    tab: z.string().check(z.regex(/^[a-z0-9]{8,16}$/)),
  }),
  output: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('admitted'),
      /** For livekit-client, with our own origin as the server's address. Never kept, never logged. */
      token: z.string(),
      /** `personId:tab`, as the media server names this tab. */
      identity: z.string(),
      /** What may be sent just now; the media server tells of changes. */
      sources: z.array(source),
      /** The room is closed just now: what is sent and heard is encrypted with a key that the browser must hold. */
      closed: z.boolean(),
    }),
    /** Without a seat in the session nobody is seen or heard: `session/join` comes first. */
    z.object({ status: z.literal('not-joined') }),
    z.object({ status: z.literal('unavailable'), media: mediaState }),
  ]),
});

/**
 * Asks for a key to a room of one's own, in which nobody else is and nothing can be sent: whether a line to the media
 * server comes up from here is what the device check wants to know. The room is gone a moment after.
 */
export const checkMediaLine = query({
  name: 'seminar-room/check',
  action: 'seminar-room/check',
  input: z.object({}),
  output: z.discriminatedUnion('status', [
    z.object({ status: z.literal('admitted'), token: z.string() }),
    z.object({ status: z.literal('unavailable'), media: mediaState }),
    /** It has just been tried. */
    z.object({ status: z.literal('too-soon'), retryAfterMs: z.number() }),
  ]),
});

/**
 * Asks for lines on which a teacher's voice goes out into breakouts, and nothing comes back: whoever speaks so neither sees
 * nor hears them. A pass for each room, to be used within two minutes.
 */
export const speakToBreakouts = query({
  name: 'seminar-room/speak',
  action: 'breakout/steer',
  input: z.object({
    sessionId: id<'session'>(),
    tab: z.string().check(z.regex(/^[a-z0-9]{8,16}$/)),
    breakoutIds: z.array(id<'breakout'>()).check(z.minLength(1), z.maxLength(SPOKEN_TO_MAX)),
  }),
  output: z.discriminatedUnion('status', [
    z.object({
      status: z.literal('admitted'),
      lines: z.array(z.object({ breakoutId: id<'breakout'>(), token: z.string() })),
      closed: z.boolean(),
    }),
    z.object({ status: z.literal('not-joined') }),
    /** The session is not split, or one of these rooms is none of its. */
    z.object({ status: z.literal('not-split') }),
    z.object({ status: z.literal('unavailable'), media: mediaState }),
  ]),
});
