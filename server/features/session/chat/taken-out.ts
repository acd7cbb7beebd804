import { noteChatTakenOut as contract } from '#shared/features/session/chat/commands.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { loadOnceSeated } from './queries.ts';

export const noteChatTakenOut = handle(
  contract,
  loadOnceSeated,
  async ({ tx, object, subject, now }) => {
    const entry = { at: now, by: subject.personId, of: null } as const;
    await writeAudit(tx, { ...entry, action: 'chat-taken-out', object: object.sessionId });
    return answer({});
  },
);
