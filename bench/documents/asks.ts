import type { Quantiles } from '../generator/histogram.ts';

/** One document on one server, and how lines to it are opened. */
export type DocumentAddress = {
  readonly port: number;
  readonly path: string;
  readonly dialect:
    | { readonly name: 'y'; readonly asksAcks: boolean }
    | { readonly name: 'hocuspocus'; readonly document: string };
  readonly origin: string;
  /** Taken in turn, one for each line; empty where a server asks for none. */
  readonly cookies: readonly string[];
};

/** What happens beside those who write, while their waiting is measured. */
export type Meanwhile =
  /** So many open a document of this size at the same time. */
  | {
      readonly what: 'open';
      readonly document: DocumentAddress;
      readonly people: number;
      readonly bytes: number;
    }
  /** Whoever is signed in says what no client would. */
  | { readonly what: 'mutate'; readonly document: DocumentAddress; readonly messages: number }
  /** Whoever is not signed in does. */
  | { readonly what: 'malformed'; readonly document: DocumentAddress }
  /** Updates that build on what nobody has. */
  | { readonly what: 'gaps'; readonly document: DocumentAddress; readonly updates: number }
  /** Somebody writes a document of some years, at this pace. */
  | {
      readonly what: 'years';
      readonly document: DocumentAddress;
      readonly operations: number;
      readonly perSecond: number;
    }
  /** A reader that stops reading a document into which much is written. */
  | {
      readonly what: 'stall';
      readonly document: DocumentAddress;
      readonly bytesPerSecond: number;
      readonly seconds: number;
      /** Whether it goes on reading after all, goes on answering pings, or does nothing. */
      readonly reader: 'reads' | 'pongs' | 'silent';
    };

/** One kind of them. */
export type Of<What extends Meanwhile['what']> = Extract<Meanwhile, { what: What }>;

export type Happened = {
  readonly tookMs: number;
  /** Of an opening: whether anybody was told that it is whole before it was. */
  readonly saidTooEarly?: boolean;
  readonly openedMs?: readonly number[];
  /** Lines that the server closed, and what it refused. */
  readonly closed?: number;
  readonly refused?: number;
  /** Of what was written: how large it is as one state. */
  readonly bytes?: number;
};

export type DocumentAsks = {
  /** Opens so many lines to each document, and waits until everybody has everybody's first paragraph. */
  come: { readonly documents: readonly DocumentAddress[]; readonly writersEach: number };
  /** Everybody types in turn, at an even pace, until the time is over and what happens meanwhile is done. */
  type: {
    readonly perSecond: number;
    readonly seconds: number;
    readonly meanwhile?: Meanwhile;
  };
  /** Types until the server is gone. */
  typeUntilGone: { readonly perSecond: number };
  /** Newcomers read every document (of many, a few) and compare with what was typed. */
  compare: Record<string, never>;
  /** Newcomers read what is left of what somebody had seen before the server was gone. */
  left: Record<string, never>;
  /** Puts one large update into a document, and waits until a newcomer reads it. */
  put: {
    readonly document: DocumentAddress;
    /** Base64. */
    readonly update: string;
    /** Of its text. */
    readonly length: number;
  };
  /** Types so many single letters into a document, as fast as they are taken. */
  grow: { readonly document: DocumentAddress; readonly letters: number };
  /** Opens lines that do nothing. With `types`, each writes a paragraph first. */
  idle: { readonly documents: readonly DocumentAddress[]; readonly linesEach: number };
  leave: Record<string, never>;
};

export type DocumentAnswers = {
  come: { readonly tookMs: number };
  type: TypeTally & { readonly happened: Happened | null };
  typeUntilGone: TypeTally;
  compare: { readonly documents: number; readonly differing: number };
  left: {
    readonly seen: number;
    readonly gone: number;
    readonly acked: number;
    readonly ackedGone: number;
  };
  put: Record<string, never>;
  grow: { readonly tookMs: number };
  idle: Record<string, never>;
  leave: Record<string, never>;
};

export type TypeTally = {
  readonly sent: number;
  readonly deliveries: number;
  /** Not at everybody in the same document within ten seconds. */
  readonly lost: number;
  readonly twice: number;
  /** Another letter than was typed. */
  readonly wrong: number;
  readonly refused: number;
  readonly acked: number;
  readonly delivery: Quantiles;
  readonly ack: Quantiles;
  readonly lateness: Quantiles;
  readonly generatorCpuMs: number;
};
