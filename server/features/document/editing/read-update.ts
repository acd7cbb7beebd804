import * as decoding from 'lib0/decoding';

/** The clock of each Yjs client: how much of what it wrote is known. */
export type Known = ReadonlyMap<number, number>;

/** A stretch of what one client wrote: from this clock up to and without that one. */
export type Span = { readonly client: number; readonly from: number; readonly to: number };

/** What an update is about, without what it says: enough to tell whether it can be applied to what is known. */
export type UpdateShape = {
  /** Without holes each; of one client in the order of its clock. */
  readonly spans: readonly Span[];
  /** What it points at, and what it deletes: how far each client must be known at least. */
  readonly needs: Known;
  readonly deletes: boolean;
};

/** Bytes that are no Yjs update of the first version, or one that would break whoever applies it. */
export class MalformedUpdate extends Error {}

/** Beyond 32 bits of clock there is nobody who types, only somebody who counts on an overflow. */
const CLOCK_MAX = 2 ** 32;
/** Attributes are flat; a deep value is made to break a parser. */
const DEPTH_MAX = 32;

const GC = 0;
const SKIP = 10;
const CONTENT = 0b0001_1111;
const HAS_KEY = 0b0010_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_ORIGIN = 0b1000_0000;
/** XML elements and hooks carry their name. */
const NAMED_TYPES = [3, 5];
const TYPES = 7;

/**
 * Reads an update in one pass, strictly: everything that Yjs would read, nothing left over, nothing that Yjs would choke on. Yjs'
 * own reader takes what comes, and parks what it cannot apply; we must know both before anything is stored.
 * @throws {MalformedUpdate}
 */
export function readUpdate(bytes: Uint8Array): UpdateShape {
  const decoder = decoding.createDecoder(bytes);
  try {
    const needs = new Map<number, number>();
    const spans = readSpans(decoder, needs);
    const deletes = readDeletes(decoder, needs);
    if (decoding.hasContent(decoder)) throw new MalformedUpdate('bytes are left over');
    return { spans, needs, deletes };
  } catch (error) {
    if (error instanceof MalformedUpdate) throw error;
    throw new MalformedUpdate('it ends too early, or holds what Yjs does not know', {
      cause: error,
    });
  }
}

function readSpans(decoder: decoding.Decoder, needs: Map<number, number>): Span[] {
  const spans: Span[] = [];
  const seen = new Set<number>();
  const clients = decoding.readVarUint(decoder);
  for (let nth = 0; nth < clients; nth++) {
    const structs = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    let clock = decoding.readVarUint(decoder);
    if (seen.has(client)) throw new MalformedUpdate('a client comes twice');
    seen.add(client);
    let from = clock;
    for (let each = 0; each < structs; each++) {
      const info = decoding.readUint8(decoder);
      if (info === SKIP) {
        if (clock > from) spans.push({ client, from, to: clock });
        clock += readLength(decoder);
        from = clock;
      } else {
        clock += readStruct(decoder, info, needs);
      }
      if (clock > CLOCK_MAX) throw new MalformedUpdate('a clock runs away');
    }
    if (clock > from) spans.push({ client, from, to: clock });
  }
  return spans;
}

/** One struct. @returns its length in clock */
function readStruct(decoder: decoding.Decoder, info: number, needs: Map<number, number>): number {
  const content = info & CONTENT;
  if (content === GC) {
    if (info !== GC) throw new MalformedUpdate('a struct of no kind');
    return readLength(decoder);
  }
  if (info & HAS_ORIGIN) readId(decoder, needs);
  if (info & HAS_RIGHT_ORIGIN) readId(decoder, needs);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    const parent = decoding.readVarUint(decoder);
    if (parent === 1) readText(decoder);
    else if (parent === 0) readId(decoder, needs);
    else throw new MalformedUpdate('a parent of no kind');
    if (info & HAS_KEY) readText(decoder);
  }
  return readContent(decoder, content);
}

