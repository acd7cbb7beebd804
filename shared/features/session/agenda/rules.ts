import { accept, type Decision, refuse } from '#shared/kernel/decision.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { AgendaItemId, PersonId } from '#shared/kernel/ids.ts';
import type { AgendaFact } from './facts.ts';
import type { Agenda } from './model.ts';

/** Makes another item the current one. `from` is what the screen showed, so that two presses make one step. */
export function stepAgenda(
  agenda: Agenda,
  step: { readonly from: AgendaItemId | null; readonly to: AgendaItemId },
  by: PersonId,
  at: Instant,
): Decision<AgendaFact, 'unknown-item' | 'already-stepped'> {
  if (!agenda.items.some((item) => item.id === step.to)) return refuse('unknown-item');
  if (agenda.currentId !== step.from) return refuse('already-stepped');
  if (agenda.currentId === step.to) return accept();
  return accept({ type: 'agenda-stepped', to: step.to, by, at });
}

/** Carries the agenda one fact forward. */
export function evolveAgenda(agenda: Agenda, fact: AgendaFact): Agenda {
  return { ...agenda, currentId: fact.to, since: fact.at };
}
