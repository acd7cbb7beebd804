import * as Y from 'yjs';

/** What was changed in a document here and is not known to be stored. */
export function makeUnsentChanges() {
  /** Changes that no message of this line carries. */
  let waiting: Uint8Array | undefined;
  /** Changes on their way, by the number of their message on this line. */
  const onTheWay = new Map<number, Uint8Array>();
  /** Those of them that are settled by not being stored. */
  const refused = new Set<number>();

  const all = (): Uint8Array[] => [...(waiting ? [waiting] : []), ...onTheWay.values()];

  return {
    all,
    isAnyOnTheWay: (): boolean => onTheWay.size > 0,
    /** Of an earlier visit, as it lay on the device. */
    begin(before: Uint8Array | null): void {
      waiting = before ?? undefined;
    },
    wait(update: Uint8Array): void {
      waiting = waiting ? Y.mergeUpdates([waiting, update]) : update;
    },
    takeWaiting(): Uint8Array | undefined {
      const taken = waiting;
      waiting = undefined;
      return taken;
    },
    sent(nth: number, update: Uint8Array): void {
      onTheWay.set(nth, update);
    },
    refused(nth: number): void {
      refused.add(nth);
    },
    /** So many are settled: what was not refused is stored. */
    settled(count: number): void {
      for (const nth of onTheWay.keys())
        if (nth <= count && !refused.has(nth)) onTheWay.delete(nth);
    },
    /** Whatever was on its way may have got lost with the line. */
    lineLost(): void {
      const unsaved = all();
      waiting = unsaved.length === 0 ? undefined : Y.mergeUpdates(unsaved);
      onTheWay.clear();
      refused.clear();
    },
  };
}
