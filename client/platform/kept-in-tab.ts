import type * as z from 'zod/mini';

/** What lies in this tab alone, over a reload, under a name. What is not of the shape is as good as not there. */
export function keptInTab<Value>(name: string, shape: z.ZodMiniType<Value>) {
  return {
    read(): Value | undefined {
      try {
        const kept = shape.safeParse(JSON.parse(sessionStorage.getItem(name) ?? 'null'));
        return kept.success ? kept.data : undefined;
      } catch {
        // Closed, or not ours.
        return undefined;
      }
    },
    write(value: Value | undefined): void {
      try {
        if (value === undefined) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, JSON.stringify(value));
      } catch {
        // Storage is closed in some private windows. It then lasts as long as the page.
      }
    },
  };
}