/** @returns the content's length in clock */
function readContent(decoder: decoding.Decoder, content: number): number {
  switch (content) {
    case 1: // deleted
      return readLength(decoder);
    case 2: {
      // JSON, of old clients
      const length = readLength(decoder);
      for (let nth = 0; nth < length; nth++) {
        const text = readText(decoder);
        if (text !== 'undefined') JSON.parse(text);
      }
      return length;
    }
    case 3: // binary
      decoding.readVarUint8Array(decoder);
      return 1;
    case 4: {
      const { length } = readText(decoder);
      if (length === 0) throw new MalformedUpdate('a text of nothing');
      return length;
    }
    case 5: // embed
      JSON.parse(readText(decoder));
      return 1;
    case 6: // format
      readText(decoder);
      JSON.parse(readText(decoder));
      return 1;
    case 7: {
      const type = decoding.readVarUint(decoder);
      if (type >= TYPES) throw new MalformedUpdate('a type of no kind');
      if (NAMED_TYPES.includes(type)) readText(decoder);
      return 1;
    }
    case 8: {
      const length = readLength(decoder);
      for (let nth = 0; nth < length; nth++) readAny(decoder, 0);
      return length;
    }
    // 9 is a document within the document: nobody would ask who may read it.
    default:
      throw new MalformedUpdate('content of no kind that we take');
  }
}

function readDeletes(decoder: decoding.Decoder, needs: Map<number, number>): boolean {
  let deletes = false;
  const clients = decoding.readVarUint(decoder);
  for (let nth = 0; nth < clients; nth++) {
    const client = decoding.readVarUint(decoder);
    const ranges = decoding.readVarUint(decoder);
    for (let each = 0; each < ranges; each++) {
      const clock = decoding.readVarUint(decoder);
      const end = clock + readLength(decoder);
      if (end > CLOCK_MAX) throw new MalformedUpdate('a clock runs away');
      need(needs, client, end);
      deletes = true;
    }
  }
  return deletes;
}

function readId(decoder: decoding.Decoder, needs: Map<number, number>): void {
  const client = decoding.readVarUint(decoder);
  const clock = decoding.readVarUint(decoder);
  if (clock >= CLOCK_MAX) throw new MalformedUpdate('a clock runs away');
  need(needs, client, clock + 1);
}

function need(needs: Map<number, number>, client: number, clock: number): void {
  if ((needs.get(client) ?? 0) < clock) needs.set(client, clock);
}

/** A length of nothing would be a struct without a place. */
function readLength(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder);
  if (length === 0) throw new MalformedUpdate('a length of nothing');
  return length;
}

/** @throws when it is not UTF-8 */
function readText(decoder: decoding.Decoder): string {
  return decoding.readVarString(decoder);
}

/** lib0's "any", read past. Its own reader goes as deep as it is told to. */
function readAny(decoder: decoding.Decoder, depth: number): void {
  if (depth > DEPTH_MAX) throw new MalformedUpdate('a value goes too deep');
  const kind = decoding.readUint8(decoder);
  switch (kind) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 122:
      decoding.readBigInt64(decoder);
      return;
    case 119:
      readText(decoder);
      return;
    case 118: {
      const keys = decoding.readVarUint(decoder);
      for (let nth = 0; nth < keys; nth++) {
        if (readText(decoder) === '__proto__') throw new MalformedUpdate('a key that is none');
        readAny(decoder, depth + 1);
      }
      return;
    }
    case 117: {
      const length = decoding.readVarUint(decoder);
      for (let nth = 0; nth < length; nth++) readAny(decoder, depth + 1);
      return;
    }
    case 116:
      decoding.readVarUint8Array(decoder);
      return;
    default:
      throw new MalformedUpdate('a value of no kind');
  }
}

/** What an update would do to what is known. */
export type Fit =
  /** Something in between is missing: it cannot be applied yet. */
  | { readonly kind: 'gap' }
  /** `next`: the clocks that it moves. Empty for one that only deletes, or tells what is known. */
  | { readonly kind: 'fits'; readonly next: Known };

/** Whether everything that an update builds on is known, or comes with it. */
export function fitInto(shape: UpdateShape, known: Known): Fit {
  const next = new Map<number, number>();
  const clockOf = (client: number) => next.get(client) ?? known.get(client) ?? 0;
  for (const { client, from, to } of shape.spans) {
    const clock = clockOf(client);
    if (from > clock) return { kind: 'gap' };
    if (to > clock) next.set(client, to);
  }
  for (const [client, clock] of shape.needs) {
    if (clockOf(client) < clock) return { kind: 'gap' };
  }
  return { kind: 'fits', next };
}

/** Whether everything that an update writes is known already. */
export function isWithin(shape: UpdateShape, known: Known): boolean {
  const fits = fitInto(shape, known);
  return fits.kind === 'fits' && fits.next.size === 0;
}
