import { can } from './access.ts';
import type { Media } from './features/seminar-room/public.ts';
import type { Clock } from './platform/clock.ts';
import { createDispatch, type Dispatch, type SubjectOf } from './platform/dispatch.ts';
import type { Log } from './platform/log.ts';
import { createUnitOfWork, type Heard, type UnitOfWork } from './platform/unit-of-work.ts';
import { createSlices, type Slices } from './slices.ts';
import type { Database } from './storage/database.ts';
import type { PassingKeys } from './storage/passing-keys.ts';
import { type Channels, createChannels } from './transport/channels.ts';
import type { Broadcast } from './transport/live-channels.ts';
import { createSignals, type Signals } from './transport/signals.ts';

export type Core = {
  readonly slices: Slices;
  readonly unitOfWork: UnitOfWork;
  readonly dispatch: Dispatch;
  readonly channels: Channels;
  readonly signals: Signals;
};

/**
 * Everything that decides, without the doors: slices, one unit of work, one dispatch, one set of channels. The
 * app puts sockets and HTTP in front; a test calls it as it is.
 */
export function createCore(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly subjectOf: SubjectOf;
  readonly broadcast: Broadcast;
  readonly media: Media;
  /** Of what is asked without a name. */
  readonly keys: PassingKeys;
}): Core {
  const hear = (heard: Heard) => {
    channels.hear(heard);
    slices.session.heard(heard);
    slices.seminarRoom.steward.heard(heard);
  };
  const unitOfWork = createUnitOfWork({ ...parts, hear });
  const slices = createSlices({ ...parts, unitOfWork, can });
  const all = Object.values(slices);
  const channels = createChannels({ ...parts, slices: all, can });
  const dispatch = createDispatch({ ...parts, slices: all, unitOfWork, can });
  const signals = createSignals({ ...parts, slices: all, can, channels });
  return { slices, unitOfWork, dispatch, channels, signals };
}
