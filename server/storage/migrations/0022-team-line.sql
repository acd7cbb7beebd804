-- Each person in a session has a line to its teachers as a team. It is heard by an id of its own, so that nobody else has a
-- number that it moves; there is one from the first time somebody sits down, whether or not they ever write.
alter table seat add column line_id uuid not null default gen_random_uuid();
create unique index seat_line on seat (line_id);

create table team_message (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  -- Drawn under the session's lock.
  nth bigint generated always as identity,
  -- Whose line it is, and who wrote this on it: the same person, or one of the teachers.
  person_id uuid not null references person (id),
  by_id uuid not null references person (id),
  -- The writer's, as it was then.
  display_name text not null,
  at timestamptz not null,
  text text not null,
  lang text check (lang in ('nb', 'nn', 'en'))
);
create index team_message_line on team_message (session_id, person_id, nth);
create index team_message_person on team_message (person_id);
create index team_message_by on team_message (by_id);

-- The last of somebody's words that one of the teachers has seen: the team shares it.
create table team_line_read (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  read_to uuid not null references team_message (id) on delete cascade,
  primary key (session_id, person_id)
);
create index team_line_read_person on team_line_read (person_id);
create index team_line_read_message on team_line_read (read_to);
