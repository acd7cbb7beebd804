import type { Quantiles } from './histogram.ts';
import type { Tally } from './ledger.ts';

/** Which wire to speak. */
export type DialectChoice =
  | { readonly name: 'mellom'; readonly sessionId: string; readonly origin: string }
  | { readonly name: 'socket.io' }
  | { readonly name: 'ws' };

/** What the bench can ask of the generator's process. */
export type Asks = {
  /** Brings people in, a few at a time, and answers when all are in. */
  come: {
    readonly port: number;
    readonly dialect: DialectChoice;
    /** One for each person; empty where a server asks for none. */
    readonly cookies: readonly string[];
  };
  /** Posts at an even pace, everybody in turn, and waits until all of it has arrived. */
  load: { readonly perSecond: number; readonly seconds: number };
  /** Cuts everybody but one, who goes on writing; all are back at once after a while. */
  storm: { readonly perSecond: number; readonly awayMs: number };
  /** Writes until the server goes away; all are back as soon as its port opens. */
  restart: { readonly perSecond: number };
  /** One person is there and counts; the others come at once, are cut at once and come back at once. */
  comings: Asks['come'];
  /** A host hears of each who comes to the lobby. */
  knocks: {
    readonly port: number;
    readonly dialect: Extract<DialectChoice, { name: 'mellom' }>;
    readonly host: string;
    readonly guests: readonly string[];
  };
  leave: Record<string, never>;
};

export type Answers = {
  come: { readonly tookMs: number };
  load: Tally;
  storm: StormTally;
  restart: StormTally;
  comings: ComingsTally;
  knocks: KnocksTally;
  leave: Record<string, never>;
};

export type StormTally = Tally & {
  /** From the first attempt to come back until everybody had all that was written before. */
  readonly backMs: number;
  readonly halfBackMs: number;
};

/** What the one who was there heard of the others' coming and going: so many changes, in so many frames. */
export type ComingsTally = { readonly changes: number; readonly frames: number };

/** From a press until the host's line had brought it, one after another; then how long it took for the last of many at once. */
export type KnocksTally = {
  readonly oneByOne: Quantiles;
  readonly atOnce: number;
  readonly lastOfAllMs: number;
  readonly generatorCpuMs: number;
};
