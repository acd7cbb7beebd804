import { TEXT_FIELD } from './document-line.ts';

/** One stretch of what one Yjs client wrote. */
type ItemId = { readonly client: number; readonly clock: number };

/** A place in the text, as Yjs names one: beside a letter, or in an element. */
type Place = {
  readonly type: ItemId | null;
  readonly tname: typeof TEXT_FIELD | null;
  readonly item: ItemId | null;
  readonly assoc: number;
};

type Cursor = { readonly anchor: Place; readonly head: Place };

/** What a client may say of itself in awareness. The rest of what others see, its name, the server knows. */
type PresenceState = {
  /** Null while it is in none. */
  readonly cursor?: Cursor | null;
  /** How often it has given the document another name. */
  readonly renamed?: number;
};

/**
 * Reads what a client says of itself: what has the exact shape is written out anew, and everything else is left away.
 * Editors resolve a caret while they take in others' words, and one that cannot be read would stop them doing so.
 */
export function readPresenceState(said: object): PresenceState {
  const { cursor, renamed } = said as { cursor?: unknown; renamed?: unknown };
  const read = cursor === null ? null : readCursor(cursor);
  return { ...(read !== undefined && { cursor: read }), ...(isCount(renamed) && { renamed }) };
}

/** @returns undefined for what is no place in the text */
export function readCursor(said: unknown): Cursor | undefined {
  if (!isObject(said)) return undefined;
  const anchor = readPlace(said.anchor);
  const head = readPlace(said.head);
  return anchor && head ? { anchor, head } : undefined;
}

function readPlace(said: unknown): Place | undefined {
  if (!isObject(said)) return undefined;
  const { type = null, tname = null, item = null, assoc = 0 } = said;
  if (type === null && tname === null && item === null) return undefined;
  if (tname !== null && tname !== TEXT_FIELD) return undefined;
  if (assoc !== -1 && assoc !== 0 && assoc !== 1) return undefined;
  const inside = type === null ? null : readId(type);
  const beside = item === null ? null : readId(item);
  if (inside === undefined || beside === undefined) return undefined;
  return { type: inside, tname, item: beside, assoc };
}

function readId(said: unknown): ItemId | undefined {
  if (!isObject(said)) return undefined;
  const { client, clock } = said;
  return isCount(client) && isCount(clock) ? { client, clock } : undefined;
}

const isObject = (said: unknown): said is Record<string, unknown> =>
  typeof said === 'object' && said !== null;

const isCount = (said: unknown): said is number => Number.isSafeInteger(said) && Number(said) >= 0;
