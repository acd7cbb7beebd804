import { channel } from '#shared/wire/contract.ts';
import { type DoorFact, doorFact } from './facts.ts';
import { type SessionDoorState, sessionDoorState } from './model.ts';
import { evolveDoor } from './rules.ts';

/** By the session's id, for whoever may join it and stands outside its locked door. */
export const sessionDoorChannel = channel<SessionDoorState, DoorFact>({
  name: 'session-door',
  action: 'session/join',
  evolve: evolveDoor,
  state: sessionDoorState,
  fact: doorFact,
});
