-- Sessions are planned by people: singly or as a series, moved, cancelled with a reason, and taken by a substitute.
alter table session
  -- Those that were planned as one, week after week.
  add column series_id uuid,
  -- The school's room, for one that people sit in there; empty for one that is online alone.
  add column room text not null default '',
  add column cancel_reason text not null default '',
  -- When it was to begin before it was moved.
  add column moved_from timestamptz,
  -- Rises by one with each change of the plan.
  add column plan_version integer not null default 0;
create index session_series on session (series_id, starts_at) where series_id is not null;
-- What is planned at the same time.
create index session_time on session (starts_at) where deleted_at is null;

alter table session_teacher add column is_substitute boolean not null default false;

-- Days without school beside the public holidays, which are reckoned. Both ends are included.
create table day_off (
  id uuid primary key,
  name text not null,
  first_day date not null,
  last_day date not null,
  check (last_day >= first_day)
);
