import type { Agenda } from '#shared/features/session/agenda/model.ts';
import type { Instant } from '#shared/kernel/duration.ts';
import type { SessionId } from '#shared/kernel/ids.ts';
import type { AnyCommand, InputOf } from '#shared/wire/contract.ts';
import type { Outcome } from '../../../platform/send.ts';

/** Where an agenda that can be changed comes from, and how a change is asked for: the room, or the session's page. */
export type AgendaSource = {
  readonly sessionId: SessionId;
  /** As it stands on the screen. By the time a change is answered it shows what came of it. */
  readonly agenda: Agenda;
  /** The planned end of the session; undefined until it is known. */
  readonly endsAt: () => Instant | undefined;
  readonly send: <C extends AnyCommand>(command: C, input: InputOf<C>) => Promise<Outcome<C>>;
  readonly waits: () => 'line' | 'storage' | undefined;
};
