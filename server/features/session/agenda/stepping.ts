import type { AgendaFact } from '#shared/features/session/agenda/facts.ts';
import type { Agenda, AgendaItem } from '#shared/features/session/agenda/model.ts';
import * as rules from '#shared/features/session/agenda/rules.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { Tx } from '../../../storage/database.ts';
import { keepStep } from '../afterwards/steps.ts';
import { saveCurrentItem } from './repository.ts';

/** Stores that the agenda went on, and keeps it for afterwards. @returns the item it has come to */
export async function saveStep(
  tx: Tx,
  sessionId: SessionId,
  before: Agenda,
  facts: readonly AgendaFact[],
  at: Instant,
): Promise<AgendaItem | undefined> {
  if (facts.length === 0) return undefined;
  const agenda = facts.reduce(rules.evolveAgenda, before);
  await saveCurrentItem(tx, sessionId, agenda);
  const item = agenda.items.find(({ id }) => id === agenda.currentId);
  if (item) await keepStep(tx, sessionId, item, at);
  return item;
}
