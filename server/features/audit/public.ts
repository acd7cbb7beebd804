import type { Slice } from '../../platform/handler.ts';
import { takeOutLog } from './handlers.ts';
import { auditChain, auditLog, ownAuditLog } from './queries.ts';

export { letGoOfOldLines } from './let-go.ts';

/** The log of who did what to whose, read. Written by whoever does it (platform/audit.ts). */
export const auditSlice: Slice = {
  name: 'audit',
  commands: [takeOutLog],
  queries: [auditLog, ownAuditLog, auditChain],
  channels: [],
};
