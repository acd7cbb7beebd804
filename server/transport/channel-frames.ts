import type { FactBatch } from '#shared/wire/socket-events.ts';
import type { ChannelHandler } from '../platform/handler.ts';
import type { Heard } from '../platform/unit-of-work.ts';

/** Revisions as an audience may hear them: every one of them, some without a fact. */
export function batchesFor(
  handler: ChannelHandler,
  heard: readonly Heard[],
  audience: string,
): FactBatch[] {
  return heard.map(({ revision, facts }) => ({
    revision,
    facts: heardBy(handler, facts, audience),
  }));
}

/** Whether a revision takes back what earlier ones said. */
export function retells(handler: ChannelHandler, { facts }: Heard): boolean {
  return facts.some((fact) => handler.retells?.(fact as never) ?? false);
}

function heardBy(handler: ChannelHandler, facts: readonly unknown[], audience: string): unknown[] {
  return facts
    .map((fact) => handler.hear(fact as never, audience) as unknown)
    .filter((fact) => fact !== null);
}
