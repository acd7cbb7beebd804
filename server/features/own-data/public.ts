import type { Slice } from '../../platform/handler.ts';
import * as erasure from './erasure/handlers.ts';

export { serveOwnErasure } from './erasure/http.ts';
export { runErasures } from './erasure/run.ts';
export { serveOwnData } from './export/http.ts';
export { serveSchoolContact } from './school-contact-http.ts';

/** What is held about oneself, handed over and erased. */
export const ownDataSlice: Slice = {
  name: 'own-data',
  commands: [erasure.runErasure],
  queries: [erasure.ownErasureWish, erasure.erasuresToRun],
  channels: [],
};
