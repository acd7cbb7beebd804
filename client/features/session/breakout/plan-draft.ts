import { createSignal } from 'solid-js';
import type { PersonId, SessionId } from '#shared/kernel/ids.ts';
import { type PlanDraft, planDraft } from './plan.ts';

/** What a teacher has begun to plan for a session: in this tab alone, over a reload, until it is used. */
export function createPlanDraft(sessionId: SessionId, me: PersonId) {
  const name = `mellom.breakouts ${sessionId} ${me}`;
  const [kept, setKept] = createSignal(read(name));
  return {
    kept,
    keep(draft: PlanDraft): void {
      setKept(draft);
      write(name, draft);
    },
    forget(): void {
      setKept(undefined);
      write(name, undefined);
    },
  };
}

function read(name: string): PlanDraft | undefined {
  try {
    const read = planDraft.safeParse(JSON.parse(sessionStorage.getItem(name) ?? 'null'));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

function write(name: string, draft: PlanDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(name, JSON.stringify(draft));
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is closed in some private windows. The draft then lasts as long as the page.
  }
}
