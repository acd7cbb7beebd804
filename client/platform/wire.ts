import type { ClientToServerEvents, ServerToClientEvents } from '#shared/wire/socket-events.ts';

export type AskName = keyof ClientToServerEvents;
type AskArguments<Name extends AskName> = Parameters<ClientToServerEvents[Name]>;
export type Asked<Name extends AskName> = AskArguments<Name>[0];
export type Answered<Name extends AskName> = Parameters<AskArguments<Name>[1]>[0];

export type HeardName = keyof ServerToClientEvents;
export type Heard<Name extends HeardName> = Parameters<ServerToClientEvents[Name]>[0];

/** What sending and hearing need of the one connection. Tests give a small fake. */
export type Wire = {
  /**
   * Asks and waits for the answer. Rejects with `LineLost` when the line drops, or stays silent, before the
   * answer came: it is then unknown whether the server heard.
   */
  readonly ask: <Name extends AskName>(name: Name, what: Asked<Name>) => Promise<Answered<Name>>;
  /** Calls back for each event of that name, until the returned function is called. */
  readonly hear: <Name extends HeardName>(
    name: Name,
    listener: (what: Heard<Name>) => void,
  ) => () => void;
  /** Calls back with every change between up and down, and at once with how it is. */
  readonly whenLine: (listener: (up: boolean) => void) => () => void;
};

/** The line went down, or the answer did not come in time. */
export class LineLost extends Error {
  override name = 'LineLost';
}
