-- Who has been taken out of a session by a host, until that is undone. A relation that takes rights.
create table session_removal (
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  by_id uuid not null references person (id),
  at timestamptz not null,
  primary key (session_id, person_id)
);
create index session_removal_person on session_removal (person_id);
create trigger relation_changes_authority after insert or update or delete on session_removal
  for each row execute function relation_changes_authority();

-- What hosts have done to others in a session: one row an act, never changed.
create table session_log (
  -- Made by us in the order of time.
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  at timestamptz not null,
  act text not null,
  by_id uuid not null references person (id),
  -- Null: the act met everybody.
  about_id uuid references person (id)
);
create index session_log_session on session_log (session_id, id);
create index session_log_by on session_log (by_id);
create index session_log_about on session_log (about_id);

-- What teachers have decided in a seminar room. Whoever changes the room holds this row's lock.
create table seminar_room (
  session_id uuid primary key references session (id) on delete cascade,
  -- { microphonesLocked, spotlightId, screenAllowed: [id], asks: [{ personId, by, at }] }; moments in milliseconds.
  controls jsonb not null
);

-- When each tab had a line to the media server, as our own server saw it and the media server's list confirmed it.
create table media_interval (
  id uuid primary key,
  session_id uuid not null references session (id) on delete cascade,
  person_id uuid not null references person (id),
  -- `personId:tab`, as the media server knows the tab.
  identity text not null,
  -- The media server's own name for this visit; null until its list has shown it.
  sid text,
  joined_at timestamptz not null,
  -- When the line or the list last showed it.
  seen_at timestamptz not null,
  left_at timestamptz,
  -- Who saw it begin and end.
  opened_by text not null check (opened_by in ('signalling', 'list')),
  closed_by text check (closed_by in ('signalling', 'list', 'removal')),
  check (left_at is null or left_at >= joined_at),
  check ((left_at is null) = (closed_by is null))
);
create unique index media_interval_open on media_interval (session_id, identity) where left_at is null;
create index media_interval_session on media_interval (session_id, joined_at);
create index media_interval_person on media_interval (person_id);

-- Webhooks that have been heard, so that a repeat is none. Swept after a day.
create table media_event (
  id text primary key,
  at timestamptz not null
);
