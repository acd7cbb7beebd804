import { takeOutSheet as contract } from '#shared/features/attendance/sheet/commands.ts';
import { refuse } from '#shared/kernel/decision.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { answer, handle } from '../../../platform/handler.ts';
import { readSheet } from './read-sheet.ts';
import { noteTakenOut } from './taken-out.ts';

export const takeOutSheet = handle(
  contract,
  async ({ subject }) => ({ ownerId: subject.personId }),
  async ({ input, subject, now, tx }) => {
    const { scope, form } = input;
    const sheet = await readSheet({ tx, subject, now }, scope);
    if (!sheet) return refuse('nothing-to-take-out');
    await noteTakenOut(tx, scope, { form, by: subject.personId, at: now });
    const entry = { at: now, by: subject.personId, of: null } as const;
    await writeAudit(tx, { ...entry, action: 'attendance-taken-out', object: scope.cohortId });
    return answer({ sheet });
  },
);
