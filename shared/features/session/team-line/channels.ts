import { channel } from '#shared/wire/contract.ts';
import { type TeamDeskFact, type TeamLineFact, teamDeskFact, teamLineFact } from './facts.ts';
import { type TeamDesk, type TeamLine, teamDesk, teamLine } from './model.ts';
import { evolveTeamDesk, evolveTeamLine } from './rules.ts';

/** One's own line, by an id of its own: nobody else's screen has a number that it moves. */
export const teamLineChannel = channel<TeamLine, TeamLineFact>({
  name: 'team-line',
  action: 'team-line/own',
  evolve: evolveTeamLine,
  state: teamLine,
  fact: teamLineFact,
});

/** All lines of a session, by the session's id, for its teachers. How far it has come is told to them alone. */
export const teamDeskChannel = channel<TeamDesk, TeamDeskFact>({
  name: 'team-desk',
  action: 'team-line/all',
  quiet: true,
  evolve: evolveTeamDesk,
  state: teamDesk,
  fact: teamDeskFact,
});
