import type { Media } from '../features/seminar-room/public.ts';

/** No media server, as on a machine without one: sessions live, and rooms have neither sound nor picture. */
export const absentMedia: Media = {
  state: () => ({ status: 'absent', why: 'not-set-up' }),
  endpoint: () => null,
  whenChanged: () => undefined,
};
