import { channel } from '#shared/wire/contract.ts';
import { type LobbyFact, lobbyFact, type OwnPlaceFact, ownPlaceFact } from './facts.ts';
import { type Lobby, lobby, type OwnPlace, ownPlace } from './model.ts';
import { evolveLobby, evolveOwnPlace } from './rules.ts';

/** One's own place in the lobby, by an id that nobody else has a number of. A line to it is what waiting is. */
export const lobbyPlaceChannel = channel<OwnPlace, OwnPlaceFact>({
  name: 'lobby-place',
  action: 'lobby/wait',
  evolve: evolveOwnPlace,
  state: ownPlace,
  fact: ownPlaceFact,
});

/** Who waits, by the session's id, for its hosts. How far it has come is told to them alone. */
export const lobbyChannel = channel<Lobby, LobbyFact>({
  name: 'lobby',
  action: 'lobby/keep',
  quiet: true,
  evolve: evolveLobby,
  state: lobby,
  fact: lobbyFact,
});
