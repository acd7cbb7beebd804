import * as Y from 'yjs';
import { readUpdate } from '../../server/features/document/editing/read-update.ts';
import { WebSocketLine } from '../generator/websocket-line.ts';
import type { DocumentAddress } from './asks.ts';
import { type Dialect, hocuspocusDialect, yDialect } from './dialect.ts';
import { FIRST_CLOCK, letterReader, letterUpdate, startOf } from './typing.ts';

export function dialectOf({ dialect }: DocumentAddress): Dialect {
  return dialect.name === 'y' ? yDialect(dialect.asksAcks) : hocuspocusDialect(dialect.document);
}

export function openLine(
  address: DocumentAddress,
  nth: number,
  events: {
    open(): void;
    binary(payload: Buffer): void;
    closed(): void;
  },
): WebSocketLine {
  const { port, path, origin, cookies } = address;
  const cookie = cookies[nth % cookies.length];
  return new WebSocketLine(
    { port, path, headers: { Origin: origin, ...(cookie && { Cookie: cookie }) } },
    events,
  );
}

/** What a writer tells its crowd. */
export type WriterWatch = {
  ready(writer: Writer): void;
  /** `from` up to and without `to` of a colleague came, in the order of their clocks. */
  got(writer: Writer, place: number, from: number, to: number): void;
  twice(count: number): void;
  wrong(): void;
  refused(): void;
  acked(writer: Writer, clock: number): void;
  closed(writer: Writer): void;
};

const NOTHING = new Uint8Array([0, 0]);

/** One person in one document: types letters into a paragraph of their own, and counts everybody else's. */
export class Writer {
  readonly address: DocumentAddress;
  readonly client: number;
  readonly document: number;
  /** Of each who writes in this document, by place: the next clock that is still to come. */
  readonly next: Uint32Array;
  readonly place: number;
  /** What is to be typed next. */
  clock = FIRST_CLOCK;
  /** The clock of each message that counts, by its number; 0 for those that typed nothing. */
  readonly messages: number[] = [];
  acked = 0;
  isOpen = false;
  /** Everything as it came, for those of a sample: read by Yjs itself when it is over. */
  heard: Uint8Array[] | null = null;
  #line: WebSocketLine | null = null;
  #began = false;
  readonly #dialect: Dialect;
  readonly #firstClient: number;
  readonly #watch: WriterWatch;

  constructor(
    at: {
      readonly address: DocumentAddress;
      readonly document: number;
      readonly place: number;
      readonly writers: number;
      /** The client number of the first writer in this document. */
      readonly firstClient: number;
    },
    watch: WriterWatch,
  ) {
    this.address = at.address;
    this.document = at.document;
    this.place = at.place;
    this.client = at.firstClient + at.place;
    this.next = new Uint32Array(at.writers);
    this.#firstClient = at.firstClient;
    this.#dialect = dialectOf(at.address);
    this.#watch = watch;
  }

  open(nth: number): void {
    this.#line = openLine(this.address, nth, {
      open: () => {
        this.isOpen = true;
        for (const message of this.#dialect.hello()) this.#line?.sendBinary(message);
      },
      binary: (payload) => this.#take(payload),
      closed: () => {
        this.isOpen = false;
        this.#watch.closed(this);
      },
    });
  }

  type(): void {
    this.#edit(2, letterUpdate(this.client, this.clock), this.clock);
    this.clock++;
  }

  cut(): void {
    this.#line?.cut();
  }

  /** What Yjs makes of everything that came, and of what was typed here. */
  read(): Y.Doc {
    const doc = new Y.Doc();
    const own = [startOf(this.client)];
    for (let at = FIRST_CLOCK; at < this.clock; at++) own.push(letterUpdate(this.client, at));
    for (const update of [...(this.heard ?? []), ...own]) Y.applyUpdate(doc, update);
    return doc;
  }

  hasAllStarts(): boolean {
    return this.#began && this.next.every((clock, place) => place === this.place || clock > 0);
  }

  #edit(step: 1 | 2, update: Uint8Array, clock: number): void {
    this.messages.push(clock);
    this.#line?.sendBinary(this.#dialect.sync(step, update));
  }

  #take(payload: Buffer): void {
    const heard = this.#dialect.hear(payload);
    const { kind } = heard;
    if (kind === 'step-2' || kind === 'update') {
      this.heard?.push(Uint8Array.from(heard.update));
      this.#read(heard.update, kind === 'step-2');
      if (kind === 'step-2') this.#begin();
    } else if (kind === 'acked') this.#hearAck(heard.count);
    else if (kind === 'step-1') this.#edit(1, NOTHING, 0);
    else if (kind === 'refused') this.#watch.refused();
  }

  #begin(): void {
    if (this.#began) return;
    this.#began = true;
    this.#edit(2, startOf(this.client), 0);
    this.#watch.ready(this);
  }

  #hearAck(count: number | 'one more'): void {
    const until = count === 'one more' ? this.acked + 1 : count;
    while (this.acked < until) {
      const clock = this.messages[this.acked++] ?? 0;
      if (clock > 0) this.#watch.acked(this, clock);
    }
  }

  #read(update: Uint8Array, isWhole: boolean): void {
    if (letterReader.read(update)) {
      if (!letterReader.right) this.#watch.wrong();
      this.#got(letterReader.client, letterReader.clock, letterReader.clock + 1, isWhole);
      return;
    }
    for (const { client, from, to } of readUpdate(update).spans) {
      this.#got(client, from, to, isWhole);
    }
  }

  #got(client: number, from: number, to: number, isWhole: boolean): void {
    const place = client - this.#firstClient;
    if (place < 0 || place >= this.next.length || place === this.place) return;
    const known = this.next[place] ?? 0;
    if (from < known && !isWhole) this.#watch.twice(Math.min(known, to) - from);
    // What comes without what it builds on cannot be read by anybody: it does not count as there.
    if (to <= known || from > known) return;
    this.next[place] = to;
    if (to > FIRST_CLOCK) this.#watch.got(this, place, Math.max(known, FIRST_CLOCK), to);
    this.#watch.ready(this);
  }
}
