-- The rooms that a session is split into. They stay when all are back, so that the same groups can go on another time.
create table breakout (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  place integer not null,
  name text not null,
  document_id uuid references document (id) on delete set null,
  hand_queue jsonb not null,
  called_by uuid references person (id),
  called_at timestamptz,
  minute_asked boolean not null default false,
  -- Teachers outside who would like to come in, the first first.
  knocks jsonb not null default '[]',
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index breakout_of_session on breakout (session_id);
create index breakout_document on breakout (document_id);
create index breakout_called_by on breakout (called_by);

-- Who belongs where. In a session that is split somebody belongs in one room at most.
create table breakout_member (
  breakout_id uuid not null references breakout (id) on delete cascade,
  person_id uuid not null references person (id),
  primary key (breakout_id, person_id)
);
create index breakout_member_of on breakout_member (person_id);

-- A session that is split just now.
create table breakout_split (
  session_id uuid primary key references session (id) on delete cascade,
  by_id uuid references person (id),
  task text not null,
  choice boolean not null,
  choosers uuid[] not null default '{}',
  opened_at timestamptz not null,
  ends_at timestamptz
);
create index breakout_split_by on breakout_split (by_id);

-- How a session is to be split, made ahead. It goes when the session is split.
create table breakout_plan (
  session_id uuid primary key references session (id) on delete cascade,
  by_id uuid not null references person (id),
  plan jsonb not null,
  at timestamptz not null
);
create index breakout_plan_by on breakout_plan (by_id);

-- Where somebody sits: in a breakout, or with all (null); and since when, for lines that are about to follow.
alter table seat add column breakout_id uuid references breakout (id) on delete set null;
alter table seat add column moved_at timestamptz;
create index seat_breakout on seat (breakout_id) where breakout_id is not null;
-- Whoever leaves a breakout hears it no longer, nor is heard there.
create trigger relation_changes_authority after update of breakout_id on seat
  for each row when (old.breakout_id is not null and old.breakout_id is distinct from new.breakout_id)
  execute function relation_changes_authority();

-- Said in a breakout; null: to all. `to_all`: a teacher wrote it to every room.
alter table chat_message add column breakout_id uuid references breakout (id) on delete cascade;
alter table chat_message add column to_all boolean not null default false;
create index chat_message_breakout on chat_message (breakout_id) where breakout_id is not null;

-- A visit to the room of a breakout, or of the session itself.
alter table media_interval add column room_id uuid;
update media_interval set room_id = session_id;
alter table media_interval alter column room_id set not null;
drop index media_interval_open;
create unique index media_interval_open on media_interval (room_id, identity) where left_at is null;

-- A session's document that is for some of those in it, and for whom.
alter table document add column for_some boolean not null default false check (not for_some or kind = 'session');
create table document_member (
  document_id uuid not null references document (id) on delete cascade,
  person_id uuid not null references person (id),
  primary key (document_id, person_id)
);
create index document_member_of on document_member (person_id);
create trigger relation_changes_authority after delete on document_member
  for each row execute function relation_changes_authority();
