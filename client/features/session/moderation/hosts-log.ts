import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type { KeptOut, LogEntry } from '#shared/features/session/moderation/model.ts';
import { sessionLog } from '#shared/features/session/moderation/queries.ts';
import type { PersonId } from '#shared/kernel/ids.ts';
import { askOverHttp } from '../../../platform/http-query.ts';
import { refetchEvery } from '../../../platform/refetch-every.ts';
import type { Room } from '../session-room.ts';

/** What is in the log alone, such as another teacher's muting, comes in sight within this. */
const FRESH_MS = 10_000;

type Log = {
  /** The latest first, as far back as has been asked for. */
  entries: LogEntry[];
  keptOut: KeptOut[];
  status: 'loading' | 'ready' | 'failed';
  /** There are earlier ones that have not been asked for. */
  more: boolean;
};
export type HostsLog = ReturnType<typeof createHostsLog>;

/** What hosts have done in the session and who is kept out, kept fresh until Solid cleans up. */
export function createHostsLog(room: Pick<Room, 'sessionId'>, changes: Accessor<number>) {
  const { sessionId } = room;
  const [log, setLog] = createStore<Log>({
    ...{ entries: [], keptOut: [], status: 'loading', more: false },
  });
  const [fetchingEarlier, setFetchingEarlier] = createSignal(false);
  let over = false;
  onCleanup(() => {
    over = true;
  });

  async function refresh(): Promise<void> {
    const answer = await askOverHttp(sessionLog, { sessionId });
    if (over) return;
    if (!answer.ok) return setLog('status', log.status === 'ready' ? 'ready' : 'failed');
    const { entries, keptOut, more } = answer.value;
    const oldest = entries.at(-1)?.id;
    const at = log.entries.findIndex((entry) => entry.id === oldest);
    // More has happened since than one answer holds: what lies between is asked for again, from the top.
    const earlier = at < 0 ? [] : log.entries.slice(at + 1);
    setLog('entries', reconcile([...entries, ...earlier], { key: 'id' }));
    setLog('keptOut', reconcile([...keptOut], { key: 'personId' }));
    setLog({ status: 'ready', more: earlier.length > 0 ? log.more : more });
  }

  async function earlier(): Promise<void> {
    const before = log.entries.at(-1)?.id;
    if (!before || fetchingEarlier()) return;
    setFetchingEarlier(true);
    const answer = await askOverHttp(sessionLog, { sessionId, before });
    setFetchingEarlier(false);
    if (over || !answer.ok || log.entries.at(-1)?.id !== before) return;
    setLog('entries', (shown) => [...shown, ...answer.value.entries]);
    setLog('more', answer.value.more);
  }

  createEffect(on(changes, () => void refresh()));
  refetchEvery(FRESH_MS, { refetch: () => void refresh() });
  const keptOut = createMemo<ReadonlySet<PersonId>>(
    () => new Set(log.keptOut.map((one) => one.personId)),
  );
  return { log, keptOut, refresh, earlier, fetchingEarlier };
}
