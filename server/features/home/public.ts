import type { Slice } from '../../platform/handler.ts';
import { waiting } from './waiting.ts';

/** Nå beyond the calendar: what waits for somebody, gathered from every slice that has something. */
export const homeSlice: Slice = {
  name: 'home',
  commands: [],
  queries: [waiting],
  channels: [],
};
