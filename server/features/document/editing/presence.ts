import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { PersonId } from '#shared/kernel/ids.ts';
import { readPresenceState } from '#shared/wire/presence-state.ts';

/** A browser has one; a stock client that comes back may bring the one of before. */
const CLIENTS_PER_LINE = 4;
/** Of all clients in one message. Who answers for others tells of more than its own, and is not listened to. */
const CLIENTS_PER_MESSAGE = 256;
const STATE_CHARACTERS_MAX = 4_096;
const GONE_KEPT = 1_000;

/** Whoever shows that they are there: stamped beside the little that their client may say of itself. */
export type Shown = { readonly personId: PersonId; readonly name: string; readonly hue: number };

type State = {
  /** The clock that the client itself has said last. */
  readonly said: number;
  /** What others hear beyond it: they remember at which clock it went, and whoever comes back must be newer. */
  readonly ahead: number;
  readonly json: string;
  readonly line: object;
};

/**
 * Who is in a document and where, as y-protocols' awareness has it. The server says who somebody is, and whose line a client number
 * is: nobody can speak as another, or for another. Kept in memory alone.
 */
export function makePresence() {
  const states = new Map<number, State>();
  const gone = new Map<number, number>();
  const changed = new Map<number, object>();

  /** @returns false for what cannot be read */
  function take(
    line: object,
    shown: Shown,
    bytes: Uint8Array,
    isOthers: (client: number, personId: PersonId) => boolean = () => false,
  ): boolean {
    try {
      const decoder = decoding.createDecoder(bytes);
      const count = decoding.readVarUint(decoder);
      if (count > CLIENTS_PER_MESSAGE) return false;
      for (let nth = 0; nth < count; nth++) {
        const client = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const json = decoding.readVarString(decoder);
        if (!isOthers(client, shown.personId)) takeOne(line, shown, { client, clock, json });
      }
      return !decoding.hasContent(decoder);
    } catch {
      return false;
    }
  }

  function takeOne(
    line: object,
    shown: Shown,
    said: { readonly client: number; readonly clock: number; readonly json: string },
  ): void {
    const { client, json } = said;
    const before = states.get(client);
    if (before && before.line !== line) return;
    if (!before && clientsOf(line).length >= CLIENTS_PER_LINE) return;
    if (json.length > STATE_CHARACTERS_MAX) return;
    if (before && said.clock <= before.said) return;
    const state: unknown = JSON.parse(json);
    if (state === null) leave(client);
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return;
    const ahead = before?.ahead ?? Math.max(0, (gone.get(client) ?? -1) + 1 - said.clock);
    gone.delete(client);
    const stamped = JSON.stringify({ ...readPresenceState(state), user: shown });
    states.set(client, { said: said.clock, ahead, json: stamped, line });
    changed.set(client, line);
  }

  function leave(client: number): void {
    const before = states.get(client);
    if (!before) return;
    states.delete(client);
    gone.set(client, before.said + before.ahead);
    for (const oldest of gone.keys()) {
      if (gone.size <= GONE_KEPT) break;
      gone.delete(oldest);
    }
    changed.set(client, before.line);
  }

  function clientsOf(line: object): number[] {
    return [...states].filter(([, state]) => state.line === line).map(([client]) => client);
  }

  function encode(clients: Iterable<number>): Uint8Array {
    const all = [...clients];
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, all.length);
      for (const client of all) {
        const state = states.get(client);
        encoding.writeVarUint(encoder, client);
        const clock = state ? state.said + state.ahead : (gone.get(client) ?? 0);
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarString(encoder, state?.json ?? 'null');
      }
    });
  }

  return {
    take,
    /** The line has ended, or may no longer show itself. */
    leaveAll(line: object): void {
      for (const client of clientsOf(line)) leave(client);
    },
    /** What has changed since the last time, and whose it all is when it is one line's; null for nothing. */
    takeChanges(): { readonly bytes: Uint8Array; readonly onlyOf: object | null } | null {
      if (changed.size === 0) return null;
      const bytes = encode(changed.keys());
      const lines = new Set(changed.values());
      changed.clear();
      const [first = null] = lines;
      return { bytes, onlyOf: lines.size === 1 ? first : null };
    },
    /** Everybody; null when there is nobody. */
    all: (): Uint8Array | null => (states.size === 0 ? null : encode(states.keys())),
    size: () => states.size,
  };
}
